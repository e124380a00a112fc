"""What every optimizer in ALL and WRAPPERS obeys, whatever its update rule."""

import inspect
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import losses, models, optimizers, trees
from optcourse.experiments.run import run

CURVATURES = jnp.array([1.0, 10.0])
BOTTOM = jnp.array([0.5, -2.0])
START = jnp.array([1.5, -1.0])

# What a wrapper needs beside its optimizer: a constraint that is met, or a second loss of the same kind.
NEEDS = {
    "sam": {},
    "mdmm": {"constraint": lambda w: 0.1 * second_loss(w), "epsilon": 100.0, "inequality": True},
    "mgda": {"other_loss": lambda w: second_loss(w)},
    "constraint_first": {"constraint": lambda w: 0.1 * second_loss(w), "epsilon": 100.0},
}
WRAPPED = {
    f"{name}_{base}": lambda rate, wrap=wrap, base=base, name=name: wrap(optimizers.ALL[base](rate), **NEEDS[name])
    for name, wrap in optimizers.WRAPPERS.items()
    for base in ("gradient_descent", "adam")
}
MADE = optimizers.ALL | WRAPPED
# Where a law holds only with a setting of the optimizer's own: weight decay moves w where the gradient is zero, and
# on a network the Hessian has negative eigenvalues, along which a step without damping climbs.
AT_REST = MADE | {"adamw": partial(optimizers.adamw, weight_decay=0.0)}
ON_NETWORKS = MADE | {"newton": partial(optimizers.newton, damping=0.3)}


def each(factories):
    return pytest.mark.parametrize("make", factories.values(), ids=factories.keys())


every_optimizer = each(MADE)


def bowl(w):
    return jnp.sum(CURVATURES * (w - BOTTOM) ** 2) / 2


def second_loss(w):
    """Lowest where the bowl is, for two numbers; for any other parameters, what `tree_loss` is."""
    return 2 * bowl(w) if isinstance(w, jax.Array) and w.shape == (2,) else tree_loss(w)


def by_hand(optimizer, w, steps):
    state, path = optimizer.init(w), [w]
    for _ in range(steps):
        w, state, _ = optimizer.step(bowl, w, state)
        path.append(w)
    return jnp.stack(path)


def tree_loss(w):
    return sum(jnp.sum(jnp.asarray(leaf, jnp.float32) ** 2) for leaf in jax.tree.leaves(w))


@every_optimizer
def test_it_decreases_a_convex_quadratic(make):
    trajectory = run(make(0.01), bowl, START, 200)
    assert trajectory.loss[-1] < 0.9 * trajectory.loss[0]


@each(AT_REST)
def test_it_stays_where_the_gradient_is_zero(make):
    np.testing.assert_array_equal(by_hand(make(0.1), BOTTOM, 3), jnp.tile(BOTTOM, (4, 1)))


@each({name: make for name, make in AT_REST.items() if "eps" in inspect.signature(make).parameters})
def test_without_eps_too_what_has_no_gradient_stays(make):
    w = {"matrix": jnp.ones((2, 2)), "vector": jnp.ones(3)}
    end = run(make(0.1, eps=0.0), lambda w: (w["vector"][0] - 2) ** 2, w, 3).end
    np.testing.assert_array_equal(end["matrix"], w["matrix"])
    np.testing.assert_array_equal(end["vector"][1:], w["vector"][1:])
    assert end["vector"][0] > 1


@every_optimizer
def test_info_describes_the_point_it_leaves(make):
    optimizer, w = make(0.01), START
    state = optimizer.init(w)
    for _ in range(3):
        next_w, state, info = optimizer.step(bowl, w, state)
        np.testing.assert_allclose(info.loss, bowl(w), rtol=1e-6)
        np.testing.assert_allclose(info.gradient_norm, jnp.linalg.norm(jax.grad(bowl)(w)), rtol=1e-6)
        assert not jnp.array_equal(next_w, w)
        w = next_w


