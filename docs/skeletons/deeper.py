# %% [markdown]
# # Which direction waits?
#
# ## The question
#
# *At the largest rate that converges, my loss still creeps.*
# *What is it waiting for, and how long?*
#
# <!-- Another evening: one question; at most 1,100 words, 60 lines and 45 minutes. -->
#
# This goes on from [lesson 12](../12_one_step_too_long.ipynb), and its equations go on counting.
#
# **Time:** 8 minutes.
#
# ## The answer, derived
#
# Take the bowl with two curvatures, $\lambda_1 < \lambda_2$.
# By (12.4) the learning rate $\eta$ is below $2 / \lambda_2$.
# Along the flat direction a step leaves the share $1 - \eta \lambda_1$.
# With the ratio $\kappa = \lambda_2 / \lambda_1$ of the curvatures, it is never below
#
# $$1 - \frac{2}{\lambda_2} \lambda_1 = 1 - \frac{2}{\kappa} \tag{12.5}$$
#
# For a large $\kappa$ the logarithm of this is about $-2 / \kappa$.
# So to get from the distance 1 to the distance $\varepsilon$ takes at least about
#
# $$t = \frac{\kappa}{2} \ln \frac{1}{\varepsilon} \tag{12.6}$$
#
# steps: the flat direction waits, in proportion to $\kappa$.
#
# ## Measured
#
# A ravine with $\kappa = 50$, at 0.99 of the limit, down to a hundredth of the distance:

# %%
from math import log

# %%
kappa, rate, distance, steps = 50, 2 * 0.99, 1.0, 0
while distance > 0.01:
    distance *= 1 - rate / kappa  # (12.1), along the flat direction
    steps += 1
print(f"{steps} steps; (12.6) says {kappa / 2 * log(100):.0f}")

# %% [markdown]
# ## What the texts say
#
# Here stand the sources, their claims with their codes, and what became of them.
# An opinion, such as N38, is named in one notebook of its lesson; in one stands the table.

# %%
from optcourse.lessons import claims

claims.show("03", deeper=True)  # with the number of its own lesson

# %% [markdown]
# ## What to remember
#
# The steep direction sets the rate, the flat one sets the time.
