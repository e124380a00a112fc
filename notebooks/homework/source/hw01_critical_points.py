# %% [markdown]
# # Homework 01: critical points
#
# *A run has stopped. You have its loss, a gradient, and no idea what the place looks like.*
#
# In six exercises you write the tools of [lesson 01](../01_critical_points.ipynb) yourself, and end with a verdict on a real network.
# Equation numbers such as (1.4) are the lesson's, names such as *Lee's network* those of the course's landscapes: this one has two weights and the loss $(1 - w_1 w_2)^2$.
#
# **You need** lesson 01, and `jax.numpy`, which works like NumPy.
# **Time:** 50 minutes.
# **Points:** 12.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.
# A check tries your function on places that it draws itself, and asks for *properties*, such as "twice the step promises four times the change".
# It answers with a tick and your points, or with what is wrong and a hint.
# The losses in its messages have names: landscapes of the course, and `row`, `hills`, `sensor` and `coarse_sensor`, made for the checks.
# Try as often as you like; more cells of your own are welcome.
# *Run All* stops at the first check that fails, so run the later cells one by one.
#
# In every exercise `w` is an array of weights, and `loss(w)` is one number.

# %%
import jax.numpy as jnp

# %% [markdown]
# ## Exercise 1: a gradient from values alone (2 points)
#
# The gradient (1.2) is a list of slopes, one for each weight.
# JAX differentiates what is written in JAX.
# It cannot see into a simulator, a measurement or a stranger's program, nor tell whether a gradient that you derived is right.
# There a slope has to be measured, by going a small way $h$ to *both* sides:
#
# $$g_i \approx \frac{L(w + h\,e_i) - L(w - h\,e_i)}{2h}$$
#
# Here $e_i$ has a 1 at place $i$ and 0 elsewhere; `jnp.eye(n)` holds these vectors as its rows.
# Going to one side only would save half the calls; the check shows the price.
# Some losses here run outside JAX: call them with one `w` at a time.
# Go as far as `h` says: one of them reads in steps of 1.


# %%
def gradient(loss, w, h=1e-2):
    """The slope of the loss along each weight, measured: an array of the shape of w."""
    ### BEGIN SOLUTION: return an array with one slope for each weight
    return jnp.array([(loss(w + h * e) - loss(w - h * e)) / (2 * h) for e in jnp.eye(w.size)])
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("01.gradient", gradient)

# %% [markdown]
# ## Exercise 2: curvature without the Hessian (2 points)
#
# A network with a million weights has a Hessian with $10^{12}$ entries.
# Nobody builds it, and nobody has to: what the curvature does to *one* vector $v$ is the derivative of the gradient along $v$.
#
# $$H v = \frac{d}{d\varepsilon} \nabla L(w + \varepsilon v) \Big|_{\varepsilon = 0}$$
#
# It is again one number for each weight.
#
# Write it so that JAX can compile it: `jax.numpy` instead of `numpy`, no `float(...)`, no `if` on a value.
# This time `jax.grad` is welcome.
# A difference of two gradients is accepted within 2 % of the derivative, which has no step to choose.


# %%
import jax


def hessian_vector(loss, w, v):
    """H v, the change of the gradient on the way along v: an array of the shape of w."""
    ### BEGIN SOLUTION: return H v without making H
    return jax.jvp(jax.grad(loss), (w,), (v,))[1]
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("01.hessian_vector", hessian_vector)

# %% [markdown]
# ## Exercise 3: what is this place? (3 points)
#
# Someone sends you a gradient and the eigenvalues of a Hessian, in whatever order and whatever unit.
# You answer with one of five words.
#
# - `"not critical"`: the gradient is longer than $10^{-3}$. A NaN anywhere belongs here too, since that run has diverged.
# - `"minimum"`, `"maximum"`, `"saddle"`: as (1.4) says.
# - `"undecided"`: (1.4) is silent, because some eigenvalue is zero and the others have one sign, or there are no others.
#
# Rounding never leaves an exact zero.
# So let *zero* mean: in absolute value at most $10^{-4}$ of the largest absolute value among the eigenvalues.
#
# `jnp.linalg.norm` is the length of a vector, and `jnp.any` says whether anything in an array is true.


