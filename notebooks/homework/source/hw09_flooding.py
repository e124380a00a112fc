# %% [markdown]
# # Homework 09: flooding
#
# *One line of code, a step down and a step up, and a table in which the new method wins. Is the line right, where do the two steps lead, and was the comparison fair?*
#
# In five exercises you write what [lesson 09](../09_flooding.ipynb) used, mend someone else's training loop, and judge two methods by all their runs.
# Equation numbers such as (9.2) are the lesson's.
# Exercise 3 goes beyond the lesson; it needs only $\lambda w^2 / 2$.
#
# **You need** lesson 09, and Python with NumPy and `jax.grad`.
# **Time:** 70 minutes.
# **Points:** 12.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.
# A check asks for *properties*, on numbers that it draws itself, and answers with a tick and your points, or with what is wrong and a hint.
# The arrays in it are JAX's, which cannot be changed in place; `np.array(w)` makes one of NumPy's.
# Try as often as you like; more cells of your own are welcome.
# *Run All* stops at the first check that fails, so run the later cells one by one.

# %%
import jax

# %% [markdown]
# ## Exercise 1: the gradient of a flood (2 points)
#
# Flooding trains on $|L - b| + b$ in the place of the loss $L$, with a level $b$, (9.1).
# Which gradient does a step take then?
# Write (9.2) down for yourself, above the level and below it, before you write code.
#
# `loss` is a function of an array `w`.
# It may be measured in any unit, and be below zero, and so may the level.
# No check asks what happens at $L = b$ exactly.

# %%
import jax.numpy as jnp


# %%
def flooded_gradient(loss, level, w):
    """The gradient of |loss - level| + level at w, an array like w."""
    ### BEGIN SOLUTION: return the gradient of the flooded loss
    flooded = lambda w: jnp.abs(loss(w) - level) + level
    return jax.grad(flooded)(w)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("09.flooded_gradient", flooded_gradient)

# %% [markdown]
# ## Exercise 2: down and up again (3 points)
#
# Take one step of gradient descent from `w`, with the rate $\varepsilon$ = `rate`.
# Then take one of gradient *ascent* from where it ended, with the same rate: (9.3).
# Return the **displacement** $d$: the place where the second step ends, minus `w`.
#
# Return also the **order** of its length in the rate.
# For short steps $\|d\|$, the Euclidean norm, is about $C \varepsilon^p$, and $p$ is the order.
# Measure it, from the two lengths with `rate` and with half of it: the $p$ with which they would fit exactly.
#
# By (9.4) it is mostly about 2, and on a quadratic loss it is 2.
# Your function must find out where it is not.

# %%
import numpy as np


# %%
def displacement(loss, w, rate):
    """(d, p): the displacement, an array like w; its order, from `rate` and half of it."""

    ### BEGIN SOLUTION: return d and p
    def moved(rate):
        v = w - rate * jax.grad(loss)(w)
        return v + rate * jax.grad(loss)(v) - w

    lengths = [np.linalg.norm(moved(each)) for each in (rate, rate / 2)]
    return moved(rate), np.log2(lengths[0] / lengths[1])
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("09.displacement", displacement)

# %% [markdown]
# ## Exercise 3: two rates (2 points)
#
# Without a level one can go down with the rate $\varepsilon_1$ = `down`, up with a smaller one, $\varepsilon_2$ = `up`, and so on.
# To second order such a pair is *one* step of gradient descent, on the penalized loss $L + c\,\|\nabla L\|^2$.
# With which rate, and with which $c$?
#
# Multiply out both on the loss $\lambda w^2 / 2$, where they agree exactly.
# More on it, with (9.9) and (9.10), is in [the deeper notebook](../deeper/09_gradient_penalty.ipynb).


# %%
def coefficient(down, up):
    """(rate, c): of the one step on L + c |grad L|^2 that stands for the pair; 0 < up < down."""
    ### BEGIN SOLUTION: return the rate and c
    rate = down - up
    return rate, down * up / (2 * rate)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("09.coefficient", coefficient)

