# %% [markdown]
# # Homework 10: implicit bias
#
# *Many matrices fit the entries that were seen. Which of them does gradient descent find, and who asked for that one?*
#
# In five exercises you write what [lesson 10](../10_implicit_bias.ipynb) used, mend someone else's start, and find by hand where the least nuclear norm and gradient descent part.
#
# Equation numbers such as (10.3) are the lesson's.
#
# **You need** lesson 10, and Python with NumPy.
# **Time:** 60 minutes.
# **Points:** 12.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.
# A check asks for *properties*, on numbers that it draws itself, and answers with a tick and your points, or with what is wrong and a hint.
# The arrays in it are JAX's, which cannot be changed in place; `np.array(W)` makes one of NumPy's.
# Try as often as you like; more cells of your own are welcome.
# *Run All* stops at the first check that fails, so run the later cells one by one.

# %%
import numpy as np

# %% [markdown]
# ## Exercise 1: a step on any number of factors (2 points)
#
# A matrix $W = W_N \cdots W_1$, (10.2), is to have the entries $b_{ij}$ that were seen.
# The loss is $\tfrac{1}{2} \sum (W_{ij} - b_{ij})^2$ over these entries alone, (10.1).
# Take one step of gradient descent on all its factors, by (10.3), and return the new ones.
#
# In the lesson you wrote the gradients by two factors; here there may be one, two, or more, of different shapes.
# `factors` is a tuple, $W_1$ first; return a tuple or a list.
# `mask` holds true where an entry was seen.
# Elsewhere `observed` may hold anything, even NaN or infinity; `np.where` chooses by the mask.
#
# This makes a product in that order:


# %%
def product(factors, columns):
    """W_N ... W_1 of [W_1, ..., W_N]; of no factors at all, the identity with that many columns."""
    W = np.eye(columns)
    for factor in factors:
        W = factor @ W
    return W


# %%
def factor_step(factors, observed, mask, rate):
    """[W_1, ..., W_N] after one step of gradient descent with this rate."""
    ### BEGIN SOLUTION: return the factors after one step
    columns, moved = mask.shape[1], []
    G = np.where(mask, product(factors, columns) - observed, 0)
    for j, factor in enumerate(factors):
        before, after = product(factors[:j], columns), product(factors[j + 1 :], len(factor))
        moved.append(factor - rate * after.T @ G @ before.T)
    return moved
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("10.factor_step", factor_step)

# %% [markdown]
# ## Exercise 2: how small a start? (3 points)
#
# In the race of the lesson two numbers, each a product of $N$ equal factors, start at the same size; here $N$ may be 1 too.
# The pull $-l'$ of (10.4) is 1 for the first, and `share` for the second, with 0 < `share` < 1.
# The smaller the start, the further the second is behind when the first has come to 1.
#
# Now turn the question around.
# When the first is at 1, the second is to be at most at `limit`, with 0 < `limit` < 1.
# Return the largest **start** that does, and the **time** that the first takes from there to 1.
# With one factor it may be that no start is small enough: then return 0 for it, and the time from 0.
#
# Take a sheet of paper: on which scale has $w$ a constant speed by (10.4)?


# %%
def small_start(depth, share, limit):
    """(start, time) of a race between products of `depth` equal factors."""
    ### BEGIN SOLUTION: return the start and the time
    if depth == 2:
        start = limit ** (1 / (1 - share))
        return start, -np.log(start) / 2
    p = 2 / depth - 1
    power = max((limit**p - share) / (1 - share), 0)
    return power ** (1 / p), (power - 1) / (depth - 2)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("10.small_start", small_start)

# %% [markdown]
# ## Exercise 3: effective rank (2 points)
#
# A matrix that was trained has full rank: no singular value is exactly 0.
# Count them by their size instead, also where $W$ is not square, or where some are 0.
# The shares $p_r = \sigma_r / \sum_s \sigma_s$ of the singular values add up to 1, and have an entropy $H = -\sum_r p_r \log p_r$.
# The effective rank, (10.6), is $e^H$.


# %%
def effective_rank(W):
    """exp of the entropy of the singular values' shares: a number."""
    ### BEGIN SOLUTION: return the effective rank
    sigma = np.linalg.svd(W, compute_uv=False)
    p = sigma / np.sum(sigma)
    p = p[p > 0]
    return np.exp(-np.sum(p * np.log(p)))
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("10.effective_rank", effective_rank)

# %% [markdown]
# ## Exercise 4: a start with two bugs (2 points)
#
# The law of the singular values, (10.5), holds if the factors start *balanced*: $W_{j+1}^\top W_{j+1} = W_j W_j^\top$ for each $j$.
# A colleague makes such factors of a small matrix $W$.
# He has tried two factors of one matrix, and all was well.


# %%
def his_start(W, depth):
    """[W_1, ..., W_N], as he makes them."""
    U, sigma, Vt = np.linalg.svd(W, full_matrices=False)
    root = sigma**0.5
    between = [np.diag(root) for _ in range(depth - 2)]
    return [root * Vt, *between, U * root]


# %%
first, last = his_start(np.diag([3.0, 1.0]), 2)
print(last @ first, last.T @ last - first @ first.T, sep="\n\n")

