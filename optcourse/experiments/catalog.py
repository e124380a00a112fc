"""Every experiment that writes a table, by name: `optcourse experiment NAME` runs one, `--list` prints the names.

Each is resumable, shows its progress, and says in the first line of its docstring what it measures.
"""

from optcourse.experiments.adaptive_learning_rates import rotation
from optcourse.experiments.batches import batch_size, batch_time
from optcourse.experiments.costs import hessian_cost
from optcourse.experiments.critical_points import minimum_ratio
from optcourse.experiments.cross_entropy_digits import cross_entropy_digits
from optcourse.experiments.digits_race import digits_race, turned_pixels
from optcourse.experiments.digits_vae import digits_vae
from optcourse.experiments.fisher_costs import fisher_costs
from optcourse.experiments.kfac import kfac_race
from optcourse.experiments.momentum_digits import momentum_gain, momentum_sharpness
from optcourse.experiments.natural_gradient import network_curvature, network_race
from optcourse.experiments.policies import policy_steps
from optcourse.experiments.sharpness import sharp_and_flat, wrong_labels
from optcourse.experiments.softmax_curves import descent_curves, natural_curves
from optcourse.experiments.softmax_regression import steps_and_seconds
from optcourse.experiments.tradeoffs import hit_rates
from optcourse.experiments.tunable_tradeoffs import tunable_networks
from optcourse.experiments.warm_up import warm_up

ALL = {
    "minimum_ratio": minimum_ratio,
    "hessian_cost": hessian_cost,
    "momentum_gain": momentum_gain,
    "momentum_sharpness": momentum_sharpness,
    "cross_entropy_digits": cross_entropy_digits,
    "batch_size": batch_size,
    "batch_time": batch_time,
    "sharp_and_flat": sharp_and_flat,
    "wrong_labels": wrong_labels,
    "rotation": rotation,
    "warm_up": warm_up,
    "digits_race": digits_race,
    "turned_pixels": turned_pixels,
    "hit_rates": hit_rates,
    "tunable_networks": tunable_networks,
    "digits_vae": digits_vae,
    "fisher_costs": fisher_costs,
    "kfac_race": kfac_race,
    "policy_steps": policy_steps,
    "steps_and_seconds": steps_and_seconds,
    "descent_curves": descent_curves,
    "natural_curves": natural_curves,
    "network_curvature": network_curvature,
    "network_race": network_race,
}
