"""Homework 07, on lesson 07: fronts, what a weight leads to, and how to notice what it does not."""

from exercises.linear_combinations import area, ends, held, largest_jump, non_dominated

EXERCISES = tuple(each.EXERCISE for each in (non_dominated, area, ends, held, largest_jump))
