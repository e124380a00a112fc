"""Homework 10, on lesson 10: products of factors, what grows first in them, and which matrix is found."""

from exercises.implicit_bias import balanced_start, effective_rank, factor_step, small_start, unseen_entry

EXERCISES = tuple(each.EXERCISE for each in (factor_step, small_start, effective_rank, balanced_start, unseen_entry))
