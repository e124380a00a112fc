"""Homework 11, on lesson 11: the kernel of a wide network, descent with it, and how fast a network tends to it."""

from exercises.infinite_width import empirical_kernel, kernel_descent, layer, ntk, width_law

EXERCISES = tuple(each.EXERCISE for each in (layer, ntk, empirical_kernel, kernel_descent, width_law))
