"""Wrong answers to the exercise `remainder`: each property's own, and others."""

import numpy as np

from exercises.momentum.remainder import remainder


# Mistakes that a student would make. None is there to be absurd.
def of_the_loss(learning_rate, curvature):
    return (1 - learning_rate * curvature) ** 2


def with_its_sign(learning_rate, curvature):
    return 1 - learning_rate * curvature


def of_a_flow(learning_rate, curvature):
    return np.exp(-learning_rate * curvature)


def without_the_curvature(learning_rate, curvature):
    return abs(1 - learning_rate)


# What is wrong in one thing only may call the solution.
def with_half_the_gradient(learning_rate, curvature):
    return remainder(learning_rate, curvature / 2)


# Each property's own, by its name: this property rejects it in every case, and no other does.
# If you find none, the property follows from the others: drop it.
ALONE = {
    "short steps": of_the_loss,
    "both sides": with_its_sign,
}
# Others, each rejected by some property.
ALSO = (of_a_flow, without_the_curvature, with_half_the_gradient)