# %%
def classify(gradient, eigenvalues):
    """One of "minimum", "maximum", "saddle", "undecided" and "not critical"."""
    ### BEGIN SOLUTION: return one of the five words
    finite = jnp.all(jnp.isfinite(eigenvalues))
    if not (jnp.linalg.norm(gradient) <= 1e-3 and finite):  # a NaN is not <= 1e-3
        return "not critical"
    zero = 1e-4 * jnp.abs(eigenvalues).max()
    up, down = jnp.any(eigenvalues > zero), jnp.any(eigenvalues < -zero)
    if up and down:
        return "saddle"
    if jnp.any(jnp.abs(eigenvalues) <= zero):
        return "undecided"
    return "minimum" if up else "maximum"
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("01.classify", classify)

# %% [markdown]
# ## Exercise 4: the way out (2 points)
#
# At a saddle the lowest eigenvalue $\lambda$ of the Hessian is negative.
# Its unit eigenvector $u$ is the way down, and (1.5) says how far down a step $s$ along it leads, as far as the model goes.
#
# Here the networks are small: `jax.hessian(loss)(w)` and `jnp.linalg.eigh` may be used.
# The sign of $u$ is arbitrary.


# %%
def escape(loss, w, s):
    """(u, predicted): the unit vector of the way down, and the model's loss a step s along it."""
    ### BEGIN SOLUTION: return u and the predicted loss, in this order
    eigenvalues, directions = jnp.linalg.eigh(jax.hessian(loss)(w))
    return directions[:, 0], loss(w) + eigenvalues[0] * s**2 / 2
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("01.escape", escape)

# %% [markdown]
# ## Exercise 5: how many directions lead up? (1 point)
#
# Hung-yi Lee's *minimum ratio* is the share of the eigenvalues that are positive.
# As in exercise 3 a number within $10^{-4}$ of the largest absolute value counts as zero.
# A zero is one of the directions, but none that leads up.


# %%
def minimum_ratio(eigenvalues):
    """The share of positive eigenvalues: a number from 0 to 1."""
    ### BEGIN SOLUTION: return the share
    return jnp.mean(eigenvalues > 1e-4 * jnp.abs(eigenvalues).max())
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("01.minimum_ratio", minimum_ratio)

# %% [markdown]
# ## Exercise 6: one layer more, by hand (2 points)
#
# Lee's network has two layers of one weight each.
# Give it a third:
#
# $$L(w) = (1 - w_1 w_2 w_3)^2$$
#
# At $w = 0$ the gradient is again zero.
# Take a sheet of paper.
#
# 1. Of the three eigenvalues of the Hessian at 0, how many are zero?
# 2. Along $u = (1, 1, 1)/\sqrt3$ and for small $s$, the loss is $L(s\,u) \approx 1 + c\,s^3$. What is $c$?
#
# Return both numbers; `3**0.5` is $\sqrt3$.


# %%
def deeper():
    """(zeros, c): the number of zero eigenvalues at 0, and the factor of s³ along u."""
    ### BEGIN SOLUTION: return the two numbers that you found on paper
    return 3, -2 / (3 * 3**0.5)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("01.deeper", deeper)

# %% [markdown]
# ## All of it, on a real network
#
# This is a point where the digits network of lesson 01 stood nearly still.
# The cell uses what you wrote, so it works when exercises 3 to 5 do.

# %%
from optcourse import curvature, trees
from optcourse.experiments.critical_points import digits

problem = digits.saved_critical_point("mse", "middle")
w, loss = trees.flatten_loss(jax.jit(problem.loss), problem.w)
eigenvalues = jnp.linalg.eigvalsh(curvature.hessian(loss, w))
print("It is:", classify(jax.grad(loss)(w), eigenvalues))
print(f"Share of directions that lead up: {minimum_ratio(eigenvalues):.2f}")
u, predicted = escape(loss, w, 1.0)
true = min(loss(w + u), loss(w - u))
print(f"A step of 1 from loss {loss(w):.3f}: predicted {predicted:.3f}, true {true:.3f}")

# %% [markdown]
# ## What you can do now
#
# - Measure a gradient where nothing can be differentiated, and test one that you derived.
# - Ask a network of any size for its curvature along a direction.
# - Say what a place is where training stands still, and when that cannot be said.
# - Leave a saddle, and know how far to trust the promise.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw01_critical_points.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 01` instead, it writes a notebook with our solutions, beside yours.
