# %% [markdown]
# # Homework 03: momentum
#
# *Someone hands you a learning rate and a $\beta$. Will it converge, how fast, and would it get over that wall?*
#
# In five exercises you build what [lesson 03](../03_momentum.ipynb) only showed, mend someone else's code, and measure a law yourself.
# Equation numbers such as (3.1) are the lesson's; from (3.7) on, those of its deeper notebooks.
#
# **You need** lesson 03, and Python with NumPy; `jax.grad` in exercise 4.
# **Time:** 60 minutes.
# **Points:** 12.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.
# A check asks for *properties*, on numbers that it draws itself, and answers with a tick and your points, or with what is wrong and a hint.
# Try as often as you like; more cells of your own are welcome.
# *Run All* stops at the first check that fails, so run the later cells one by one.

# %%
import numpy as np

# %% [markdown]
# ## Exercise 1: what is under way (2 points)
#
# One weight, and a list of the gradients that it meets.
# Write (3.1), and return the move $m$ of every step: as many numbers as there are gradients.
# Before the first step $m$ is 0, so the first number is $-\eta\,g$ of the first gradient.
#
# The learning rate may change on the way: `rates[i]` is the $\eta$ of step `i`.
# With (3.1) a move that is under way is not slowed when the rate is cut.
# `gradients` and `rates` come as JAX arrays: read them, and write to a list or an array of your own.


# %%
def moves(gradients, rates, beta):
    """The move m of (3.1) at each step; step i has gradients[i] and rates[i]."""
    ### BEGIN SOLUTION: return the move of each step, in a list or an array
    found, m = [], 0.0
    for g, eta in zip(gradients, rates):
        m = beta * m - eta * g
        found.append(m)
    return found
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("03.moves", moves)

# %% [markdown]
# ## Exercise 2: which motion? (3 points)
#
# Along an eigenvector with eigenvalue $\lambda$, all that momentum does is in the two roots $r$ of (3.4).
# Name what happens *in the long run*:
#
# - `"diverges"`: some $|r|$ is 1 or more. On a saddle $\lambda$ may be negative.
# - `"swings"`: it converges, and the roots are complex.
# - `"creeps"`: it converges, and the root with the larger $|r|$ is positive.
# - `"flips"`: it converges, and the root with the larger $|r|$ is negative.
#
# You may solve (3.4), or use the limits that the lesson derives.
# $\beta$ is anything from 0, where all of this is gradient descent, to just below 1, where a slow creep and a slow swing lie close together.
# What happens exactly on a limit is not asked.


# %%
def motion(eta, beta, eigenvalue):
    """One of "creeps", "swings", "flips" and "diverges"."""
    ### BEGIN SOLUTION: return one of the four words
    roots = np.roots([1, -(1 + beta - eta * eigenvalue), beta])
    largest = roots[np.argmax(np.abs(roots))]
    if np.abs(largest) >= 1:
        return "diverges"
    if np.iscomplex(largest):
        return "swings"
    return "creeps" if largest.real > 0 else "flips"
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("03.motion", motion)

# %% [markdown]
# ## Exercise 3: say beforehand how long it takes (2 points)
#
# The curvatures of a quadratic loss lie between `lowest` and `highest`.
# Choose $\eta$ and $\beta$ as (3.6) says.
# Then predict: after how many steps is the error along the *steepest* direction at most `shrink` times what it was?
#
# The factor $s = \sqrt\beta$ alone gives a first guess, and it is wrong: the error swells before it shrinks.
# From rest it is, after $t$ steps,
#
# $$|a_t| = s^t\, \big( 1 + (1 + s)\, t \big)\, |a_0|$$
#
# This is (3.11), which [a deeper notebook](../deeper/03_nesterov.ipynb) derives.
# Find the first whole $t$ for which it is at most `shrink` times $|a_0|$; trying $t = 0, 1, 2, \dots$ is fine.
# For `shrink` $= 1$ that is $t = 0$; for curvatures that differ a lot it takes thousands.


# %%
def tuned(lowest, highest, shrink):
    """(eta, beta, steps): the best, and the steps until the steepest direction has shrunk."""
    ### BEGIN SOLUTION: return eta, beta and the number of steps, in this order
    eta = 4 / (lowest**0.5 + highest**0.5) ** 2
    kappa = highest / lowest
    s = (kappa**0.5 - 1) / (kappa**0.5 + 1)
    t = 0
    while s**t * (1 + (1 + s) * t) > shrink:
        t += 1
    return eta, s**2, t
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("03.tuned", tuned)

# %% [markdown]
# ## Exercise 4: three bugs (2 points)
#
# Nesterov's momentum takes the gradient where the last move is about to carry the weights:
#
# $$m \leftarrow \beta\,m - \eta\, g(w + \beta\,m), \qquad w \leftarrow w + m$$
#
# Here $w$ is the ball's own place, not the point ahead $u$ of (3.7).
# A colleague has programmed it.
# His loss goes down, and so he believes in it.

# %%
import jax
import jax.numpy as jnp


