"""Exercise: H v (1.6) without building H."""

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.curvature import hessian_vector
from optcourse.homework.arguments import Loss
from optcourse.homework.critical_points.gradient import somewhere_steep
from optcourse.homework.exercise import Exercise, Property, close

SMALL, LARGE = 100, 200  # weights


def work(function, loss, w, v):
    """How many numbers the function computes, counted by JAX without computing any; loops count each turn."""
    return float(_numbers(jax.make_jaxpr(lambda w, v: function(loss, w, v))(w, v).jaxpr))


def _numbers(jaxpr) -> int:
    total = 0
    for equation in jaxpr.eqns:
        leaves = jax.tree.leaves(list(equation.params.values()), is_leaf=lambda leaf: hasattr(leaf, "eqns"))
        inner = [getattr(leaf, "jaxpr", leaf) for leaf in leaves]
        inside = sum(_numbers(each) for each in inner if hasattr(each, "eqns"))
        outputs = sum(int(np.prod(getattr(each.aval, "shape", ()))) for each in equation.outvars)
        total += inside * equation.params.get("length", 1) if inside else outputs
    return total


def with_a_unit_vector(random) -> tuple:
    loss, w = somewhere_steep(random)
    angle = random.uniform(0, 2 * np.pi)
    return loss, w, np.array([np.cos(angle), np.sin(angle)])


def with_a_vector_and_its_triple(random):
    loss, w, v = with_a_unit_vector(random)
    return [(loss, w, v), (loss, w, 3 * v)]


def of_two_sizes(random):
    return [(Loss("row"), random.normal(size=n), random.normal(size=n)) for n in (SMALL, LARGE)]


def triples(calls, answers, expected):
    return close(answers[1], 3 * answers[0], 0.02)


# Plausible and wrong


def of_the_way_back(loss, w, v):
    return -hessian_vector(loss, w, v)


def of_the_direction_only(loss, w, v):
    return hessian_vector(loss, w, v / jnp.linalg.norm(v))


def through_the_matrix(loss, w, v):
    return jax.hessian(loss)(w) @ v


def column_by_column(loss, w, v):
    columns = jax.lax.map(lambda e: hessian_vector(loss, w, e), jnp.eye(w.size))
    return v @ columns


def columns_added_up(loss, w, v):
    def add(i, total):
        return total + v[i] * hessian_vector(loss, w, jnp.zeros(w.size).at[i].set(1))

    return jax.lax.fori_loop(0, w.size, add, jnp.zeros(w.size))


def of_the_diagonal(loss, w, v):
    return jnp.diag(jax.hessian(loss)(w)) * v


def slope_along(loss, w, v):
    return jax.jvp(loss, (w,), (v,))[1]


EXERCISE = Exercise(
    name="hessian_vector",
    points=2,
    solution=hessian_vector,
    properties=(
        Property(
            words="it is how fast the gradient changes on the way along v",
            hint="Differentiate the gradient: `jax.jvp(f, (w,), (v,))` gives f(w) and the change of f along v.",
            case=lambda random: [with_a_unit_vector(random)],
            holds=lambda calls, answers, expected: close(*answers, *expected, 0.02),
            mutant=of_the_way_back,
        ),
        Property(
            words="a vector that is three times as long gives three times the answer",
            hint="The length of v counts: H (3 v) = 3 H v.",
            case=with_a_vector_and_its_triple,
            holds=triples,
            mutant=of_the_direction_only,
        ),
        Property(
            words="twice the weights are about twice the work, not four times",
            hint=f"With {SMALL} weights H has {SMALL**2} entries: neither make them all, nor go through it by columns. "
            "How the gradient changes along one v is a single number for each weight.",
            case=of_two_sizes,
            holds=lambda calls, answers, expected: answers[1] < 3 * answers[0],
            mutant=through_the_matrix,
            measure=work,
            unit="operations",
            cases=1,
        ),
    ),
    because="In the lesson's networks one such product costs about two gradients, whatever their size.",
    mutants=(column_by_column, columns_added_up, of_the_diagonal, slope_along),
)
