# %% [markdown]
# # Homework 02: batches
#
# *You may choose the batch size. What exactly do you choose?*
#
# In six exercises you make batches, measure their noise, move to another batch size without changing anything else, and mend a bug that large programs had for years.
# Equation numbers such as (2.3) are those of [lesson 02](../02_batches.ipynb).
#
# **You need** lesson 02, and Python with NumPy; `jax.grad` in exercise 4.
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
# ## Exercise 1: epochs (3 points)
#
# There are `n` training examples, the rows 0, 1, ..., `n` - 1.
# Make the batches for `count` epochs: an array of row numbers with one batch in each row.
#
# - In each epoch, shuffle all rows, and cut them into batches of `batch_size`.
# - If some are left over, fewer than a batch, they sit this epoch out, and the next one begins with all rows again. So each epoch has `n // batch_size` batches.
# - `seed` is a whole number from 0 on, and decides everything: the same seed, the same batches. No epoch comes twice, neither in a run nor in runs with different seeds.
#
# `jax.random` and `np.random.default_rng` are both fine.


# %%
import jax
import jax.numpy as jnp


def epochs(seed, n, batch_size, count):
    """Row numbers: an array of shape (count * (n // batch_size), batch_size)."""
    ### BEGIN SOLUTION: return the batches of all epochs, one in each row
    whole = n // batch_size * batch_size
    keys = jax.random.split(jax.random.key(seed), count)
    orders = [jax.random.permutation(key, n)[:whole] for key in keys]
    return jnp.concatenate(orders).reshape(-1, batch_size)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("02.epochs", epochs)

# %% [markdown]
# ## Exercise 2: how many are enough? (2 points)
#
# The gradient of one row, drawn at random, misses the gradient of all `n` rows by some distance; take the root of its mean square.
# For a batch drawn *without putting back* the mean squared distance is (2.3) times $(n - B) / (n - 1)$.
#
# Someone can live with a `share` of it, from 0 (then take all rows) to 1: with `share = 0.1`, at most a tenth of the distance of one row.
# Which is the smallest batch that does?
# Count exactly, for few rows too.
#
# Before you run the check, guess: for a tenth of the noise, how many rows of a thousand, and how many of a million?


# %%
def enough(share, n):
    """The smallest batch size whose noise is at most `share` times that of one row."""
    ### BEGIN SOLUTION: return a whole number of rows
    return np.ceil(n / (1 + (n - 1) * share**2))
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("02.enough", enough)

# %% [markdown]
# ## Exercise 3: the noise scale from two logs (2 points)
#
# When is a batch large enough?
# At the *noise scale* $\mathrm{tr}\,\Sigma / \|g\|^2$ its noise $\mathrm{tr}\,\Sigma / B$ is as large as the true gradient $g$, squared ([more on that](../deeper/02_time_per_epoch.ipynb)).
# By (2.2) that takes the gradients of all examples, one by one, which nobody has for a million.
# But most programs log the length of the gradient at every update.
#
# So take two logs, written while the weights hardly moved: the lengths $\|g_b\|$ for batches of size $b$, and the lengths $\|g_B\|$ for larger ones of size $B$.
# A batch's gradient is the true gradient plus noise, and the noise has the mean zero.
# So the *squares* add up on average; with so many examples that nothing is drawn twice, (2.3) gives
#
# $$\mathbb{E}\,\|g_b\|^2 = \|g\|^2 + \frac{\mathrm{tr}\,\Sigma}{b}$$
#
# and the same with $B$.
# Find the two unknowns.
# (If one of them comes out negative, the logs are too short to tell. Leave it so: a number made positive would hide that.)


# %%
def two_sizes(norms_small, small, norms_large, large):
    """(tr Σ, ‖g‖²), from the arrays of lengths logged with batches of size `small` and `large`."""
    ### BEGIN SOLUTION: return tr Σ and the square of the length of g, in this order
    first, second = np.mean(norms_small**2), np.mean(norms_large**2)
    trace = (first - second) / (1 / small - 1 / large)
    return trace, first - trace / small
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("02.two_sizes", two_sizes)

# %% [markdown]
# ## Exercise 4: a large batch on a small machine (2 points)
#
# A batch that does not fit into memory can be taken in parts.
# A colleague has programmed it:


# %%
def her_gradient(loss, w, inputs, targets, part):
    """The gradient of the whole batch, from parts of at most `part` rows."""
    total, parts = 0.0, 0
    for start in range(0, len(targets), part):
        x, y = inputs[start : start + part], targets[start : start + part]
        total = total + jax.grad(loss)(w, x, y)
        parts = parts + 1
    return total / parts


