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


def halved_seven_times(accuracy, low, high):
    return _halved(accuracy, low, high, 7)


def seed_zero_alone(accuracy, low, high):
    return _halved(accuracy, low, high, seeds=[0])


def by_the_mean(accuracy, low, high):
    return _halved(accuracy, low, high, average=np.mean)


def halfway_down(accuracy, low, high):
    """Where the accuracy is in the middle between those of both ends."""
    return _halved(accuracy, low, high, share=(accuracy(low, 2) + accuracy(high, 2)) / 2)


def the_mean_of_the_edges(accuracy, low, high):
    return np.mean([_halved(accuracy, low, high, seeds=[seed]) for seed in range(SEEDS)])


def where_it_is_no_longer_good(accuracy, low, high):
    return _halved(accuracy, low, high, share=0.6)


def on_a_grid(accuracy, low, high):
    biases = np.arange(low, high, WITHIN)
    learns = [np.median([accuracy(bias, seed) for seed in range(SEEDS)]) > 0.5 for bias in biases]
    return biases[np.argmin(learns)] - WITHIN / 2


def from_0_to_20(accuracy, low, high):
    return halved_seven_times(accuracy, 0.0, 20.0)


def in_whole_numbers(accuracy, low, high):
    return float(math.ceil(edge(accuracy, low, high)) + 0.5)


def the_wrong_half(accuracy, low, high):
    return edge(lambda bias, seed: 1 - accuracy(bias, seed), low, high)


def halved_thirty_times(accuracy, low, high):
    return _halved(accuracy, low, high, 30)


ALONE = {
    "within 0.25": halved_seven_times,
    "freaks": seed_zero_alone,
    "one half": where_it_is_no_longer_good,
    "trainings": halved_thirty_times,
}
ALSO = (
    in_whole_numbers,
    by_the_mean,
    halfway_down,
    the_mean_of_the_edges,
    on_a_grid,
    from_0_to_20,
    the_wrong_half,
)