# %% [markdown]
# ## Exercise 4: two bugs (2 points)
#
# A colleague trains in batches.
# The losses of single batches are noisy, he says, so he compares their mean so far with the level.
# And he is disappointed: "I tried flooding. It does nothing, my training loss goes to zero as ever."


# %%
def his_epoch(loss, level, w, batches, rate):
    """The parameters after one epoch, as he trains."""
    losses = []
    for batch in batches:
        value, g = jax.value_and_grad(loss)(w, batch)
        losses.append(value)
        mean = jnp.mean(jnp.stack(losses))
        flooded = jnp.abs(mean - level) + level
        w = w - rate * jnp.sign(flooded - level) * g
    return w


# %% [markdown]
# He made two slips: find them.
# Write the epoch as it should be.
# The loss and gradient of each batch are those at the current `w`, and may be measured in any unit.
# `loss(w, batch)` is a number, and `batches` is an array whose first index counts the batches.
#
# <details><summary>Hint</summary>
#
# Two things are not what the paper, and the lesson, do: there every batch is flooded by its own loss, and below the level the step goes up.
#
# </details>


# %%
def epoch(loss, level, w, batches, rate):
    """The parameters after one flooded step on each batch, in turn."""
    ### BEGIN SOLUTION: return the parameters after one step for each batch
    for batch in batches:
        value, g = jax.value_and_grad(loss)(w, batch)
        w = w - rate * jnp.sign(value - level) * g
    return w
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("09.epoch", epoch)

# %% [markdown]
# ## Exercise 5: a fair comparison (3 points)
#
# Does flooding help?
# Somebody has trained without it and with it, with several *tries* of each: settings that were drawn at random, for flooding a level among them.
# Each try was trained with the same $n$ seeds, and a seed means the same data for both methods.
# You get two arrays of accuracies, `plain` and `flooded`, each of shape (2, tries, seeds).
# Row 0 of the first index holds the accuracies in validation, row 1 those in the test.
#
# Make a comparison of it that you would believe from somebody else:
#
# - **Same budget.** The methods may differ in their number of tries. Count only as many of each as both have, the first ones.
# - **Choose by validation**, for each method one try for all seeds: the one with the best mean.
# - **Then read the test**, of the two chosen tries only. The gain is the mean over all seeds of *flooded minus plain*.
# - **Say how sure it is.** The error is the standard error of that mean: the standard deviation of the $n$ differences, one a seed, with $n - 1$, divided by $\sqrt n$.
#
# In the check ties do not occur; elsewhere, take the first of them.


# %%
def compare(plain, flooded):
    """((i, j), gain, error): the chosen tries from 0 on, plain's first; two numbers."""
    ### BEGIN SOLUTION: return the two chosen tries, the gain and its error
    tries = min(plain.shape[1], flooded.shape[1])
    chosen = [int(np.argmax(np.mean(each[0, :tries], axis=1))) for each in (plain, flooded)]
    gains = np.array(flooded[1, chosen[1]] - plain[1, chosen[0]])
    return chosen, gains.mean(), gains.std(ddof=1) / np.sqrt(len(gains))
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("09.compare", compare)

# %% [markdown]
# ## All of it
#
# The cells use what you wrote, so they work when exercises 1 to 5 do.
# First a network for 200 points of two classes, a tenth of the labels wrong, after 25 steps of plain descent.
# Its parameters are one long array.

# %%
from jax.flatten_util import ravel_pytree

from optcourse.experiments.flooding import problems

problem, network = problems.problem("gaussians", 0, 0.1), problems.TASKS["gaussians"].network
w, shaped = ravel_pytree(problem.w)
batches = jnp.column_stack(problem.train).reshape(4, 50, -1)


