# %% [markdown]
# # Homework 07: adding losses with weights
#
# *Forty weights, one start each, and a total loss that looks fine. What did the sweep miss, and how would you have noticed?*
#
# In five exercises you build the tools that [lesson 07](../07_linear_combinations.ipynb) only used: two for points in the plane of losses, two that predict what a weight leads to, and an experiment.
# Equation numbers such as (7.4) are the lesson's.
#
# **You need** lesson 07, and Python with NumPy; `jax.grad` and `jax.hessian` in exercise 4.
# **Time:** 60 minutes.
# **Points:** 12.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.
# A check asks for *properties*, on numbers that it draws itself, and answers with a tick and your points, or with what is wrong and a hint.
# The arrays in it are JAX's, which cannot be changed in place, nor indexed by a list; `np.array(points)` makes one of NumPy's.
# Try as often as you like; more cells of your own are welcome.
# *Run All* stops at the first check that fails, so run the later cells one by one.

# %%
import numpy as np

# %% [markdown]
# ## Exercise 1: what is worth keeping (3 points)
#
# A sweep gives $n$ points $(L_1, L_2)$, in any order.
# Which of them would nobody regret?
# Those that no other point dominates, (7.4): no other is as low in both losses *and* lower in one.
#
# Two runs may end at the same point.
# Neither dominates the other then: one is kept if the other is.
# A loss may be above 1, and below 0.


# %%
def non_dominated(points):
    """Of points (n rows, 2 columns): n times True or False, whether no other dominates it."""
    ### BEGIN SOLUTION: return n times True or False
    kept = []
    for point in points:
        as_low = np.all(points <= point, axis=1)
        lower = np.any(points < point, axis=1)
        kept.append(not np.any(as_low & lower))
    return np.array(kept)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("07.non_dominated", non_dominated)

# %% [markdown]
# ## Exercise 2: what a sweep is worth (2 points)
#
# Two people have swept over weights.
# Whose points are better?
# Agree on a reference, a pair of losses that is bad in both.
# In the rectangle between a point and the reference, nothing is better than that point.
# The area of all these rectangles together is the **hypervolume** of the points, and more is better.
#
# What two rectangles share counts once.
# A point that is not below the reference in both losses adds nothing, and without any below it the area is 0.
# A loss may be below 0.
# Give the area to four digits; a grid of little squares will hardly do.


# %%
def area(points, reference):
    """The hypervolume of points (n rows, 2 columns), up to the reference (2 numbers)."""
    ### BEGIN SOLUTION: return one number
    points = points[np.argsort(points[:, 0])]
    left = np.minimum(points[:, 0], reference[0])
    lowest = np.minimum.accumulate(np.minimum(points[:, 1], reference[1]))
    widths = np.diff(np.append(left, reference[0]))
    return np.sum(widths * (reference[1] - lowest))
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("07.area", area)

# %% [markdown]
# ## Exercise 3: say beforehand where it ends (2 points)
#
# The front is that of (7.3), bent by $k$: convex for $k < 1$, concave for $1 < k \le 2$.
# Gradient descent on $L_1 + \alpha L_2$ starts on the front at the place $s$ = `start`, between 0 and 1, and has all the time it wants.
# At which place $s$ does it end?
#
# The edge (7.8) is all you need, and it plays two parts.


# %%
def ends(k, alpha, start):
    """The place s, from 0 to 1 and to 0.01, at which gradient descent ends; k is not 1."""
    ### BEGIN SOLUTION: return the place
    edge = (k - alpha * (2 - k)) / (2 * (k - 1) * (1 + alpha))
    if k < 1:
        return np.clip(edge, 0, 1)
    return 1.0 if start > edge else 0.0
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("07.ends", ends)

# %% [markdown]
# ## Exercise 4: can any weight hold it? (2 points)
#
# Now two losses of any kind, `first` and `second`, and a point of their front, an array `w` of two parameters.
# So `first(w)` is a number, and JAX can differentiate it.
# On the front, and away from its ends, their gradients oppose each other.
# Nothing else is known: the front may run in any direction, and the curvature may be lowest in another.
#
# Find the weight $\alpha$ with which $\nabla L_1 + \alpha\, \nabla L_2 = 0$ at `w`.
# Then find the lowest curvature of this very sum there, in any direction.
# If it is negative, the weight that was made for this point will not hold it.

# %%
import jax
import jax.numpy as jnp


def held(first, second, w):
    """(alpha, lowest): the weight, and the lowest curvature of first + alpha second at w."""
    ### BEGIN SOLUTION: return alpha and the lowest eigenvalue
    g1, g2 = jax.grad(first)(w), jax.grad(second)(w)
    alpha = jnp.linalg.norm(g1) / jnp.linalg.norm(g2)
    H = jax.hessian(first)(w) + alpha * jax.hessian(second)(w)
    return alpha, jnp.linalg.eigvalsh(H)[0]
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("07.held", held)

