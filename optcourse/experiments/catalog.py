"""Every experiment that writes a table, by name: `optcourse experiment NAME` runs one, `--list` prints the names.

Each is resumable, shows its progress, and says in the first line of its docstring what it measures.
"""

from optcourse.experiments.costs import hessian_cost
from optcourse.experiments.critical_points import minimum_ratio

ALL = {"minimum_ratio": minimum_ratio, "hessian_cost": hessian_cost}