# %% [markdown]
# The product is right, and the difference is zero.
# But he made two slips, and what he tried could show neither: find them.
# Return balanced factors whose product is `W`, with two factors or more.
# `W` need not be square.
# Between two factors there are as many units as the smaller side of `W` has, as in his.
#
# <details><summary>Hint</summary>
#
# Try three factors of `np.diag([3.0, 1.0])`, then two factors of `np.array([[3.0, 1.0], [0.0, 1.0]])`.
# Which of the two conditions is broken?
#
# </details>


# %%
def balanced_start(W, depth):
    """[W_1, ..., W_N]: balanced factors whose product is W; depth: their number N."""
    ### BEGIN SOLUTION: return the balanced factors
    U, sigma, Vt = np.linalg.svd(W, full_matrices=False)
    root = sigma ** (1 / depth)
    between = [np.diag(root) for _ in range(depth - 2)]
    return [root[:, None] * Vt, *between, U * root]
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("10.balanced_start", balanced_start)

# %% [markdown]
# ## Exercise 5: one entry, by hand (3 points)
#
# Three entries of a 2 x 2 matrix were seen, and one, $x$, was not:
#
# $$W = \begin{bmatrix} x & b \\ c & d \end{bmatrix}.$$
#
# Which $x$ makes the nuclear norm $\sigma_1 + \sigma_2$ least?
# For $b = c = 1$ and $d = 0$ it is $x = 0$, by (10.7).
# Now for any three numbers, positive or negative and of any size, of which at most one is 0.
# A formula does it; a search between fixed ends, such as -100 and 100, does not.
#
# You need no singular values, since $\sigma_1^2 + \sigma_2^2$ is the sum of all squared entries, and $\sigma_1 \sigma_2 = |\det W|$.
# So write down $(\sigma_1 + \sigma_2)^2$ as a function of $x$, and find where it is least.
# It has a kink: look at both sides of it, and at the kink itself.


# %%
def unseen_entry(b, c, d):
    """The x with which [[x, b], [c, d]] has the least nuclear norm."""
    ### BEGIN SOLUTION: return that x
    if d == 0:
        return 0.0
    if abs(b * c) <= d**2:
        return b * c / d
    return d if b * c > 0 else -d
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("10.unseen_entry", unseen_entry)

# %% [markdown]
# ## All of it
#
# The cells use what you wrote, so they work when exercises 1 to 5 do.
# First: how small must both start, so that the one that is pulled half as hard has a hundredth when the other has 1?

# %%
for depth in (1, 2, 3, 4):
    for share in (0.5, 0.9):
        start, time = small_start(depth, share, 0.01)
        print(f"N = {depth}, pulls 1 and {share}: start {start:.1e}, time {time:.0f}")

# %% [markdown]
# With one factor no start will do here.
# With two it depends on how alike the pulls are, and may have to be absurdly small.
# Three and four do with a larger start, and wait for longer.
#
# Then a 12 x 12 matrix of rank 2, of which about half the entries are seen.
# From one small start, with two factors and with three:

# %%
random = np.random.default_rng(0)
truth = random.normal(size=(12, 2)) @ random.normal(size=(2, 12))
truth, mask = truth / np.linalg.norm(truth, 2), random.random((12, 12)) < 0.6
small = random.normal(size=(12, 12))
small *= 1e-4 / np.linalg.norm(small)


# %%
def report(step, W):
    """Prints the largest singular values and the effective rank."""
    sigma = np.linalg.svd(W, compute_uv=False)[:3]
    print(f"step {step:3d}: σ = {np.round(sigma, 3)}, effective rank {effective_rank(W):.2f}")


# %%
for depth, rate in ((2, 1.0), (3, 0.8)):
    factors, residual, step = balanced_start(small, depth), 1.0, 0
    while residual > 5e-3 and step < 2000:
        factors, step = factor_step(tuple(factors), truth, mask, rate), step + 1
        W = product(factors, 12)
        residual = np.linalg.norm((W - truth)[mask]) / np.linalg.norm(truth[mask])
        if step % 60 == 0:
            report(step, W)
    error = np.linalg.norm(W - truth) / np.linalg.norm(truth)
    print(f"{depth} factors, after {step} steps: residual {residual:.3f}, error {error:.3f}\n")

# %% [markdown]
# At one residual the errors on all entries are far apart, and nothing in the loss says so.
#
# Last, the 2 x 2 matrix with $b = c = 1$: the least nuclear norm by hand, and three factors from a tiny start.

# %%
seen = np.array([[False, True], [True, True]])
for d in (2.0, 0.5, 0.0):
    observed = np.array([[np.nan, 1.0], [1.0, d]])
    factors = balanced_start(np.array([[1e-3, 2e-4], [5e-4, 1e-3]]), 3)
    for _ in range(1000):
        factors = factor_step(tuple(factors), observed, seen, 0.1)
    x = product(factors, 2)[0, 0]
    print(f"d = {d}: least nuclear norm {unseen_entry(1.0, 1.0, d):.2f}, three factors {x:.2f}")

# %% [markdown]
# With $d = 2$ both find the matrix of rank 1.
# With $d = 0.5$ the nuclear norm prefers another one, and three factors still find rank 1, $x = bc/d$.
# With $d = 0$ no matrix of rank 1 fits: $x$ grows on and on.
#
# ## What you can do now
#
# - Say why a step on factors moves entries that nobody saw.
# - Choose a start by what it is to leave behind, and say what it costs.
# - Count singular values by their size.
# - Test a start where it can fail, not only where it cannot.
# - Name a matrix for which the least nuclear norm is not what a deep product finds.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw10_implicit_bias.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 10` instead, it writes a notebook with our solutions, beside yours.
