"""Wrong answers to 07.largest_jump: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.linear_combinations.largest_jump import HIGH, LOW, largest_jump


def changes(trained, low, high, step=1.01):
    """The weights of a sweep in these steps, and the change of the first loss from each to the next."""
    alphas = low * step ** np.arange(int(np.log(high / low) / np.log(step)) + 1)
    return alphas, np.diff([trained(alpha)[0] for alpha in alphas])


def largest(alphas, jumps):
    return np.max(jumps), alphas[int(np.argmax(jumps))]


def in_steps(trained, low, high, step):
    """Right, but for the step."""
    alphas, jumps = changes(trained, low, high, step)
    return largest(alphas, np.abs(jumps))


def in_steps_of_half_a_percent(trained, low, high):
    return in_steps(trained, low, high, step=1.005)


def without_the_largest(trained, low, high):
    """Takes the largest for an outlier."""
    alphas, jumps = changes(trained, low, high)
    return np.sort(np.abs(jumps))[-2], alphas[int(np.argmax(np.abs(jumps)))]


def its_number(trained, low, high):
    jump, alpha = largest_jump(trained, low, high)
    return jump, np.round(np.log(alpha / low) / np.log(1.01))


def five_percent_short(trained, low, high):
    return largest_jump(trained, 1.05 * low, high / 1.05)


def two_runs_for_each(trained, low, high):
    alphas = np.geomspace(low, high / 1.01, 360)
    return largest(alphas, np.abs([trained(1.01 * alpha)[0] - trained(alpha)[0] for alpha in alphas]))


def in_300_steps(trained, low, high):
    return in_steps(trained, low, high, step=(high / low) ** (1 / 299))


def rises_alone(trained, low, high):
    return largest(*changes(trained, low, high))


def coarse_then_fine(trained, low, high):
    """Forty weights, and steps of 1 % in the largest of their steps alone."""
    _, alpha = in_steps(trained, low, high, step=(high / low) ** (1 / 40))
    return in_steps(trained, alpha, alpha * (high / low) ** (1 / 40) * 1.01, step=1.01)


def halving_first(trained, low, high):
    """Halves for the larger change; sweeps only where what it finds is small."""
    left, right = low, high
    while right / left > 1.01:
        middle = np.sqrt(left * right)
        first, half, last = (trained(alpha)[0] for alpha in (left, middle, right))
        left, right = (left, middle) if abs(half - first) >= abs(last - half) else (middle, right)
    jump = abs(trained(right)[0] - trained(left)[0])
    if jump > 0.4 * abs(trained(high)[0] - trained(low)[0]):
        return jump, left
    return largest_jump(trained, low, high)


def first_large(trained, low, high):
    """The first change above a tenth of the range, if there is one."""
    alphas, jumps = changes(trained, low, high)
    large = np.flatnonzero(np.abs(jumps) > 0.1 * np.ptp(np.cumsum(jumps)))
    i = large[0] if len(large) else np.argmax(np.abs(jumps))
    return abs(jumps[i]), alphas[i]


def lowest_weight_without_a_jump(trained, low, high):
    jump, alpha = largest_jump(trained, low, high)
    return jump, alpha if jump > 0.05 else low


def of_the_second(trained, low, high):
    return largest_jump(lambda alpha: trained(alpha)[1:], low, high)


def in_the_range_of_the_notebook(trained, low, high):
    return largest_jump(trained, LOW, HIGH)


def from_end_to_end(trained, low, high):
    return abs(trained(high)[0] - trained(low)[0]), low


ALONE = {
    "no jump": in_steps_of_half_a_percent,
    "size of the jump": without_the_largest,
    "weight of the jump": its_number,
    "jump near an end": five_percent_short,
    "runs": two_runs_for_each,
}
ALSO = (
    in_300_steps,
    rises_alone,
    coarse_then_fine,
    halving_first,
    first_large,
    lowest_weight_without_a_jump,
    of_the_second,
    in_the_range_of_the_notebook,
    from_end_to_end,
)
