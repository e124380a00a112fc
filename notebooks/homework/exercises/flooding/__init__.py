"""Homework 09, on lesson 09: the flooded gradient, a step down and a step up, and how to compare two methods."""

from exercises.flooding import coefficient, compare, displacement, epoch, flooded_gradient

EXERCISES = tuple(each.EXERCISE for each in (flooded_gradient, displacement, coefficient, epoch, compare))
