"""Homework 03, on lesson 03: what momentum keeps, when it is stable, and what it buys."""

from exercises.momentum import least_beta, motion, moves, nesterov, tuned

EXERCISES = tuple(each.EXERCISE for each in (moves, motion, tuned, nesterov, least_beta))
