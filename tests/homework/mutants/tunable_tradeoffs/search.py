"""Wrong answers to 08.search: each property's own, which it alone catches, and others."""

import math

import numpy as np

from exercises.tunable_tradeoffs.search import HIGHEST, LOWEST, NEAR, RUNS, search


def halved(trained, epsilon, runs=RUNS, near=NEAR, lowest=LOWEST, highest=HIGHEST):
    """The right search, with numbers that can be changed."""
    for _ in range(runs):
        alpha = math.sqrt(lowest * highest)
        off = float(trained(alpha)[1]) - epsilon
        if abs(off) <= near:
            return alpha, "met"
        lowest, highest = (alpha, highest) if off > 0 else (lowest, alpha)
    return alpha, "jumps"


def almost(trained, epsilon):
    """Stops as soon as it is somewhat near."""
    alpha, word = search(trained, epsilon)
    return (alpha * 1.3, word) if word == "met" else (alpha, word)


def always_met(trained, epsilon):
    return search(trained, epsilon)[0], "met"


def the_middle_where_it_fails(trained, epsilon):
    alpha, word = search(trained, epsilon)
    return (1.0 if word == "jumps" else alpha), word


def gives_up_at_one_percent(trained, epsilon):
    """Takes what is left after ten runs, 0.8 % of weights, for a jump."""
    return halved(trained, epsilon, runs=10)


def after_a_look_around(trained, epsilon):
    for alpha in np.geomspace(LOWEST, HIGHEST, RUNS):
        trained(alpha)
    return search(trained, epsilon)


def until_it_is_met(trained, epsilon):
    return halved(trained, epsilon, runs=10**6)


def gives_up_after_15_runs(trained, epsilon):
    return halved(trained, epsilon, runs=15)


def by_a_coarse_grid(trained, epsilon):
    alphas = np.geomspace(LOWEST, HIGHEST, RUNS)
    off = np.array([trained(alpha)[1] for alpha in alphas]) - epsilon
    best = int(np.argmin(np.abs(off)))
    return alphas[best], "met" if abs(off[best]) <= NEAR else "jumps"


def doubles_first(trained, epsilon):
    """From 1 up or down by factors of 2 until the target lies between, then by halves: too many runs far from 1."""
    lowest = highest = 1.0
    while trained(highest)[1] > epsilon:
        lowest, highest = highest, 2 * highest
    while lowest == highest or trained(lowest)[1] < epsilon:
        highest, lowest = lowest, lowest / 2
    return halved(trained, epsilon, 16, NEAR, lowest, highest)


def of_the_total(trained, epsilon):
    return search(lambda alpha: [0, sum(trained(alpha))], epsilon)


def with_a_wide_tolerance(trained, epsilon):
    return halved(trained, epsilon, near=0.1)


def from_a_tenth_to_twenty(trained, epsilon):
    """The range of the lesson's search."""
    return halved(trained, epsilon, lowest=0.1, highest=20.0)


def followed(trained, epsilon):
    """The search, and (alpha, L₂ - ε) of its runs."""
    tried = []

    def noted(alpha):
        losses = trained(alpha)
        tried.append((alpha, losses[1] - epsilon))
        return losses

    return *search(noted, epsilon), tried


def the_best_of_all(trained, epsilon):
    """Where it jumps, the weight of the run that came closest, however far it is from the jump."""
    alpha, word, tried = followed(trained, epsilon)
    return (alpha if word == "met" else min(tried, key=lambda pair: abs(pair[1]))[0]), word


def met_if_the_last_run_is_near(trained, epsilon):
    alpha, _, tried = followed(trained, epsilon)
    return alpha, "met" if abs(tried[-1][1]) < 0.05 else "jumps"


ALONE = {
    "meets": almost,
    "word": always_met,
    "jump": the_middle_where_it_fails,
    "steep front": gives_up_at_one_percent,
    "runs": after_a_look_around,
}
ALSO = (
    until_it_is_met,
    gives_up_after_15_runs,
    by_a_coarse_grid,
    doubles_first,
    of_the_total,
    with_a_wide_tolerance,
    from_a_tenth_to_twenty,
    the_best_of_all,
    met_if_the_last_run_is_near,
)
