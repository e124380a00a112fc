# %% [markdown]
# # Homework 04: adaptive learning rates
#
# *Every paper has its own optimizer, and every library its own version of it. Are you sure that yours does what you think?*
#
# In six exercises you write two optimizers and a schedule, mend a third, and find out what no rate for each weight can do.
# Equation numbers such as (4.1) are those of [lesson 04](../04_adaptive_learning_rates.ipynb).
#
# **You need** lesson 04, and NumPy or `jax.numpy`.
# **Time:** 70 minutes.
# **Points:** 12.
#
# **How it works.**
# Put your own lines in place of each `raise NotImplementedError(...)`, run the cell, then run the check below it.
# A check draws its own cases and asks for *properties*; it answers with your points, or with what is wrong and a hint.
# *Run All* stops at the first check that fails, so run the later cells one by one.
#
# Adagrad and Adam see nothing but gradients.
# So yours get them as an array of shape `(steps, weights)`, and answer with the *moves*: an array of the same shape, each row of which is what that step adds to the weights.

# %%
import jax.numpy as jnp

# %% [markdown]
# ## Exercise 1: Adagrad, as published (2 points)
#
# Write (4.1) with (4.2), the root of the *sum*, for each weight by itself.
# Choose an $\varepsilon$ so small that it does not matter for gradients of $10^{-6}$ or more; but there has to be one.
# A weight whose gradients are all zero stays where it is.
#
# `jnp.cumsum(a, axis=0)` adds up the rows so far.


# %%
def adagrad(gradients, learning_rate):
    """The moves of the published Adagrad: an array of the shape of gradients."""
    ### BEGIN SOLUTION: return the move of every step and weight
    sigma = jnp.sqrt(jnp.cumsum(gradients**2, axis=0))
    return -learning_rate * gradients / (sigma + 1e-12)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("04.adagrad", adagrad)

# %% [markdown]
# ## Exercise 2: Adam (3 points)
#
# Now (4.3) to (4.5), with $b_2$ for $\alpha$ in (4.3), with $\varepsilon = 10^{-8}$, and with $k = 1$ at the first gradient.
# There is no formula for all steps at once, so loop over the rows of `gradients` and collect the moves; `jnp.stack` makes an array of a list of rows.


# %%
def adam(gradients, learning_rate, b1, b2):
    """The moves of Adam: an array of the shape of gradients."""
    ### BEGIN SOLUTION: return the move of every step and weight
    m = v = jnp.zeros(gradients.shape[1])
    moves = []
    for k, g in enumerate(gradients, start=1):
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g**2
        m_hat, v_hat = m / (1 - b1**k), v / (1 - b2**k)
        moves.append(-learning_rate * m_hat / (jnp.sqrt(v_hat) + 1e-8))
    return jnp.stack(moves)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("04.adam", adam)

# %% [markdown]
# ## Exercise 3: in the long run (2 points)
#
# In the long run Adam takes steps of length $\eta$ where the gradient keeps its sign, and short ones where it alternates.
# Real gradients do neither.
# Let those of one weight repeat a pattern for ever, such as $3, -1, -1$, and let $b_2$ be so close to 1 that $\sigma$ is constant.
# `pattern` is an array with one period of it.
# In units of the learning rate $\eta$:
#
# 1. How far does the weight move in a step, on the average, and which way?
# 2. How long is the longest step, up or down, once $m$ repeats itself too?
#
# The first has a formula; find it on paper, and be surprised what is not in it.
# For the second you may run (4.4): after a thousand gradients $m$ repeats itself, for `b1` up to 0.98.
# Take plain numbers, `pattern.tolist()`: with single numbers `jnp` is some thirty times slower.


# %%
def long_run(pattern, b1):
    """(move, longest): the mean move of a step, with its sign, and the longest step."""
    ### BEGIN SOLUTION: return the two numbers
    sigma = jnp.sqrt(jnp.mean(pattern**2))
    sizes, m = [], 0.0
    for g in pattern.tolist() * 1000:
        m = b1 * m + (1 - b1) * g
        sizes.append(abs(m))
    return -jnp.mean(pattern) / sigma, max(sizes[-len(pattern) :]) / sigma
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("04.long_run", long_run)

# %% [markdown]
# ## Exercise 4: three bugs (2 points)
#
# A colleague has programmed AdamW, (4.6).
# He tried one step, and it was right; then he trained, and the loss went down.

# %%
import numpy as np


def his_adamw(w, gradients, learning_rate, weight_decay):
    """The weights after one step for each row of gradients."""
    m = v = np.zeros(len(w))
    for k, g in enumerate(gradients, start=1):
        g = g + weight_decay * w
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        m, v = m / (1 - 0.9**k), v / (1 - 0.999**k)
        w = w - learning_rate * m / np.sqrt(v + 1e-8)
    return w


# %% [markdown]
# Three things in it differ from (4.6) and (4.5), and none of them shows in a single step with a large gradient and little decay.
# Find them, and write it as it should be.


