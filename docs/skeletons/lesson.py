# %% [markdown]
# # 12 One step too long
#
# ## The question
#
# *My loss jumps up after a few steps: which learning rate would have been small enough?*
#
# <!-- One question, one thread, three ideas; an hour that is true. -->
#
# **Afterwards you can** say from a curvature which learning rates converge.
#
# **You need** [lesson 00](00_start_here.ipynb).
# **Time:** 45 minutes.

# %%
from optcourse.explorers.questions import ask

# %% [markdown]
# ## Predict
#
# Gradient descent goes down a bowl, and you make its steps longer and longer.
#
# <!-- A question stands in optcourse/explorers/questions.toml; its answer comes after it. -->

# %%
ask("start_here.larger_rates")

# %% [markdown]
# ## Play
#
# Drag the learning rate to the right, until the loss tips over.
#
# <!-- The cell of an explorer imports what it calls: after a restart it is run alone. -->

# %%
from optcourse.explorers import start_here as explore

explore.descent()  # where does it tip over?

# %% [markdown]
# ## The mathematics
#
# Let the loss be $\lambda w^2 / 2$, with the curvature $\lambda > 0$; its gradient is $\lambda w$.
# A step with the learning rate $\eta$ leaves the same share of $w$, whatever $w$ is:
#
# $$w \leftarrow w - \eta \lambda w = (1 - \eta \lambda)\, w \tag{12.1}$$
#
# So it converges if and only if $|1 - \eta \lambda| < 1$, that is for $0 < \eta < 2 / \lambda$.
#
# *In the literature:* learning rate = step size; slope = gradient.
#
# <!-- Symbols before use, one sentence a line; our words and the field's from docs/glossary.md. -->
#
# ## The code
#
# One step by hand, and the same step of the package.

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
# Write the largest learning rate that converges, in one line.


# %%
def largest_rate(curvature):
    """The rate at which gradient descent stops converging, from (12.1)."""
    return None  # write it here


edge = largest_rate(4.0)
print("Not begun." if edge is None else "Right." if edge == 0.5 else "Not yet: see (12.1).")

# %% [markdown]
# <details><summary>Hint</summary>Where is the factor in (12.1) equal to -1?</details>
#
# ## Evidence
#
# Just below the edge and just above it:
#
# <!-- What takes a minute is a table of `experiments/`; a curve has a band over its seeds. -->

# %%
for eta in (0.66, 0.67):
    w = run(optimizers.gradient_descent(eta), lambda w: 1.5 * w**2, 1.0, 100).end
    print(f"η = {eta}: |w| = {abs(w):.2f} after 100 steps")

# %% [markdown]
# ## In a real network
#
# Here stands the same on digits, and how to get it from optax.
#
# ## When it fails
#
# - **"A smaller learning rate is safer."** It is slower, and stays in worse places.
#
# ## What to remember
#
# A step converges if and only if it is shorter than $2 / \lambda$.
#
# ## Check yourself

# %%
ask("start_here.edge")
