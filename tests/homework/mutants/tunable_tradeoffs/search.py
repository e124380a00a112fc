"""Wrong answers to 08.search: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.tunable_tradeoffs.search import HIGHEST, LOWEST, NEAR, RUNS, _halved


def almost(trained, epsilon):
    """Stops as soon as it is somewhat near."""
    alpha, word = _halved(trained, epsilon)
    return (alpha * 1.3, word) if word == "met" else (alpha, word)


def always_met(trained, epsilon):
    return _halved(trained, epsilon)[0], "met"


def always_jumps(trained, epsilon):
    return _halved(trained, epsilon)[0], "jumps"


def the_middle_where_it_fails(trained, epsilon):
    alpha, word = _halved(trained, epsilon)
    return (1.0 if word == "jumps" else alpha), word


def after_a_look_around(trained, epsilon):
    for alpha in np.geomspace(LOWEST, HIGHEST, RUNS):
        trained(alpha)
    return _halved(trained, epsilon)


def gives_up_at_one_percent(trained, epsilon):
    """Takes what is left after ten runs, 0.8 % of weights, for a jump."""
    return _halved(trained, epsilon, runs=10)


def by_a_coarse_grid(trained, epsilon):
    alphas = np.geomspace(LOWEST, HIGHEST, RUNS)
    off = np.array([trained(alpha)[1] for alpha in alphas]) - epsilon
    best = int(np.argmin(np.abs(off)))
    return alphas[best], "met" if abs(off[best]) <= NEAR else "jumps"


def the_wrong_way(trained, epsilon):
    return _halved(lambda alpha: [0, 2 * epsilon - trained(alpha)[1]], epsilon)


def of_the_first_loss(trained, epsilon):
    return _halved(lambda alpha: trained(alpha)[::-1], epsilon)


def of_the_total(trained, epsilon):
    return _halved(lambda alpha: [0, sum(trained(alpha))], epsilon)


def with_too_few_runs(trained, epsilon):
    return _halved(trained, epsilon, runs=5)


def with_a_wide_tolerance(trained, epsilon):
    return _halved(trained, epsilon, near=0.1)


def up_to_one(trained, epsilon):
    return _halved(trained, epsilon, highest=1.0)


def up_to_ten(trained, epsilon):
    return _halved(trained, epsilon, highest=10.0)


def from_a_tenth_to_twenty(trained, epsilon):
    """The range of the lesson's search."""
    return _halved(trained, epsilon, lowest=0.1, highest=20.0)


def up_to_two_percent(trained, epsilon):
    alpha, word = _halved(trained, epsilon)
    return (alpha * 1.02 if word == "jumps" else alpha), word


def the_best_of_all(trained, epsilon):
    """Where it jumps, the weight of the run that came closest, however far it is from the jump."""
    tried = []
    alpha, word = _halved(lambda alpha: tried.append((alpha, trained(alpha))) or tried[-1][1], epsilon)
    best = min(tried, key=lambda pair: abs(pair[1][1] - epsilon))
    return (alpha if word == "met" else best[0]), word


ALONE = {
    "meets": almost,
    "word": always_met,
    "jump": the_middle_where_it_fails,
    "steep front": gives_up_at_one_percent,
    "runs": after_a_look_around,
}
ALSO = (
    always_jumps,
    by_a_coarse_grid,
    the_wrong_way,
    of_the_first_loss,
    of_the_total,
    with_too_few_runs,
    with_a_wide_tolerance,
    up_to_one,
    up_to_ten,
    from_a_tenth_to_twenty,
    up_to_two_percent,
    the_best_of_all,
)
