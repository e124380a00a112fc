"""What every optimizer in ALL and WRAPPERS obeys, whatever its update rule."""

import inspect
from functools import cache, partial
from operator import itemgetter

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from optcourse import losses, models, optimizers, trees
from optcourse.experiments.run import run

CURVATURES = np.float32([1.0, 10.0])
BOTTOM = np.float32([0.5, -2.0])
START = np.float32([1.5, -1.0])

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
    """(path, infos) of steps that nothing compiles."""
    state, path, infos = optimizer.init(w), [w], []
    for _ in range(steps):
        w, state, info = optimizer.step(bowl, w, state)
        path.append(w)
        infos.append(info)
    return np.stack(path), infos


@cache
def first_steps(make):
    """(path, infos) of four steps by hand, for those who compare."""
    return by_hand(make(0.01), START, 4)


def tree_loss(w):
    return sum(jnp.sum(jnp.asarray(leaf, jnp.float32) ** 2) for leaf in jax.tree.leaves(w))


SIZES = (1e-25, 1e-15, 1.0, 1e15, 1e25)  # the squares of the first and the last are nothing in float32


@cache
def runs(make):
    """Some runs of 200 steps in one program, by name, and how often it was traced.

    From w = 0 no step is lost in rounding: what is compared in several units begins there.
    """
    traces = []

    @jax.jit
    @jax.vmap
    def several(rate, unit, start):
        traces.append(rate)
        return run(make(rate), lambda w: unit * bowl(w), start, 200)

    starts = {"here": START, "there": -START, "at rest": BOTTOM, "slow": START}
    rows = {name: (0.01, 1.0, start) for name, start in starts.items()}
    rows["at rest"], rows["slow"] = (0.1, 1.0, BOTTOM), (0.001, 1.0, START)
    rows |= {("from zero", size): (0.01, size, 0 * START) for size in SIZES}
    rows |= {("in its unit", size): (0.01 / size, size, 0 * START) for size in SIZES}
    found = jax.tree.map(np.asarray, several(*(np.array(column, np.float32) for column in zip(*rows.values()))))
    return {name: jax.tree.map(itemgetter(row), found) for row, name in enumerate(rows)}, len(traces)


@every_optimizer
def test_it_decreases_a_convex_quadratic(make):
    loss = runs(make)[0]["here"].loss
    assert loss[-1] < 0.9 * loss[0]


@each(AT_REST)
def test_it_stays_where_the_gradient_is_zero(make):
    np.testing.assert_array_equal(runs(make)[0]["at rest"].path, np.tile(BOTTOM, (201, 1)))


@each({name: make for name, make in AT_REST.items() if "eps" in inspect.signature(make).parameters})
def test_without_eps_too_what_has_no_gradient_stays(make):
    w = {"matrix": jnp.ones((2, 2)), "vector": jnp.ones(3)}
    end = run(make(0.1, eps=0.0), lambda w: (w["vector"][0] - 2) ** 2, w, 3).end
    np.testing.assert_array_equal(end["matrix"], w["matrix"])
    np.testing.assert_array_equal(end["vector"][1:], w["vector"][1:])
    assert end["vector"][0] > 1


@every_optimizer
def test_info_describes_the_point_it_leaves(make):
    path, infos = first_steps(make)
    for w, next_w, info in zip(path, path[1:], infos):
        np.testing.assert_allclose(info.loss, bowl(w), rtol=1e-6)
        np.testing.assert_allclose(info.gradient_norm, np.linalg.norm(CURVATURES * (w - BOTTOM)), rtol=1e-6)
        assert not np.array_equal(next_w, w)


@every_optimizer
def test_its_first_step_is_finite_and_not_zero_for_gradients_of_any_size(make):
    for size in SIZES:
        found = runs(make)[0]["from zero", size]
        assert np.all(np.isfinite(found.path[1])) and np.all(found.path[1] != 0), size
        slope = np.linalg.norm(CURVATURES * BOTTOM)
        np.testing.assert_allclose(found.gradient_norm[0], slope * np.float32(size), rtol=1e-5)


# Whoever has a parameter called eps obeys this law without it; radam does not: until v̂ is rectified, its step is m̂.
FREE = {
    name: partial(optimizers.ALL[name], eps=0.0)
    for name in optimizers.ALL
    if "eps" in inspect.signature(optimizers.ALL[name]).parameters and name != "radam"
} | {name: optimizers.ALL[name] for name in ("lion", "newton")}


@each(FREE)
def test_without_eps_it_does_not_see_the_unit_of_the_loss(make):
    start = jnp.zeros((1, 2))  # muon's is a matrix
    one_run = lambda unit: run(make(0.01), lambda w: unit * bowl(w), start, 20).path
    small, one, large, huge = np.asarray(jax.jit(jax.vmap(one_run))(np.float32([1e-15, 1.0, 1e14, 1e25])))
    np.testing.assert_allclose(small, one, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(large, one, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(huge[1], one[1], rtol=1e-4)
    assert np.all(np.isfinite(huge)) and bowl(huge[-1]) < bowl(huge[0])


@each({name: optimizers.ALL[name] for name in ("gradient_descent", "momentum", "nesterov")})
def test_its_rate_has_the_unit_of_the_loss(make):
    for size in SIZES:
        found, expected = (runs(make)[0]["in its unit", each].path[:6] for each in (size, 1.0))
        np.testing.assert_allclose(found, expected, rtol=1e-4)


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
    np.testing.assert_allclose(w, first_steps(make)[0][2], rtol=1e-5)


@every_optimizer
def test_step_by_step_jit_scan_and_vmap_agree(make):
    here, there = first_steps(make)[0], by_hand(make(0.01), -START, 4)[0]
    scanned, mapped = run(make(0.01), bowl, START, 4), runs(make)[0]
    for path, expected in ((scanned.path, here), (mapped["here"].path[:5], here), (mapped["there"].path[:5], there)):
        np.testing.assert_allclose(path, expected, rtol=1e-5, atol=1e-6)


@every_optimizer
def test_it_compiles_once_for_any_learning_rate(make):
    found, traced = runs(make)
    assert traced == 1
    assert not np.array_equal(found["slow"].end, found["here"].end)


@every_optimizer
def test_zero_steps_return_the_start(make):
    with jax.disable_jit():
        trajectory = run(make(0.1), bowl, START, 0)
    assert trajectory.path.shape == (1, 2)
    np.testing.assert_array_equal(trajectory.end, START)


@every_optimizer
def test_a_schedule_is_called_with_t_from_zero_and_a_constant_one_is_the_number(make):
    times = []

    def rate(t):
        times.append(int(t))
        return 0.01

    path, _ = by_hand(make(rate), START, 3)
    assert sorted(set(times)) == [0, 1, 2]
    assert times == sorted(times)
    np.testing.assert_array_equal(path, first_steps(make)[0][:4])


@every_optimizer
def test_a_rate_that_is_zero_until_step_t_holds_it_until_then(make):
    path, _ = by_hand(make(lambda t: jnp.where(t < 2, 0.0, 0.01)), START, 3)
    np.testing.assert_array_equal(path[:3], np.tile(START, (3, 1)))
    assert not np.array_equal(path[3], START)


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
