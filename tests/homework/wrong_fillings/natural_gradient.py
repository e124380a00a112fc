"""Wrong fillings of the blank of lesson 06."""

import numpy as np


def solve(F, g):
    return np.linalg.solve(F, g)


def all_outcomes_alike(p, scores, g):
    """The mean over the rows, as if each outcome had the same probability."""
    return solve(scores.T @ scores / len(scores), g)


def diagonal_only(p, scores, g):
    """Each entry of g over the mean square of its score."""
    return g / (p @ scores**2)


def mean_once_more(p, scores, g):
    """Divided by the number of outcomes, after the probabilities."""
    return solve(scores.T @ (p[:, None] * scores) / len(p), g)


def product(p, scores, g):
    """F g in place of F⁻¹ g."""
    return scores.T @ (p * (scores @ g))


def downhill(p, scores, g):
    """The step, with its sign."""
    return -solve(scores.T @ (p[:, None] * scores), g)


def squared_probabilities(p, scores, g):
    """Both factors weighed by p."""
    weighed = p[:, None] * scores
    return solve(weighed.T @ weighed, g)


def root_mean_square(p, scores, g):
    """What Adam divides by."""
    return g / np.sqrt(p @ scores**2)


def gradient(p, scores, g):
    """Gradient descent's own direction."""
    return g


ALONE = {
    "natural_direction": {
        "probabilities": all_outcomes_alike,
        "whole matrix": diagonal_only,
        "length": mean_once_more,
    },
}
ALSO = {
    "natural_direction": (product, downhill, squared_probabilities, root_mean_square, gradient),
}
