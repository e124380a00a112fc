"""Optimizers: one algorithm a file, all with the interface of `base`.

`ALL` holds the factories that need only a learning rate, `WRAPPERS` those that build on another
optimizer; whoever is listed is tested against every law. natural_gradient and levenberg_marquardt
look at a model's predictions, not only at its loss; two_rates needs a second rate. `schedules`
holds learning rates that change with the step.
"""

from optcourse.optimizers import schedules
from optcourse.optimizers.adagrad import adagrad, adagrad_rms
from optcourse.optimizers.adam import adam
from optcourse.optimizers.adamw import adamw
from optcourse.optimizers.base import Info, Optimizer
from optcourse.optimizers.constraint_first import constraint_first
from optcourse.optimizers.gradient_descent import gradient_descent
from optcourse.optimizers.levenberg_marquardt import levenberg_marquardt
from optcourse.optimizers.lion import lion
from optcourse.optimizers.mdmm import mdmm
from optcourse.optimizers.mgda import mgda
from optcourse.optimizers.momentum import momentum
from optcourse.optimizers.muon import muon
from optcourse.optimizers.natural_gradient import natural_gradient
from optcourse.optimizers.nesterov import nesterov
from optcourse.optimizers.newton import newton
from optcourse.optimizers.optax import from_optax
from optcourse.optimizers.radam import radam
from optcourse.optimizers.rmsprop import rmsprop
from optcourse.optimizers.sam import sam
from optcourse.optimizers.two_rates import two_rates

ALL = {
    "gradient_descent": gradient_descent,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "adagrad_rms": adagrad_rms,
    "rmsprop": rmsprop,
    "adam": adam,
    "adamw": adamw,
    "radam": radam,
    "lion": lion,
    "muon": muon,
    "newton": newton,
}
WRAPPERS = {
    "sam": sam,
    "mdmm": mdmm,
    "mgda": mgda,
    "constraint_first": constraint_first,
}

__all__ = [*ALL, *WRAPPERS, "ALL", "WRAPPERS", "Info", "Optimizer", "from_optax", "schedules"]
__all__ += ["levenberg_marquardt", "natural_gradient", "two_rates"]
