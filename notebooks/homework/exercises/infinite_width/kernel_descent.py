"""Exercise: the outputs of a network whose kernel does not move, after some steps of gradient descent."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def kernel_descent(k, K, targets, start, learning_rate, steps):
    """f after so many steps u ← u - η K (u - y), f ← f - η k (u - y) from start = (u, f)."""
    k, K, targets = (np.asarray(each, float) for each in (k, K, targets))
    u, f = (np.asarray(each, float) for each in start)
    for _ in range(steps):
        residual = u - targets
        u, f = u - learning_rate * K @ residual, f - learning_rate * k @ residual
    return f


def zeros(k) -> tuple[np.ndarray, np.ndarray]:
    """A network whose outputs are zero before training: at the examples, and at others."""
    return np.zeros(k.shape[1]), np.zeros(k.shape[0])


SHAPES = (3, 4), (2, 6)  # of k: each new one costs the time to compile it


def kernels(random, twice=0, smallest=0.5) -> tuple[np.ndarray, np.ndarray, float]:
    """(k, K, unit): of other inputs with n examples, and of those; K has eigenvalues of 0.5 to 1 times the unit.

    twice: 1 if the first example comes again at the end. K is exactly singular then. smallest: of the eigenvalues.
    """
    m, n = random.choice(SHAPES)
    different, unit = n - twice, 10 ** random.uniform(-1, 1)
    Q, _ = np.linalg.qr(random.normal(size=(different, different)))
    eigenvalues = unit * np.r_[smallest, 1, random.uniform(0.5, 1, different - 2)]
    k, K = unit * random.normal(size=(m, different)), (Q * eigenvalues) @ Q.T
    rows = np.arange(n) % different
    return k[:, rows], K[np.ix_(rows, rows)], unit


def rate(random, unit, low, high) -> float:
    """With η λ_max between low and high."""
    return float(random.uniform(low, high) / unit)


def before_and_after_a_step(random):
    """No step, and a long one, with an eigenvalue so small that a pseudoinverse or a ridge would lose it."""
    k, K, unit = kernels(random, smallest=0.02)
    y, learning_rate = random.normal(size=len(K)), rate(random, unit, 1.2, 1.8)
    return [(k, K, y, zeros(k), learning_rate, steps) for steps in (0, 1)]


def half_way_and_at_the_end(random):
    """Many short steps, by which about half is learned; and as many as need be for all of it."""
    k, K, unit = kernels(random)
    y, steps = random.normal(size=len(K)), int(random.integers(80, 120))
    half_way = k, K, y, zeros(k), rate(random, unit, 0.9, 1.1) / steps, steps
    return [half_way, (k, K, y, zeros(k), rate(random, unit, 0.3, 0.8), steps)]


def from_a_start(random):
    """From a network's own outputs; from zero, to the targets that are left; and with nothing left to learn."""
    k, K, unit = kernels(random)
    (y, u), f = random.normal(size=(2, len(K))), random.normal(size=len(k))
    learning_rate, steps = rate(random, unit, 0.2, 0.6), int(random.integers(2, 6))
    calls = [(y, (u, f)), (y - u, zeros(k)), (u, (u, f))]
    return [(k, K, targets, start, learning_rate, steps) for targets, start in calls]


def with_an_input_twice(random):
    """The first input comes twice, with two targets: these, and others with the same mean."""
    k, K, unit = kernels(random, twice=1)
    learning_rate, steps = rate(random, unit, 0.3, 0.8), int(random.integers(2, 5))
    calls, y = [], random.normal(size=len(K))
    for apart in (0, *random.uniform(1, 3, 2)):
        targets = y.copy()
        targets[[0, -1]] += apart, -apart
        calls.append((k, K, targets, zeros(k), learning_rate, steps))
    return calls


def right(calls, answers, expected):
    return close(np.concatenate(answers), np.concatenate(expected), 1e-3)


def each_right(calls, answers, expected):
    return all(close(*pair) for pair in zip(answers, expected))


EXERCISE = Exercise(
    name="kernel_descent",
    points=2,
    solution=kernel_descent,
    properties=(
        Property(
            "one step",
            statement="from zero a step leads to η k y, however long it is, and no step leads nowhere",
            hint="Every step takes off the learning rate times k (u - y), u the outputs at the examples. "
            "`range(steps)` makes no turn for 0. The flow of lesson 11 is not a step of descent.",
            case=before_and_after_a_step,
            holds=right,
        ),
        Property(
            "many steps",
            statement="many short steps are an unfinished regression, and ever more of them end in k K⁻¹ y",
            hint="Each step finds other outputs u at the examples, so move them too, with K. "
            "Both moves of a step use the u from before it.",
            case=half_way_and_at_the_end,
            holds=each_right,
        ),
        Property(
            "start",
            statement="from the outputs (u, f) of a network it goes to f plus what it would learn from zero of the "
            "targets y - u, and stays at f where y is u",
            hint="Begin with the network's own outputs: u at the examples, f at the others. Both count.",
            case=from_a_start,
            holds=each_right,
        ),
        Property(
            "twice",
            statement="where an input comes twice, with two targets, it goes on, and only their mean counts, twice",
            hint="The kernel of inputs of which two agree has no inverse. A loop of steps needs none, "
            "and no other case: both are examples, and both pull.",
            case=with_an_input_twice,
            holds=each_right,
        ),
    ),
    explanation="So much is left of training where the kernel stands still: a linear recursion, "
    "in which the random start is the only thing that the limit does not know.",
)