# %% [markdown]
# ## Exercise 5: an experiment (3 points)
#
# In practice nobody knows the front.
# But a sweep can tell on it.
#
# `trained(alpha)` is a whole run on $L_1 + \alpha L_2$, always from the same start, and gives the two losses at its end, each in a unit of its own.
# It takes one weight at a time.
# How much can **1 % more weight** change the first loss, up or down, at most (a size, above 0), for weights from `low` to `high`?
# And at which weight?
#
# The first loss may rise smoothly, jump more than once, and fall.
# From 0.2 to 5, or any other `low` to 25 times as much, you have 700 runs.
# Which steps does one sweep need, so that no jump hides between two weights, and the answer is about 1 % and not about your steps?


# %%
def largest_jump(trained, low, high):
    """(jump, alpha): the largest change of L1 by 1 % more weight (to 5 %), and where (to 6 %)."""
    ### BEGIN SOLUTION: return the jump and the weight
    alphas = low * 1.01 ** np.arange(np.log(high / low) / np.log(1.01))
    first = np.array([trained(alpha)[0] for alpha in alphas])
    jumps = np.abs(np.diff(first))
    return np.max(jumps), alphas[np.argmax(jumps)]
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("07.largest_jump", largest_jump)

# %% [markdown]
# ## All of it
#
# The cells use what you wrote, so they work when your exercises do.
# First three sweeps of 21 weights and 64 starts, 1000 steps each.
# How many of the ends are not dominated, and what are they worth?
# Beside it stands what the whole front would be worth.

# %%
from optcourse.experiments.linear_combinations import fronts as measured

alphas, starts = np.geomspace(0.2, 5, 21), measured.starts(jax.random.key(1), 64)
sweep = measured.sweep_weights

# %%
for kind in ("convex", "concave", "mixed"):
    problem = measured.PROBLEMS[kind]
    points = np.asarray(sweep(problem, alphas, starts, steps=1000).losses).reshape(-1, 2)
    points = np.unique(points.round(2), axis=0)
    kept = points[np.array(non_dominated(points), bool)]
    worth = [area(these, np.array([1.1, 1.1])) for these in (kept, problem.front(1000))]
    print(f"{kind:8s} {len(kept)} different points, worth {worth[0]:.3f} of {worth[1]:.3f}")

# %% [markdown]
# On the concave front two points remain, the ends, and a sweep twice as fine would find no more.
# The mixed front has its gaps too, and the number of points does not show them: the area does.
#
# Then your prediction, beside 64 runs with $\alpha = 0.8$, on a convex and a concave front:

# %%
from optcourse import tradeoffs

for k in (0.5, 1.5):
    problem = tradeoffs.curved_front(k)
    found = sweep(problem, [0.8], starts, steps=1000).front_parameter[0]
    predicted = [ends(k, 0.8, float(problem.front_parameter(start))) for start in starts]
    agree = np.abs(np.asarray(found) - np.array(predicted)) < 0.02
    print(f"k = {k}: {agree.sum()} of 64 end where you said")

# %% [markdown]
# A front that is convex in its middle and concave toward both ends: which of its points can a weight hold?

# %%
problem = measured.PROBLEMS["mixed"]
first, second = (lambda w: problem.losses(w)[0]), (lambda w: problem.losses(w)[1])
for s in (0.1, 0.3, 0.5, 0.9):
    alpha, lowest = held(first, second, problem.point_at(jnp.asarray(s)))
    word = "a saddle" if lowest < 0 else "it holds"
    print(f"s = {s}: α = {alpha:.2f}, lowest curvature {lowest:.2f}: {word}")

# %% [markdown]
# And how would you have noticed, without the formulas?
# One start, 1000 steps, and your experiment:


# %%
def from_one_start(problem):
    """trained(alpha): the losses after 1000 steps, always from the same place."""
    start = jnp.array([[0.4, 0.3]])
    run = jax.jit(lambda alpha: sweep(problem, alpha, start, steps=1000).losses[0, 0])
    return lambda alpha: run(jnp.array([alpha]))


# %%
for kind in ("convex", "concave", "mixed"):
    jump, alpha = largest_jump(from_one_start(measured.PROBLEMS[kind]), 0.2, 5.0)
    print(f"{kind:8s} at α = {alpha:.2f} one percent more weight changes L1 by {jump:.3f}")

# %% [markdown]
# ## What you can do now
#
# - Tell which points of a sweep are worth keeping, and compare two sweeps by one number.
# - Say where a weight leads on a front that you know, and whether it can hold a point.
# - Tell, on a front that you do not know, a gap in your sweep from a gap in what weights can reach.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw07_linear_combinations.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 07` instead, it writes a notebook with our solutions, beside yours.
