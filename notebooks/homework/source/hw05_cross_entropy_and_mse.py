# %% [markdown]
# # Homework 05: cross-entropy and squared error
#
# *The loss is NaN, or it has stood still for an hour. Is it the network, the data, or the four lines of the loss?*
#
# In six exercises you write the loss and its gradients, examine those of colleagues, and find where a real network stops learning.
# Equation numbers such as (5.2) are those of [lesson 05](../05_cross_entropy_and_mse.ipynb).
#
# **You need** lesson 05, and `jax.numpy`, which works like NumPy.
# **Time:** 90 minutes.
# **Points:** 12.
#
# **How it works.**
# Put your own lines in place of each `raise NotImplementedError(...)`, run the cell, then run the check below it.
# A check draws its own examples and asks for *properties*; it answers with your points, or with what is wrong and a hint.
# *Run All* stops at the first check that fails, so run the later cells one by one.
#
# Logits and probabilities have the shape `(n, classes)`, one example a row.
# Labels are `n` whole numbers from 0 on, and every loss is a mean over the `n` examples.

# %%
import jax.numpy as jnp

# %% [markdown]
# ## Exercise 1: a loss that never overflows (2 points)
#
# Cross-entropy is in (5.2), and its probabilities come from (5.1).
# Written as it stands, $e^{y_i}$ overflows from $y_i = 89$ on, and $\ln p$ is $-\infty$ once $p$ has rounded to zero.
# Take the logarithm of (5.1) on paper, and remember that a number added to all logits of an example changes no probability.
#
# Write it in `jnp`, without `float(...)`: JAX will differentiate it.
# `logits[jnp.arange(n), labels]` picks one entry of each row.
# Afterwards, compare with `jax.nn.log_softmax`.


# %%
def cross_entropy(logits, labels):
    """The mean of -ln p of the right class over the examples: one number."""
    ### BEGIN SOLUTION: return one number, for logits of any size
    shifted = logits - jnp.max(logits, axis=1, keepdims=True)
    right = shifted[jnp.arange(len(labels)), labels]
    return jnp.mean(jnp.log(jnp.sum(jnp.exp(shifted), axis=1)) - right)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("05.cross_entropy", cross_entropy)

# %% [markdown]
# ## Exercise 2: two gradients, no matrix (3 points)
#
# The lesson wrote (5.4) and (5.5) in code for one example, with a matrix $J$.
# Write them for a batch, for the mean losses, from the probabilities `p` and the targets alone.
#
# A network that chooses among 100,000 words cannot build $J$.
# So write out one entry of $J\,e$, with $e = p - t$.
# Other ways, `jax.grad` too, are right if they build no matrix and survive probabilities of exactly 0 and 1.
# Again `jnp` only: the check counts what you compute.


# %%
def gradients(p, target):
    """The gradients of cross-entropy and of squared error along the logits: two arrays like p."""
    ### BEGIN SOLUTION: return both gradients, cross-entropy's first
    e = (p - target) / len(p)
    return e, 2 * p * (e - jnp.sum(p * e, axis=1, keepdims=True))
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("05.gradients", gradients)

# %% [markdown]
# ## Exercise 3: what is wrong with this loss? (2 points)
#
# Colleagues send you functions `loss(logits, labels)`, and call each the cross-entropy of exercise 1.
# You cannot read them, but ask for the loss of any logits and labels.
# Answer with one word:
#
# - `"right"`
# - `"softmax twice"`: a softmax of the softmax.
# - `"wrong axis"`: the probabilities add up to 1 over the *examples* of the batch, not over the classes.
# - `"clipped"`: probabilities below some small number, anywhere from $10^{-15}$ to $10^{-5}$, are raised to it before the logarithm. There the gradient is zero.
# - `"squared error"`: that of (5.2).
#
# On ordinary logits some of them agree: what would you have to ask?


# %%
def diagnose(loss):
    """One of "right", "softmax twice", "wrong axis", "clipped" and "squared error"."""
    ### BEGIN SOLUTION: return one of the five words
    value = float(loss(jnp.array([[0.0, 200.0]]), jnp.array([0])))
    if value < 0.1:
        return "wrong axis"  # one example: every probability is 1
    if value < 1.5:
        return "softmax twice"  # ln(1 + e)
    if value < 2.1:
        return "squared error"
    return "right" if value > 199 else "clipped"
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("05.diagnose", diagnose)

