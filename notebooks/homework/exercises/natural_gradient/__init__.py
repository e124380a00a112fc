"""Homework 06, on lesson 06: scores, the Fisher matrix, the natural direction, what is invariant, how far to go."""

from exercises.natural_gradient import fisher, invariance, line_search, natural_direction, regression, scores

EXERCISES = tuple(each.EXERCISE for each in (scores, fisher, natural_direction, invariance, regression, line_search))