# %%
def adamw(w, gradients, learning_rate, weight_decay):
    """The weights after one step of AdamW for each row of gradients."""
    ### BEGIN SOLUTION: return the weights; copy his lines and mend them
    m = v = np.zeros(len(w))
    for k, g in enumerate(gradients, start=1):
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        m_hat, v_hat = m / (1 - 0.9**k), v / (1 - 0.999**k)
        w = w - learning_rate * (m_hat / (np.sqrt(v_hat) + 1e-8) + weight_decay * w)
    return w
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("04.adamw", adamw)

# %% [markdown]
# ## Exercise 5: a schedule with no loose ends (2 points)
#
# The schedule of most large trainings: a warm-up $\eta\,(t + 1) / (T + 1)$ with $T$ = `warm_up`, and with `peak` for $\eta$; then half a cosine, from `peak` exactly at `t = warm_up` down to 0 exactly at `t = steps`.
# From there on it stays 0.
# Steps are counted from `t = 0`, `warm_up` may be 0, and `steps` is larger than `warm_up`.
#
# It must work in a compiled training loop, where `t` is not a number yet: `jnp.where` instead of an `if` on `t`.
# The other three are plain numbers.


# %%
def rate(t, peak, warm_up, steps):
    """The learning rate of step t."""
    ### BEGIN SOLUTION: return one number
    part = jnp.clip((t - warm_up) / (steps - warm_up), 0, 1)
    decay = peak * (1 + jnp.cos(jnp.pi * part)) / 2
    return jnp.where(t < warm_up, peak * (t + 1) / (warm_up + 1), decay)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("04.rate", rate)

# %% [markdown]
# ## Exercise 6: the best rate for each of two weights (1 point)
#
# A ravine lies at some angle to the axes, and has the Hessian $H$, two by two.
# In (4.1) choose the two $\sigma$ freely, $d_1$ and $d_2$, and keep them: the step is $w \leftarrow w - \eta D^{-1} g$, with $D = \mathrm{diag}(d_1, d_2)$.
# What counts then is the condition number of $D^{-1/2} H D^{-1/2}$, by (4.12) in [what v knows](../deeper/04_what_v_knows.ipynb).
# Find a $d$ for which it is least, to two percent.
# An experiment is welcome: only the ratio of the two matters, and `np.geomspace` makes a thousand candidates (use `np` throughout: it is faster for small matrices).


# %%
def best_scaling(H):
    """(d, kappa): two positive numbers, and the condition number that they leave."""
    ### BEGIN SOLUTION: return the array of two numbers, and the condition number
    d = jnp.diag(H)
    eigenvalues = jnp.linalg.eigvalsh(H / jnp.sqrt(jnp.outer(d, d)))
    return d, eigenvalues[1] / eigenvalues[0]
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("04.best_scaling", best_scaling)

# %% [markdown]
# ## All of it: what these methods cannot do
#
# **Turn.** The least condition number that any rate for each weight leaves of a ravine with $\kappa = 100$:

# %%
from optcourse import linalg

for degrees in (0, 1, 10, 45):
    R = linalg.rotation(np.deg2rad(degrees))
    kappa = best_scaling(R @ jnp.diag(jnp.array([1.0, 100.0])) @ R.T)[1]
    print(f"{degrees:3} degrees: {kappa:.1f}")

# %% [markdown]
# **Settle.** RMSProp circles at the loss $\eta^2 (1 + \kappa) / 8$, here 0.126; your schedule ends that:

# %%
from optcourse import optimizers
from optcourse.experiments.run import run


def ravine(w):
    return (w[0] ** 2 + 100 * w[1] ** 2) / 2


for words, plan in {"constant": 0.1, "schedule": lambda t: rate(t, 0.1, 20, 1000)}.items():
    print(words, run(optimizers.rmsprop(plan), ravine, jnp.ones(2), 1000).loss[-1])

# %% [markdown]
# **Follow the mean.** The gradients $3, -1, -1$ have a positive mean, so a weight should go down, as your `long_run` says.
# Give them to your Adam, once with a long memory of the squares and once with a short one.
# Before you run it: what does dividing each gradient by its own size do to a large one among small ones?

# %%
gradients = jnp.tile(jnp.array([3.0, -1.0, -1.0]), 100)[:, None]
print(f"predicted: {300 * long_run(gradients[:3, 0], 0.0)[0]:6.1f} learning rates")
for b2 in (0.999, 0.1):
    print(f"b2 = {b2}: {jnp.sum(adam(gradients, 1.0, 0.0, b2)):6.1f} learning rates")

# %% [markdown]
# With a short memory Adam follows the majority, and climbs.
# Reddi et al. (2018), in the lesson's list, made a convex problem of it on which Adam ends at the worst place.
# Now vary `b1`, `b2` and the pattern: when is the large gradient heard?
#
# ## What you can do now
#
# - Write an optimizer, and test it by what has to be true of it.
# - Say where Adam will go from the mean and the size of the gradients.
# - Tell weight decay from a penalty.
# - Write a schedule that is exact where its parts meet.
# - Say what scaling the axes buys, and what it cannot.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw04_adaptive_learning_rates.ipynb
# ```
#
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 04` instead, it writes a notebook with our solutions, beside yours.
