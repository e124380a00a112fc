# %% [markdown]
# # Homework 12: one step too long
#
# *How much does one step gain?*
#
# Equation numbers such as (12.1) are those of [lesson 12](../12_one_step_too_long.ipynb).
#
# **You need** lesson 12, and Python.
# **Time:** 10 minutes.
# **Points:** 2.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.

# %%
import numpy as np

# %% [markdown]
# <!-- The heading has the exercise's number and points; below, a solution stands between marks. -->
#
# ## Exercise 1: what a step leaves (2 points)
#
# On the loss $\lambda w^2 / 2$ take one step of gradient descent with the learning rate $\eta$.
# Return the distance from the minimum after it, divided by the distance before it: a number.


# %%
def remainder(learning_rate, curvature):
    """The share of the distance that is left after one step, by (12.1)."""
    ### BEGIN SOLUTION: return the share of the distance that is left
    return np.abs(1 - learning_rate * curvature)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("12.remainder", remainder)