SIZES = (1e-25, 1e-15, 1.0, 1e15, 1e25)  # the squares of the first and the last are nothing in float32


def from_zero(make, units, steps=1, rate=lambda unit: 0.01, shape=(2,)):
    """Runs from w = 0, where no step is lost in rounding: on the bowl in each of these units."""
    one = lambda unit: run(make(rate(unit)), lambda w: unit * bowl(w), jnp.zeros(shape), steps)
    return jax.vmap(one)(jnp.float32(units))


@every_optimizer
def test_its_first_step_is_finite_and_not_zero_for_gradients_of_any_size(make):
    first = from_zero(make, SIZES)
    assert np.all(np.isfinite(first.end)) and np.all(first.end != 0)
    slope = np.linalg.norm(np.asarray(CURVATURES * BOTTOM))
    np.testing.assert_allclose(first.gradient_norm[:, 0], slope * np.float32(SIZES), rtol=1e-5)


FREE = {
    name: partial(optimizers.ALL[name], eps=0.0)
    for name in optimizers.ALL
    if "eps" in inspect.signature(optimizers.ALL[name]).parameters and name != "radam"
} | {name: optimizers.ALL[name] for name in ("lion", "newton")}


@each(FREE)
def test_without_eps_it_does_not_see_the_unit_of_the_loss(make):
    small, one, large, huge = from_zero(make, (1e-15, 1.0, 1e14, 1e25), 20, shape=(1, 2)).path  # muon's is a matrix
    np.testing.assert_allclose(small, one, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(large, one, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(huge[1], one[1], rtol=1e-4)
    assert np.all(np.isfinite(huge)) and bowl(huge[-1]) < bowl(huge[0])


@each({name: optimizers.ALL[name] for name in ("gradient_descent", "momentum", "nesterov")})
def test_its_rate_has_the_unit_of_the_loss(make):
    paths = from_zero(make, SIZES, 5, rate=lambda unit: 0.01 / unit).path
    np.testing.assert_allclose(paths, jnp.broadcast_to(paths[2], paths.shape), rtol=1e-4)


def kinds(tree):
    return jax.tree.map(lambda leaf: (leaf.shape, str(leaf.dtype)), tree)


@every_optimizer
@pytest.mark.parametrize(
    "rate",
    [0.1, np.float64(0.1), jnp.float32(0.1), lambda t: 0.1 / (t + 1)],
    ids=["number", "float64", "float32", "schedule"],
)
def test_it_keeps_the_structure_and_the_dtype_of_the_parameters_and_of_its_state(make, rate, float64):
    w = {
        "half": [jnp.ones((2, 3), jnp.float16), jnp.ones((), jnp.bfloat16)],
        "more": (jnp.ones(2, jnp.float32), {"double": jnp.ones(1, jnp.float64)}),
    }
    optimizer = make(rate)
    state = optimizer.init(w)
    next_w, next_state, _ = jax.eval_shape(lambda: optimizer.step(tree_loss, w, state))
    assert kinds(next_w) == kinds(w)
    assert kinds(next_state) == kinds(state)


@every_optimizer
def test_parameters_that_are_all_of_half_precision_are_moved_and_stay_so(make):
    starts = [
        {"matrix": jnp.ones((2, 3), dtype), "vector": jnp.ones(2, dtype)} for dtype in (jnp.float16, jnp.bfloat16)
    ]
    optimizer = make(0.1)
    states = [optimizer.init(w) for w in starts]
    stepped = jax.jit(lambda *pairs: [optimizer.step(tree_loss, w, state)[:2] for w, state in pairs])
    after = stepped(*zip(starts, states))
    assert kinds(after) == kinds(list(zip(starts, states)))
    assert all(np.all((0 <= leaf) & (leaf < 1)) for leaf in jax.tree.leaves([w for w, _ in after]))


@every_optimizer
def test_the_buffers_of_its_parameters_and_of_its_state_may_be_reused(make):
    optimizer, w = make(0.01), jnp.array(START)
    step, state = jax.jit(partial(optimizer.step, bowl), donate_argnums=(0, 1)), optimizer.init(w)
    for _ in range(2):
        w, state, _ = step(w, state)
    np.testing.assert_allclose(w, by_hand(make(0.01), START, 2)[-1], rtol=1e-5)


@every_optimizer
def test_step_by_step_jit_scan_and_vmap_agree(make):
    starts = jnp.stack([START, -START])
    expected = jnp.stack([by_hand(make(0.01), start, 4) for start in starts])
    scanned = run(make(0.01), bowl, START, 4)
    jitted = jax.jit(lambda start: run(make(0.01), bowl, start, 4))(START)
    mapped = jax.vmap(lambda start: run(make(0.01), bowl, start, 4))(starts)
    for path in (scanned.path, jitted.path, mapped.path[0]):
        np.testing.assert_allclose(path, expected[0], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(mapped.path[1], expected[1], rtol=1e-5, atol=1e-6)


@every_optimizer
def test_it_compiles_once_for_any_learning_rate(make):
    traces = []

    @jax.jit
    def end(learning_rate):
        traces.append(learning_rate)
        return run(make(learning_rate), bowl, START, 3).end

    ends = [end(rate) for rate in (0.001, 0.01, 0.02)]
    assert len(traces) == 1
    assert not jnp.array_equal(ends[0], ends[1])


@every_optimizer
def test_zero_steps_return_the_start(make):
    trajectory = run(make(0.1), bowl, START, 0)
    assert trajectory.path.shape == (1, 2)
    np.testing.assert_array_equal(trajectory.end, START)


@every_optimizer
def test_a_schedule_is_called_with_t_from_zero(make):
    times = []

    def rate(t):
        times.append(int(t))
        return 0.01

    optimizer, w = make(rate), START
    state = optimizer.init(w)
    for _ in range(3):
        w, state, _ = optimizer.step(bowl, w, state)
    assert sorted(set(times)) == [0, 1, 2]
    assert times == sorted(times)


@every_optimizer
def test_a_rate_that_is_zero_until_step_t_holds_it_until_then(make):
    held = lambda first: run(make(lambda t: jnp.where(t < first, 0.0, 0.01)), bowl, START, 4).path
    for first, path in zip((0, 2), jax.vmap(held)(jnp.array([0, 2]))):
        np.testing.assert_array_equal(path[: first + 1], jnp.tile(START, (first + 1, 1)))
        assert not jnp.array_equal(path[first + 1], START)


@every_optimizer
def test_a_constant_schedule_is_the_number(make):
    np.testing.assert_array_equal(by_hand(make(lambda t: 0.01), START, 3), by_hand(make(0.01), START, 3))


@every_optimizer
@pytest.mark.parametrize("rate", [-0.1, float("nan"), float("inf"), "fast", None])
def test_a_learning_rate_that_is_none_is_named_in_one_sentence(make, rate):
    with pytest.raises(ValueError) as error:
        make(rate)
    assert str(error.value) == f"learning_rate = {rate}: give a finite number >= 0"


@pytest.fixture(scope="module")
def network():
    """(loss, w) of a small network on two classes of points."""
    model = models.mlp((2, 8, 2))
    inputs = jax.random.normal(jax.random.key(0), (20, 2))
    labels = jnp.asarray(inputs[:, 0] > 0, int)
    return lambda w: losses.cross_entropy(model.apply(w, inputs), labels), model.init(jax.random.key(1))


@each(ON_NETWORKS)
def test_it_trains_a_network(make, network):
    loss, w = network
    trajectory = run(make(0.05), loss, w, 50, record=lambda w, _: None)
    assert trajectory.loss[-1] < 0.9 * trajectory.loss[0]
    assert trees.size(trajectory.end) == trees.size(w)