# %% [markdown]
# Here `loss(w, inputs, targets)` is the *mean* of the losses of its rows.
# She has tested it with 32 rows in parts of 8, and it gave the same as the whole batch at once.
# With 33 rows it does not.
#
# Find out why, and write it as it should be.
# The loss refuses more than `part` rows at once.


# %%
def accumulated(loss, w, inputs, targets, part):
    """The gradient of the whole batch, from parts of at most `part` rows."""
    ### BEGIN SOLUTION: return the gradient; copy her lines and mend them
    total = 0.0
    for start in range(0, len(targets), part):
        x, y = inputs[start : start + part], targets[start : start + part]
        total = total + len(y) * jax.grad(loss)(w, x, y)
    return total / len(targets)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("02.accumulated", accumulated)

# %% [markdown]
# ## Exercise 5: another batch size, the same walk (2 points)
#
# You have tuned a learning rate $\eta$ for batches of size $b$.
# Now there is another machine, and the batches shall have the size $B$, larger or smaller.
# Which rate $\eta'$ lets the walk spread as far around the minimum as before, by (2.5)?
#
# The rule (2.4) says: $k$ times the batch, $k$ times the rate.
# Solve (2.5) exactly, for a minimum of curvature $\lambda$ and $0 < \eta\lambda < 2$, and see for how long the rule is right.


# %%
def scaled_rate(rate, old, new, curvature):
    """The rate that spreads with batches of size `new` as `rate` did with `old`."""
    ### BEGIN SOLUTION: return the new learning rate
    k = rate * curvature / (2 - rate * curvature) * new / old
    return 2 * k / (1 + k) / curvature
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("02.scaled_rate", scaled_rate)

# %% [markdown]
# ## Exercise 6: ten times as sharp, and the same (1 point)
#
# "It generalizes badly, for its minimum is sharp."
# Here is a ReLU network with two layers, `relu(x @ W1 + b1) @ W2 + b2`.
# Give other weights, of the same shapes, with which it computes the same for every input, and the largest curvature of its loss is at least ten times what it was.
# (If you have no idea how, [a deeper notebook](../deeper/02_sharp_minima.ipynb) has one, (2.11).)
# (The loss is a squared error; the check has the data, and you do not need them.)


# %%
def sharper(W1, b1, W2, b2):
    """(W1, b1, W2, b2) of a network that computes the same, ten times as sharp or more."""
    ### BEGIN SOLUTION: return the four arrays
    c = 30
    return c * W1, c * b1, W2 / c, b2
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("02.sharper", sharper)

# %% [markdown]
# ## All of it, on a real network
#
# The cells use what you wrote, so they work when exercises 1 and 3 do.
# First the digits network of lesson 02, before training: its noise scale from 200 lengths at two batch sizes, beside the one from all its examples (some seconds).

# %%
from optcourse import batches, trees
from optcourse.experiments import data
from optcourse.experiments.batches import digits

w, train, _, _ = digits.digits_problem(seed=0)


def length(rows):
    return trees.norm(jax.grad(digits.loss)(w, data.take(train, rows)))


small = np.array(jax.lax.map(length, jnp.asarray(epochs(1, 1024, 8, 2))[:200]))
large = np.array(jax.lax.map(length, jnp.asarray(epochs(2, 1024, 64, 13))[:200]))
trace, square = two_sizes(small, 8, large, 64)
true = batches.gradient_noise_scale(batches.gradient_noise(digits.loss, w, train))
print(f"noise scale: {trace / square:.0f} from two sizes, {true:.0f} from all examples")

# %% [markdown]
# And the comparison that the famous figure leaves out: batches of 16 and of 256, at learning rate 0.1, for equal *epochs* and for equal *updates*.
# The batches are yours.

# %%
from optcourse import losses, optimizers
from optcourse.experiments.run import run

for size, count in ((16, 4), (256, 4), (256, 64)):
    rows = jnp.asarray(epochs(3, 1024, size, count))
    parts, descent = data.take(train, rows), optimizers.gradient_descent(0.1)
    end = run(descent, digits.loss, w, len(rows), parts, record=lambda w, state: None).end
    right = losses.accuracy(digits.NETWORK.apply(end, train.inputs), train.labels)
    print(f"B = {size:3d}: {count:2d} epochs, {len(rows):3d} updates, accuracy {right:.2f}")

# %% [markdown]
# ## What you can do now
#
# - Make batches that can be made again, and runs that are independent.
# - Say how large a batch has to be, and read the noise scale from two logs.
# - Take a batch of any size through a small memory, without changing it.
# - Move to another batch size with the rate that belongs to it, and say when the usual rule ends.
# - Tell a claim about sharpness from a claim about functions.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw02_batches.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 02` instead, it writes a notebook with our solutions, beside yours.
