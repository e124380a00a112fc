"""Homework 01, on lesson 01: what a critical point is, and the way out of a saddle."""

from exercises.critical_points import classify, deeper, escape, gradient, hessian_vector, minimum_ratio

EXERCISES = tuple(each.EXERCISE for each in (gradient, hessian_vector, classify, escape, minimum_ratio, deeper))