def his_nesterov(loss, w, eta, beta, steps):
    """The weights after so many steps."""
    m = jnp.zeros_like(w)
    for _ in range(steps):
        ahead = w + m
        m = beta * m - (1 - beta) * eta * jax.grad(loss)(ahead)
        w = ahead + m
    return w


# %% [markdown]
# Three things in it differ from the formula.
# Find them, and write it as it should be.


# %%
def nesterov(loss, w, eta, beta, steps):
    """The weights after so many steps of Nesterov's momentum, from rest."""
    ### BEGIN SOLUTION: return the weights after the steps; copy his lines and mend them
    m = jnp.zeros_like(w)
    for _ in range(steps):
        ahead = w + beta * m
        m = beta * m - eta * jax.grad(loss)(ahead)
        w = w + m
    return w
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("03.nesterov", nesterov)

# %% [markdown]
# ## Exercise 5: an experiment (3 points)
#
# A ball starts at rest on a hill.
# On its way down there is a small well with a wall behind it, and the top of that wall is at `top`.
#
# Which is the *smallest* $\beta$ that gets it over?
# There is no formula for it, so let it roll.
#
# - `slope(w)` is the gradient of the loss at the place `w`, a number. `start` is left of `top`.
# - The ball moves by (3.1) and (3.2), with learning rate `eta`, until it has passed the top or is known not to. One that turns back, $m \le 0$, will not get there, nor will one that comes to rest, whose $m$ shrinks from step to step and is far too small by now.
# - It is over when it has passed the top *once*; what it does afterwards does not count, even if something behind the top throws it back.
# - Find $\beta$ to within 0.002. The more $\beta$, the more energy arrives at the top, so there is one threshold, anywhere between 0 and 1: $\eta$ may be 0.6 or 0.001.
#
# Plain numbers are quickest here: a thousand steps take a few milliseconds.
# For one answer you may call `slope` 200 000 times, too few to try a thousand values of $\beta$ for as long as each may take.
# How few balls do you need?


# %%
def least_beta(slope, start, top, eta):
    """The smallest β with which the ball gets past the top, to within 0.002."""
    ### BEGIN SOLUTION: return the smallest beta
    low, high = 0.0, 1.0
    while high - low > 0.001:
        beta, w, m = (low + high) / 2, start, 0.0
        for _ in range(2000):
            m = beta * m - eta * slope(w)
            w = w + m
            if w > top or m < 1e-9:  # over, turning back or at rest
                break
        low, high = (low, beta) if w > top else (beta, high)
    return high
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("03.least_beta", least_beta)

# %% [markdown]
# ## All of it
#
# The cells use what you wrote, so they work when exercises 2, 3 and 5 do.
# First a quadratic loss with 20 curvatures from 1 to 1000 and five random starts: its steepest direction is the last to arrive.
# What is counted is the error of all 20 together, which arrives 8 to 20 % sooner.

# %%
from optcourse.experiments import table
from optcourse.experiments.momentum import quadratics

eta, beta, steps = tuned(1.0, 1000.0, 1e-6)
counted = quadratics.steps_to_shrink("momentum", 1000.0, jax.random.split(jax.random.key(0), 5))
print("κ = 1000:", steps, "steps predicted,", counted.astype(int), "counted")

# %% [markdown]
# Then a network that was trained for 4000 steps with $\eta = 0.06$, five seeds each: how does momentum move along its steepest direction?
# The curvatures are those of [the edge of stability](../deeper/03_edge_of_stability.ipynb).

# %%
rows = table.read("momentum_sharpness").columns
for beta in (0.0, 0.5, 0.9):
    products = 0.06 * rows["sharpness"][(rows["beta"] == beta) & (rows["step"] == 4000)]
    words = [motion(product, beta, 1.0) for product in products]
    print(f"β = {beta}, limit {2 * (1 + beta)}: η λ = {products.round(2)}", words)

# %% [markdown]
# All stand within 5 % of the limit (3.5), and most a little beyond it.
# A quadratic loss would diverge there.
# A network does not: where it begins to, the walk is pushed to a place that curves less.
#
# And the friction $\gamma = (1 - \beta)/\sqrt\eta$ (3.16) at your threshold, for one ball and four learning rates ([why](../deeper/03_over_the_wall.ipynb)):

# %%
from optcourse.experiments.momentum import wells

gradient, top = jax.jit(jax.grad(wells.hill)), float(wells.barrier_top())


def slope(w):
    return float(gradient(w))


for eta in (0.2, 0.1, 0.05, 0.025):
    least = least_beta(slope, -3.0, top, eta)
    print(f"η = {eta:5}   least β {least:.3f}   friction {(1 - least) / eta**0.5:.2f}")

# %% [markdown]
# ## What you can do now
#
# - Say what a learning rate and a $\beta$ will do along a curvature, before you run them.
# - Choose them for a range of curvatures, and predict the steps, the swelling included.
# - Tell Nesterov's momentum from code that only looks like it.
# - Find a threshold by experiment, with few runs, and the law behind it.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw03_momentum.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 03` instead, it writes a notebook with our solutions, beside yours.
