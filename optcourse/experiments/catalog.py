"""Every experiment that writes a table, by name, for `optcourse experiment NAME` and `--list`.

Each is resumable, shows its progress, and says in the first line of its docstring what it measures.
"""

from optcourse.experiments.adaptive_learning_rates.digits import digits_race, pixel_transforms
from optcourse.experiments.adaptive_learning_rates.rate_sweep import rate_sweep
from optcourse.experiments.adaptive_learning_rates.second_moments import second_moments
from optcourse.experiments.adaptive_learning_rates.two_weights import ravine_rotation
from optcourse.experiments.adaptive_learning_rates.warm_up import warm_up
from optcourse.experiments.batches.digits import batch_size, batch_time
from optcourse.experiments.batches.noise import batch_noise, noise_scale
from optcourse.experiments.batches.scaling import linear_scaling
from optcourse.experiments.batches.sharpness import label_noise, sharp_and_flat
from optcourse.experiments.critical_points.costs import hessian_cost
from optcourse.experiments.critical_points.digits import positive_fractions
from optcourse.experiments.cross_entropy_and_mse.by_digit import cross_entropy_by_digit
from optcourse.experiments.cross_entropy_and_mse.digits import cross_entropy_digits
from optcourse.experiments.flooding.flatness import flooding_flatness
from optcourse.experiments.flooding.grid import flooding_grid
from optcourse.experiments.flooding.images import flooding_cifar10, flooding_mnist
from optcourse.experiments.flooding.kin import flooding_kin
from optcourse.experiments.flooding.levels import flooding_levels
from optcourse.experiments.flooding.orders import flooding_orders
from optcourse.experiments.flooding.two_rates import flooding_two_rates
from optcourse.experiments.implicit_bias.adam import adam_completion
from optcourse.experiments.implicit_bias.births import singular_value_births, singular_value_law
from optcourse.experiments.implicit_bias.completion import completion_starts, matrix_completion
from optcourse.experiments.implicit_bias.least_norm import least_norm
from optcourse.experiments.implicit_bias.networks import (
    network_widths,
    plain_descent,
    random_labels,
)
from optcourse.experiments.implicit_bias.poisoned import poisoned_digits, poisoned_starts
from optcourse.experiments.implicit_bias.regression import (
    adaptive_regression,
    early_stopping,
    single_examples,
)
from optcourse.experiments.implicit_bias.two_by_two import two_by_two
from optcourse.experiments.infinite_width.cifar import cntk
from optcourse.experiments.infinite_width.lazy import lazy_rich
from optcourse.experiments.infinite_width.limit import width_limit
from optcourse.experiments.infinite_width.rivals import rival_kernels
from optcourse.experiments.infinite_width.rolled import rolled_digits
from optcourse.experiments.linear_combinations.digits_vae import digits_vae
from optcourse.experiments.momentum.digits import momentum_gain, momentum_sharpness
from optcourse.experiments.natural_gradient.costs import fisher_costs
from optcourse.experiments.natural_gradient.kfac import kfac_race
from optcourse.experiments.natural_gradient.network import network_curvature, network_race
from optcourse.experiments.natural_gradient.policies import policy_steps
from optcourse.experiments.natural_gradient.softmax import softmax_costs
from optcourse.experiments.natural_gradient.softmax_curves import descent_curves, natural_curves
from optcourse.experiments.tunable_tradeoffs.methods import success_rates
from optcourse.experiments.tunable_tradeoffs.networks import tunable_networks

ALL = {
    experiment.__name__: experiment
    for experiment in (
        positive_fractions,
        hessian_cost,
        momentum_gain,
        momentum_sharpness,
        cross_entropy_digits,
        cross_entropy_by_digit,
        batch_size,
        batch_time,
        batch_noise,
        noise_scale,
        sharp_and_flat,
        label_noise,
        linear_scaling,
        ravine_rotation,
        rate_sweep,
        warm_up,
        second_moments,
        digits_race,
        pixel_transforms,
        success_rates,
        tunable_networks,
        digits_vae,
        fisher_costs,
        kfac_race,
        policy_steps,
        softmax_costs,
        descent_curves,
        natural_curves,
        network_curvature,
        network_race,
        flooding_orders,
        flooding_levels,
        flooding_grid,
        flooding_two_rates,
        flooding_flatness,
        flooding_kin,
        matrix_completion,
        completion_starts,
        singular_value_births,
        singular_value_law,
        adam_completion,
        two_by_two,
        poisoned_digits,
        poisoned_starts,
        early_stopping,
        single_examples,
        adaptive_regression,
        least_norm,
        random_labels,
        network_widths,
        plain_descent,
        width_limit,
        rival_kernels,
        lazy_rich,
        rolled_digits,
    )
}
# Those that read files which the course does not have: called with their folder.
ON_FILES = {
    experiment.__name__: experiment for experiment in (flooding_mnist, flooding_cifar10, cntk)
}
# Of these, those that come in blocks: called with the address of a Dask scheduler too.
ON_WORKERS = {experiment.__name__ for experiment in (cntk,)}
