# %% [markdown]
# # 12 One step too long
#
# ## The question
#
# *My loss jumps up after a few steps.*
# *Which learning rate would have been small enough?*
#
# <!-- Asked as someone who is stuck would ask it; one thread, three ideas, no codes of claims. -->
#
# **You will be able to**
#
# - tell from a curvature which learning rates converge;
# - say which of two directions sets the limit;
# - see a limit that is too high in the first steps of a run.
#
# **You need** [lesson 00](00_start_here.ipynb).
# **Time:** 50 minutes.

# %%
from optcourse.explorers.questions import ask

# %% [markdown]
# ## Predict
#
# Gradient descent goes down a bowl, and you make its steps longer and longer.
#
# <!-- A commitment before anything is shown; its words: optcourse/explorers/questions.toml. -->

# %%
ask("start_here.larger_rates")

# %% [markdown]
# ## Play
#
# **Goal:** find the learning rate at which the loss tips over.
#
# <!-- Five lines at most down to the explorer, whose cell imports what it calls. -->

# %%
from optcourse.explorers import start_here as explore

explore.descent()  # where does it tip over?

# %% [markdown]
# ## The mathematics
#
# **One direction.**
# Let the loss be $\lambda w^2 / 2$, with the curvature $\lambda > 0$.
# Its gradient is $\lambda w$.
# A step of gradient descent with the learning rate $\eta$ goes against the gradient:
#
# $$w \leftarrow w - \eta \lambda w = (1 - \eta \lambda)\, w \tag{12.1}$$
#
# So a step leaves the same share of $w$, whatever $w$ is, and after $t$ steps from $w_0$
#
# $$w_t = (1 - \eta \lambda)^t\, w_0 \tag{12.2}$$
#
# This shrinks if and only if the factor lies between $-1$ and $1$:
#
# $$|1 - \eta \lambda| < 1 \quad\Longleftrightarrow\quad 0 < \eta < \frac{2}{\lambda} \tag{12.3}$$
#
# **Two directions.**
# The bowl of the explorer curves by 1 along one axis and by 3 along the other.
# Each coordinate follows (12.1) with a curvature of its own, $\lambda_1$ or $\lambda_2$.
# Both have to shrink:
#
# $$\eta < \frac{2}{\max(\lambda_1, \lambda_2)} \tag{12.4}$$
#
# The steepest direction sets the limit, and the flattest has to live with it.
#
# *In the literature:* learning rate = step size; slope = gradient.
#
# <!-- Derived, not announced; symbols are named before; the field's words: docs/glossary.md. -->
#
# ## The code
#
# One step by hand, and the same step of the package.
# `run(optimizer, loss, w, steps)` takes the steps, and its `end` is where they lead.

# %%
from optcourse import optimizers
from optcourse.experiments.run import run

eta, curvature, w = 0.5, 3.0, 1.0
by_hand = w - eta * curvature * w  # (12.1)
packaged = run(optimizers.gradient_descent(eta), lambda w: curvature * w**2 / 2, w, 1).end
assert abs(by_hand - packaged) < 1e-6

# %% [markdown]
# ## Your turn
#
# Write the largest learning rate that converges, for one curvature.
#
# <!-- The body stays `...`; what holds of a right one: optcourse/homework/blanks/TOPIC.py. -->

# %%
from optcourse.homework.your_turn import attempt


def largest_rate(curvature):
    """The rate at which gradient descent stops converging, from (12.3)."""
    ...


attempt("start_here.largest_rate", largest_rate)

# %% [markdown]
# <details><summary>Hint</summary>
#
# At which rate is the factor in (12.1) equal to $-1$?
#
# </details>
#
# <details><summary>Solution</summary>
#
# ```python
# def largest_rate(curvature):
#     return 2 / curvature  # (12.3)
# ```
#
# </details>
#
# ## Evidence
#
# Two rates, just below the edge and just above it, from two starts.
#
# <!-- One or two experiments over several seeds; what takes a minute is a table. -->

# %%
for eta, w in ((0.66, 1.0), (0.66, -3.0), (0.67, 1.0), (0.67, -3.0)):
    end = run(optimizers.gradient_descent(eta), lambda w: 1.5 * w**2, w, 100).end
    print(f"η = {eta}: from {w:g}, |w| is {abs(end / w):.2f} times as large")

# %% [markdown]
# Below the edge each has shrunk; beyond it each has grown.
#
# The same edge in a narrow valley, which curves by 100 across and by 1 along:
# by (12.4) it lies at 0.02.

# %%
from optcourse.explorers import start_here as explore

explore.descent("narrow_valley", learning_rate=0.015)  # is it there, wherever you start?

# %% [markdown]
# ## In a real network
#
# Here stands the same on digits, and how to get it from optax.
# Where it does not show there, a sentence says so.
#
# ## What to remember
#
# 1. A step leaves the share $1 - \eta\lambda$ of the distance.
# 2. Gradient descent converges if and only if $\eta < 2 / \lambda$, for the largest curvature.
# 3. A loss that grows from its first steps says that the rate is beyond this limit.
#
# ## What is often said and is not so
#
# - **"A smaller learning rate is safer."** It is slower, and stays in worse places.
# - **"A loss that goes up has a bug."** A rate above the limit does the same.
#
# ## Check yourself
#
# <!-- Three to five questions, each answered from this page. -->

# %%
ask("start_here.edge")

# %% [markdown]
# Then: homework 12.
#
# ## Deeper
#
# - Which direction waits? The slow one, and for how long.
#
# <!-- A deeper notebook is linked here, or from the sentence that raises its question. -->