# %% [markdown]
# ## Exercise 4: why not minimize the mistakes themselves? (2 points)
#
# Draw an answer from the network's probabilities, and it is wrong with probability $1 - p_{\text{right}}$.
# Take that as the loss: how long does its plateau hold?
#
# As in the lesson there are two classes, the first is right, and the start is $(-a, a)$, a lead of $d = 2a$.
# Call $q = \sigma(-d)$ the probability of the right class.
# Let the time be steps times the learning rate, and take small steps against the gradient of $1 - q$.
# How fast does $d$ fall, as a function of $d$?
# Integrate 1 / speed, as for (5.9) in [the deeper notebook](../deeper/05_wrong_labels.ipynb), until $q = 0.9$.
# Divided by the learning rate, that time is a number of steps.
# The check also asks for starts from which no run would end, so return a formula, not a loop.


# %%
import math


def wait(a, learning_rate):
    """The steps from (-a, a) until q = 0.9: one number, 0 if q is above that from the start."""
    ### BEGIN SOLUTION: return the number of steps that you predict
    end = -math.log(9)
    time = 2 * a + math.sinh(2 * a) - end - math.sinh(end)
    return max(0, time / learning_rate)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("05.wait", wait)

# %% [markdown]
# ## Exercise 5: the bias to start from (1 point)
#
# A wrong bias builds a plateau; what is a good one?
# In a network that knows nothing yet the logits are its output bias, and it should answer with the share of each class.
# That bias has the greatest likelihood, and the least cross-entropy (5.2).
#
# Count every class once more than it occurs, so that none is impossible.
# `jnp.bincount(labels, length=classes)` counts.


# %%
def first_bias(labels, classes):
    """The output bias to start from, one number for each class: an array (classes,)."""
    ### BEGIN SOLUTION: return one bias for each class
    return jnp.log(jnp.bincount(labels, length=classes) + 1)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("05.first_bias", first_bias)

# %% [markdown]
# ## Exercise 6: where does it stop learning? (2 points)
#
# In the lesson squared error came through from a bias of 10, and not from one of 20.
# Design the experiment that finds the edge between.
#
# `accuracy(bias, seed)` trains a network from this bias and returns its accuracy, from 0 to 1.
# It is high at `low` and poor at `high`, biases at most 1000 apart.
# The edge is where the median accuracy of the seeds 0 to 4 falls through 0.5; find it within 0.25.
# Trainings are expensive: each search has 60, all seeds together.


# %%
import numpy as np


def edge(accuracy, low, high):
    """The bias between low and high at which training begins to fail, within 0.25."""
    ### BEGIN SOLUTION: return the bias of the edge
    while high - low > 0.25:
        middle = (low + high) / 2
        learns = np.median([accuracy(middle, seed) for seed in range(5)]) > 0.5
        low, high = (middle, high) if learns else (low, middle)
    return (low + high) / 2
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("05.edge", edge)

# %% [markdown]
# ## All of it, on real digits
#
# Your experiment meets the digits network of the lesson, with squared error and 500 steps of 0.1; it takes some seconds.

# %%
from optcourse.experiments.cross_entropy_and_mse.digits import accuracy_row


def trained(loss, rate):
    def accuracy(bias, seed):
        return accuracy_row("gradient_descent", f"bias {bias}", loss, rate, seed)["after_500"]

    return accuracy


slow = edge(trained("mse", 0.1), 5.0, 15.0)
print(f"It learns up to a bias of {slow:.1f}")

# %% [markdown]
# On the plateau the gradient of squared error shrinks like $e^{-b}$ with the bias $b$, so the wait is some factor times $e^b/\eta$.
# Predict how much further ten times the rate will reach.

# %%
fast = edge(trained("mse", 1.0), 5.0, 15.0)
print(f"At ten times the rate: {fast:.1f}, which is {fast - slow:.1f} further")

# %% [markdown]
# It should be $\ln 10 = 2.3$ further; we measured 2.8, and each edge is known to 0.25.
#
# Cross-entropy has an edge too.
# As long as the network is sure of the wrong class, each step moves the wrong bias by about $\eta$: 500 steps of 0.1 move it by 50.
# The other weights help; how much?

# %%
print(f"Cross-entropy: {edge(trained('cross_entropy', 0.1), 0.0, 200.0):.0f}")

# %% [markdown]
# We measured about 100.
#
# ## What you can do now
#
# - Write a loss that survives any logits, and its gradients without a large matrix.
# - Tell four common faults of a loss apart without reading its code.
# - Predict how long a plateau holds, and where it begins.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw05_cross_entropy_and_mse.ipynb
# ```
#
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 05` instead, it writes a notebook with our solutions, beside yours.
