"""Every update rule that optax has too, against optax: a thousand steps on a network, in double precision.

`PAIRS` is the one list: an optimizer that stands there runs in every test of this file but SAM's.
Where the defaults differ, optax is given ours: Adagrad's accumulator starts at zero, eps stands outside the root.
The gradients are those of random batches: where they are exact and nearly zero, dividing by their size makes a path
chaotic, and two orders of adding the same numbers part after some hundred steps.
"""

import inspect
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest

from optcourse import optimizers, trees
from optcourse.experiments.run import run
from optcourse.optimizers import from_optax, schedules

STEPS, RATE = 1000, 0.01

PAIRS = {
    "nesterov": (partial(optimizers.nesterov, beta=0.8), partial(optax.sgd, momentum=0.8, nesterov=True)),
    "adagrad": (
        partial(optimizers.adagrad, eps=0.0),
        partial(optax.adagrad, initial_accumulator_value=0.0, eps=0.0),
    ),
    "rmsprop": (
        partial(optimizers.rmsprop, alpha=0.95, eps=1e-3),
        partial(optax.rmsprop, decay=0.95, eps=1e-3, eps_in_sqrt=False),
    ),
    "adam": (
        partial(optimizers.adam, b1=0.8, b2=0.99, eps=1e-3),
        partial(optax.adam, b1=0.8, b2=0.99, eps=1e-3, eps_root=0.0),
    ),
    "adamw": (
        partial(optimizers.adamw, weight_decay=0.05, eps=1e-3),
        partial(optax.adamw, weight_decay=0.05, eps=1e-3),
    ),
    "radam": (
        partial(optimizers.radam, b2=0.99, threshold=5.0),
        partial(optax.radam, b2=0.99, threshold=5.0),
    ),
    "lion": (
        partial(optimizers.lion, b1=0.8, b2=0.95, weight_decay=0.05),
        partial(optax.lion, b1=0.8, b2=0.95, weight_decay=0.05),
    ),
    "muon": (partial(optimizers.muon, eps=1e-12), partial(optax.contrib.muon, nesterov=False, eps=1e-12)),
}
FACTORIES = {name: (ours.func, theirs.func) for name, (ours, theirs) in PAIRS.items()}
# Defaults that differ from optax's: one eps for all of ours; PyTorch's decay; none unless it is asked for.
OWN_DEFAULTS = {"adagrad": {"eps"}, "adamw": {"weight_decay"}, "lion": {"weight_decay"}}
RATE_INSIDE = {"nesterov"}  # its move remembers the rate it was made with, optax's does not: equal if constant


@pytest.fixture
def rate(request):
    """A schedule, which a number is a case of."""
    name = request.node.callspec.id
    return RATE if name in RATE_INSIDE else schedules.warm_up(schedules.inverse_sqrt(3 * RATE), steps=20)


@pytest.fixture
def training(float64):
    """(loss, w, batches): a matrix, a vector and a number, and noisy targets that they cannot reach."""
    keys = jax.random.split(jax.random.key(0), 3)
    batches = jax.random.normal(keys[0], (STEPS, 4, 2)), jax.random.normal(keys[1], (STEPS, 4, 3))
    w = {"layer": [jax.random.normal(keys[2], (2, 3)), jnp.zeros(3)], "scale": jnp.ones(())}

    def loss(w, batch):
        (weight, bias), (inputs, targets) = w["layer"], batch
        return jnp.mean((w["scale"] * jnp.tanh(inputs @ weight + bias) - targets) ** 2)

    return loss, w, batches


def assert_equal_paths(ours, theirs, loss, w, batches):
    flat = lambda w, state: trees.flatten(w)[0]
    paths = [run(each, loss, w, STEPS, batches, record=flat).path for each in (ours, from_optax(theirs))]
    assert np.linalg.norm(paths[1][-1] - paths[1][0]) > 0.1
    np.testing.assert_allclose(*paths, atol=1e-6, rtol=1e-6)


@pytest.mark.parametrize("ours, theirs", PAIRS.values(), ids=PAIRS.keys())
def test_it_is_optax_over_a_thousand_steps(ours, theirs, rate, training):
    assert_equal_paths(ours(rate), theirs(rate), *training)


def test_whatever_optax_has_too_is_compared_with_it():
    in_optax = {name for name in optimizers.ALL if hasattr(optax, name) or hasattr(optax.contrib, name)}
    assert len(in_optax) >= 5
    assert in_optax - set(PAIRS) == set(), "give each a line in PAIRS"


def defaults(make) -> dict:
    return {name: each.default for name, each in inspect.signature(make).parameters.items()}


@pytest.mark.parametrize("name", PAIRS)
def test_what_it_calls_as_optax_does_has_the_default_of_optax(name):
    ours, theirs = map(defaults, FACTORIES[name])
    shared = ours.keys() & theirs.keys() - {"learning_rate"}
    differ = {each for each in shared if ours[each] != theirs[each]}
    assert differ == OWN_DEFAULTS.get(name, set()), "take the defaults of optax, or say why not in OWN_DEFAULTS"


TWO_DECAYS = [name for name, (_, theirs) in FACTORIES.items() if "b1" in list(defaults(theirs))[:3]]


@pytest.mark.parametrize("name", TWO_DECAYS)
def test_numbers_given_by_position_mean_what_they_mean_to_optax(name):
    ours, theirs = (list(defaults(make))[:3] for make in FACTORIES[name])
    assert ours == theirs == ["learning_rate", "b1", "b2"]


def test_sam_is_the_one_of_optax(training):
    loss, w, batches = training
    climb = optax.chain(optax.contrib.normalize(), optax.sgd(0.05))
    theirs = optax.contrib.sam(optax.adam(RATE), climb, sync_period=2, opaque_mode=True)

    def step(carry, batch):
        w, state = carry
        gradient = jax.grad(loss)
        updates, state = theirs.update(gradient(w, batch), state, w, grad_fn=lambda w, _: gradient(w, batch))
        w = optax.apply_updates(w, updates)
        return (w, state), trees.flatten(w)[0]

    _, path = jax.lax.scan(step, (w, theirs.init(w)), batches)
    ours = optimizers.sam(optimizers.adam(RATE), 0.05)
    mine = run(ours, loss, w, STEPS, batches, record=lambda w, state: trees.flatten(w)[0]).path[1:]
    np.testing.assert_allclose(mine, path, atol=1e-6, rtol=1e-6)
