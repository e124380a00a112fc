"""Homework 08, on lesson 08: a loss under a budget, the damping it needs, and what its multiplier tells."""

from exercises.tunable_tradeoffs import critical, mdmm, prices, search, under_budget

EXERCISES = tuple(each.EXERCISE for each in (under_budget, mdmm, critical, prices, search))
