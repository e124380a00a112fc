"""Wrong answers to 07.largest_jump: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.linear_combinations.largest_jump import HIGH, LOW, RUNS, _jump


def in_steps_of_5_percent(trained, low, high):
    return _jump(trained, low, high, step=1.05)


def without_the_largest(trained, low, high):
    """Takes the largest for an outlier."""
    alphas = low * 1.01 ** np.arange(int(np.log(high / low) / np.log(1.01)) + 1)
    jumps = np.abs(np.diff([trained(alpha)[0] for alpha in alphas]))
    return np.sort(jumps)[-2], alphas[int(np.argmax(jumps))]


def its_number(trained, low, high):
    jump, alpha = _jump(trained, low, high)
    return jump, np.round(np.log(alpha / low) / np.log(1.01))


def two_runs_for_each(trained, low, high):
    alphas = np.geomspace(low, high / 1.01, 1000)
    jumps = np.array([abs(trained(1.01 * alpha)[0] - trained(alpha)[0]) for alpha in alphas])
    return np.max(jumps), alphas[int(np.argmax(jumps))]


def of_the_total(trained, low, high):
    return _jump(lambda alpha: [sum(trained(alpha))], low, high)


def of_the_weighted_total(trained, low, high):
    return _jump(lambda alpha: [trained(alpha) @ np.array([1, alpha])], low, high)


def with_normalized_weights(trained, low, high):
    """As if the second loss had the weight α / (1 + α)."""
    return _jump(lambda alpha: trained(alpha / (1 + alpha)), low, high)


def from_one_on(trained, low, high):
    return _jump(trained, 1.0, high)


def with_forty_weights(trained, low, high):
    return _jump(trained, low, high, step=(high / low) ** (1 / 40))


def in_even_steps(trained, low, high):
    alphas = np.linspace(low, high, 324)
    jumps = np.abs(np.diff([trained(alpha)[0] for alpha in alphas]))
    return np.max(jumps), alphas[int(np.argmax(jumps))]


def without_the_ends(trained, low, high):
    return _jump(trained, 1.2 * low, high / 1.2)


def in_the_range_of_the_notebook(trained, low, high):
    return _jump(trained, LOW, HIGH)


def in_steps_of_a_hundredth(trained, low, high):
    alphas = np.arange(low, high, 0.01)[:RUNS]
    jumps = np.abs(np.diff([trained(alpha)[0] for alpha in alphas]))
    return np.max(jumps), alphas[int(np.argmax(jumps))]


def in_300_steps(trained, low, high):
    return _jump(trained, low, high, step=(high / low) ** (1 / 299))


def of_the_second(trained, low, high):
    return _jump(trained, low, high, which=1)


def five_percent_more(trained, low, high):
    jump, alpha = _jump(trained, low, high)
    return 1.05 * jump, alpha


def from_end_to_end(trained, low, high):
    return abs(trained(high)[0] - trained(low)[0]), low


def jump_per_percent(trained, low, high):
    jump, alpha = _jump(trained, low, high)
    return jump / 0.01, alpha


ALONE = {
    "convex front": in_steps_of_5_percent,
    "concave front": without_the_largest,
    "weight of the jump": its_number,
    "jump near an end": without_the_ends,
    "runs": two_runs_for_each,
}
ALSO = (
    of_the_total,
    of_the_weighted_total,
    with_normalized_weights,
    from_one_on,
    with_forty_weights,
    in_even_steps,
    from_end_to_end,
    jump_per_percent,
    in_the_range_of_the_notebook,
    in_steps_of_a_hundredth,
    in_300_steps,
    of_the_second,
    five_percent_more,
)
