"""Optimizers: one algorithm a file, all with the interface of `base`.

`ALL` holds the factories that need only a learning rate; whoever is listed there is tested against every law.
"""

from optcourse.optimizers.base import Info, Optimizer
from optcourse.optimizers.gradient_descent import gradient_descent
from optcourse.optimizers.momentum import momentum
from optcourse.optimizers.optax import from_optax

ALL = {"gradient_descent": gradient_descent, "momentum": momentum}

__all__ = ["ALL", "Info", "Optimizer", "from_optax", "gradient_descent", "momentum"]
