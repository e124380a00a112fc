"""Homework 04, on lesson 04: Adagrad, Adam and AdamW from gradients, a schedule, and what a rate for each cannot do."""

from exercises.adaptive_learning_rates import adagrad, adam, adamw, best_scaling, long_run, rate

EXERCISES = tuple(each.EXERCISE for each in (adagrad, adam, long_run, adamw, rate, best_scaling))
