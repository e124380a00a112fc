"""Wrong answers to 05.edge: each property's own, which it alone catches, and others."""

import math

import numpy as np

from exercises.cross_entropy_and_mse.edge import SEEDS, WITHIN, edge


def _halved(accuracy, low, high, halvings=11, share=0.5, seeds=range(SEEDS), average=np.median):
    for _ in range(halvings):
        middle = (low + high) / 2
        learns = average([accuracy(middle, seed) for seed in seeds]) > share
        low, high = (middle, high) if learns else (low, middle)
    return (low + high) / 2


def _until(length, accuracy, low, high, **how):
    return _halved(accuracy, low, high, max(0, math.ceil(math.log2((high - low) / length))), **how)


def halved_seven_times(accuracy, low, high):
    return _halved(accuracy, low, high, 7)


def halved_ten_times(accuracy, low, high):
    return _halved(accuracy, low, high, 10)


def halved_by_a_table(accuracy, low, high):
    return _halved(accuracy, low, high, 12 if high - low > 100 else 7)


def to_a_fifth(accuracy, low, high):
    """65 trainings from 1000, where 60 are allowed."""
    return _until(0.2, accuracy, low, high)


def to_a_hundredth(accuracy, low, high):
    return _until(0.01, accuracy, low, high)


def in_whole_numbers(accuracy, low, high):
    """Never ends: an interval of 1 is not halved any more."""
    while high - low > WITHIN:
        middle = (low + high) // 2
        learns = np.median([accuracy(middle, seed) for seed in range(SEEDS)]) > 0.5
        low, high = (middle, high) if learns else (low, middle)
    return (low + high) / 2


def seed_zero_alone(accuracy, low, high):
    return _until(WITHIN, accuracy, low, high, seeds=[0])


def seed_one_alone(accuracy, low, high):
    return _until(WITHIN, accuracy, low, high, seeds=[1])


def three_seeds(accuracy, low, high):
    return _until(WITHIN, accuracy, low, high, seeds=[1, 2, 4])


def by_the_mean(accuracy, low, high):
    return _until(WITHIN, accuracy, low, high, average=np.mean)


def by_the_mean_of_the_middle_three(accuracy, low, high):
    return _until(WITHIN, accuracy, low, high, average=lambda found: np.mean(np.sort(found)[1:4]))


def halfway_down(accuracy, low, high):
    """Where the accuracy is in the middle between those of both ends."""
    return _until(WITHIN, accuracy, low, high, share=(accuracy(low, 2) + accuracy(high, 2)) / 2)


def where_it_is_no_longer_good(accuracy, low, high):
    return _until(WITHIN, accuracy, low, high, share=0.6)


def on_a_grid(accuracy, low, high):
    biases = np.arange(low, high, WITHIN)
    learns = [np.median([accuracy(bias, seed) for seed in range(SEEDS)]) > 0.5 for bias in biases]
    return biases[np.argmin(learns)] - WITHIN / 2


def from_0_to_20(accuracy, low, high):
    return edge(accuracy, 0.0, 20.0)


ALONE = {
    "within 0.25": halved_seven_times,
    "freaks": seed_zero_alone,
    "one half": where_it_is_no_longer_good,
    "trainings": to_a_fifth,
}
ALSO = (
    halved_ten_times,
    halved_by_a_table,
    to_a_hundredth,
    in_whole_numbers,
    seed_one_alone,
    three_seeds,
    by_the_mean,
    by_the_mean_of_the_middle_three,
    halfway_down,
    on_a_grid,
    from_0_to_20,
)