# %%
@jax.jit
def loss(w, rows):
    """Cross-entropy on rows whose last entry is the label."""
    return problems.loss_of(network)(shaped(w), (rows[:, :-1], rows[:, -1].astype(int)))


on_all = jax.jit(lambda w: loss(w, batches.reshape(200, -1)))
for _ in range(25):
    w = w - 0.1 * jax.grad(on_all)(w)

# %% [markdown]
# Do the flooded gradient, the order and the coefficient tell the truth about it?

# %%
for level in (0.1, 0.9):
    along = flooded_gradient(on_all, level, w) @ jax.grad(on_all)(w)
    way = "down" if along > 0 else "up"
    print(f"L = {on_all(w):.2f}, level {level}: a step on the flooded loss goes {way}")
for rate in (0.4, 0.2, 0.1):
    d, p = displacement(on_all, w, rate)
    print(f"rate {rate}: displaced by {np.linalg.norm(d):.5f}, order {p:.2f}")

# %%
from optcourse import flooding

# %%
for down, up in ((0.4, 0.3), (0.2, 0.15), (0.1, 0.075)):
    rate, c = coefficient(down, up)
    penalized = flooding.gradient_penalty(on_all, c)
    pair = flooding.descend_ascend(on_all, w, down, up) - w
    step = -rate * jax.grad(penalized)(w)
    apart = np.linalg.norm(pair - step) / np.linalg.norm(pair)
    print(f"rates {down} and {up}: c = {c:.2f}, ends apart by {apart:.2%} of the way")

# %% [markdown]
# Half the rates, a quarter of the difference: what is left is of the next order.
#
# Then 60 epochs with the level 0.3, his and yours:

# %%
for name, train in (("his", his_epoch), ("yours", epoch)):
    v = w
    for _ in range(60):
        v = train(loss, 0.3, v, batches, 0.3)
    print(f"{name:5s} training loss {on_all(v):.3f}")

# %% [markdown]
# Last, the question itself, with five seeds of the package's networks on four sets of data.
# Plain training has four tries: with and without weight decay, up to the last epoch or to the best one in validation.
# Flooding has twenty levels, from 0.01 to 0.2, in an order that was drawn.

# %%
from optcourse.experiments import table

grid = table.read("flooding_grid")


# %%
def scores(name, decay, stopped=""):
    """Accuracies (2, levels, seeds) of the package's table; level 0 comes first."""
    columns = grid.where(data=name, decay=decay).columns
    both = [columns[f"{stopped}{part}"] for part in ("validation_accuracy", "accuracy")]
    return np.stack([table.parse_numbers(texts).T for texts in both])


# %%
order = 1 + np.random.default_rng(0).permutation(20)
for name in grid.settings["data"]:
    four = [scores(name, decay, stopped) for decay in (0, 0.003) for stopped in ("", "stopped_")]
    plain, flooded = np.concatenate([each[:, :1] for each in four], axis=1), four[0][:, order]
    _, gain, error = compare(plain, flooded)
    print(f"{name:22s} four tries each:        gain {gain:+.3f}, error {error:.3f}")
    _, gain, error = compare(np.repeat(plain[:, :1], 20, axis=1), flooded)
    print(f"{'':22s} twenty against a first: gain {gain:+.3f}, error {error:.3f}")

# %% [markdown]
# (0.000: the untuned and the tuned run are all but alike.)
#
# The second of two lines is the one that one often meets: a method that was tuned, beside one that was not.
# Not even there is a gain above twice its error.
# And with a fifth of the digits wrong, plain training is ahead by ten points: two of its four tries may stop early.
#
# ## What you can do now
#
# - Say what flooding does to a gradient, and find the two slips that undo it.
# - Measure an order, and tell it from one that was stated.
# - Read a step down and a step up as one step on a penalized loss.
# - Compare two methods with one budget, by validation, over seeds, and say how sure it is.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw09_flooding.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 09` instead, it writes a notebook with our solutions, beside yours.
