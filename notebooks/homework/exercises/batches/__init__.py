"""Homework 02, on lesson 02: how batches are made, how noisy they are, and what changes with their size."""

from exercises.batches import accumulated, enough, epochs, scaled_rate, sharper, two_sizes

EXERCISES = tuple(each.EXERCISE for each in (epochs, enough, two_sizes, accumulated, scaled_rate, sharper))
