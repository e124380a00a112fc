# %% [markdown]
# # Homework 08: trade-offs that you can tune
#
# *A budget instead of a weight: three lines, two rates and a damping. Are the lines right, is the damping enough, and what does the multiplier say?*
#
# In five exercises you extend what [lesson 08](../08_tunable_tradeoffs.ipynb) wrote out, mend someone else's code, and draw a front from nothing but multipliers.
# Equation numbers such as (8.3) are the lesson's.
#
# **You need** lesson 08, and Python with NumPy and `jax.grad`.
# **Time:** 55 minutes.
# **Points:** 12.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.
# A check asks for *properties*, on numbers that it draws itself, and answers with a tick and your points, or with what is wrong and a hint.
# The arrays in it are JAX's, which cannot be changed in place; `np.array(w)` makes one of NumPy's.
# Try as often as you like; more cells of your own are welcome.
# *Run All* stops at the first check that fails, so run the later cells one by one.

# %%
import jax

# %% [markdown]
# ## Exercise 1: under a budget (3 points)
#
# The lesson kept $L_2 = \varepsilon$.
# Mostly we mean $L_2 \le \varepsilon$: less is welcome, and nothing should ever drive $L_2$ *up*.
# MDMM does that with two cuts at zero, $[x]_+ = \max(0, x)$:
#
# $$w \leftarrow w - \eta\,\big(\nabla L_1 + [\lambda + c\,h]_+ \nabla L_2\big), \qquad \lambda \leftarrow [\lambda + \eta_\lambda\, h]_+, \qquad h = L_2(w) - \varepsilon$$
#
# Write one step.
# Both lines use the $h$ and the $\lambda$ from before the step, and each has its own cut.
#
# `first` and `second` are the losses, functions of an array `w`; `settings` holds $\eta$, $\eta_\lambda$ and $c$, in this order.

# %%
import jax.numpy as jnp


# %%
def under_budget(first, second, w, multiplier, epsilon, settings):
    """(w, multiplier) after one step of MDMM for second(w) <= epsilon."""
    ### BEGIN SOLUTION: return w and the multiplier, in this order
    rate, multiplier_rate, damping = settings
    h = second(w) - epsilon
    pressure = jnp.maximum(0, multiplier + damping * h)
    w = w - rate * (jax.grad(first)(w) + pressure * jax.grad(second)(w))
    return w, jnp.maximum(0, multiplier + multiplier_rate * h)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("08.under_budget", under_budget)

# %% [markdown]
# ## Exercise 2: three bugs (2 points)
#
# A colleague wants $L_2 = \varepsilon$ exactly, with $\eta = 0.02$, $\eta_\lambda = 0.4$ and $c = 10$.
# His runs come to rest, and always with $L_2$ too low.
# He blames the learning rate.


# %%
def his_mdmm(first, second, w, epsilon, steps):
    """The parameters and the multiplier after so many steps."""

    def total(v, multiplier):
        return first(v) + (multiplier + 10.0 * (second(v) - epsilon)) * second(v)

    multiplier = 0.0
    for _ in range(steps):
        h = second(w) - epsilon
        w = w - 0.02 * jax.grad(total)(w, multiplier)
        multiplier = jnp.maximum(0, 0.4 * h)
    return w, multiplier


# %% [markdown]
# Three things in it differ from the two lines of (8.3).
# Find them, and write it as it should be: as many steps as `steps` says, wherever the run is.


# %%
def mdmm(first, second, w, epsilon, steps):
    """(w, multiplier) after so many steps of MDMM for second(w) = epsilon, multiplier first 0."""
    ### BEGIN SOLUTION: return w and the multiplier after the steps; mend his lines
    multiplier = 0.0
    for _ in range(steps):
        h = second(w) - epsilon
        pressure = multiplier + 10.0 * h
        w = w - 0.02 * (jax.grad(first)(w) + pressure * jax.grad(second)(w))
        multiplier = multiplier + 0.4 * h
    return w, multiplier
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("08.mdmm", mdmm)

# %% [markdown]
# ## Exercise 3: how much damping? (2 points)
#
# You walk along a front, and some number $t$ says how far you are: a parameter, an angle, the length of a norm.
# At one point you have measured the first and second derivatives of both losses by $t$:
# `slopes` holds $L_1'$ and $L_2'$, `curvatures` holds $L_1''$ and $L_2''$.
#
# Say beforehand what MDMM will do there.
# Which multiplier will it rest at, (8.2)?
# And how much damping does it need for that, (8.4)?
# Assume very small steps and a slow multiplier, so that the least damping is $c^*$ itself.
# Where the front is convex it needs no damping: then say 0 for that, beside the multiplier.


# %%
def critical(slopes, curvatures):
    """(multiplier, damping): λ at this point, and the critical damping c*, never below 0."""
    ### BEGIN SOLUTION: return the multiplier and the critical damping
    multiplier = -slopes[0] / slopes[1]
    H = curvatures[0] + multiplier * curvatures[1]
    return multiplier, jnp.maximum(0, -H / slopes[1] ** 2)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("08.critical", critical)

# %% [markdown]
# ## Exercise 4: a front from its prices (2 points)
#
# Somebody has trained with a few budgets, spent each to the end, $L_2 = \varepsilon$, and noted only the budgets and the multipliers, two arrays.
# And the first loss, but of the first run alone.
#
# Draw the front nevertheless.
# By (8.2) the multiplier is a price: what the next bit of budget saves in $L_1$.
# Between two budgets, take the mean of their two prices.
# (Where the budget is larger than the first loss likes, the price is below zero.)
#
# Say also between which neighbors the front is *concave*: there, if it is one smooth curve, no weight of a sum has its minimum.
# Count a piece as concave if its prices at the two ends say so.

# %%
import numpy as np


# %%
def prices(epsilons, multipliers, first):
    """(losses, concave): L₁ at n ascending budgets, the first given; n - 1 times True or False."""
    ### BEGIN SOLUTION: return n losses, and for n - 1 pieces whether they are concave
    falls = np.diff(epsilons) * (multipliers[1:] + multipliers[:-1]) / 2
    losses = first - np.concatenate([[0], np.cumsum(falls)])
    return losses, np.diff(multipliers) > 0
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("08.prices", prices)

# %% [markdown]
# ## Exercise 5: an experiment (3 points)
#
# The honest rival of one run with a multiplier is a search for the weight.
# `trained(alpha)` is a whole run on $L_1 + \alpha L_2$, always from the same start, and gives the two losses at its end.
# It takes one weight at a time, and runs are dear: **you have 20**.
#
# The weight lies somewhere between 0.02 and 50.
# More weight never makes $L_2$ larger.
# Find the one whose run ends within 0.01 of $L_2 = \varepsilon$, and return it with the word `"met"`.
#
# Perhaps there is none: the front may be concave.
# Then $L_2$ jumps over $\varepsilon$ at some weight.
# Return that weight, to within 1 %, with the word `"jumps"`.
# A steep fall is no jump, and not every jump goes from one end to the other.
# Call it one when two weights that differ by less than 0.01 % end on different sides of $\varepsilon$, neither within 0.01 of it.


# %%
def search(trained, epsilon):
    """(alpha, word): the weight, and "met" or "jumps"."""
    ### BEGIN SOLUTION: return the weight and the word
    low, high = 0.02, 50.0
    for _ in range(20):
        alpha = np.sqrt(low * high)
        spent = trained(alpha)[1]
        if abs(spent - epsilon) <= 0.01:
            return alpha, "met"
        low, high = (alpha, high) if spent > epsilon else (low, alpha)
    return alpha, "jumps"
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("08.search", search)

# %% [markdown]
# ## All of it
#
# The cells use what you wrote, so they work when exercises 2 to 5 do.
# First both ways to ask for $L_2 = 0.4$, on a convex and on a concave front, from the same start.
# A run with a weight takes 400 steps, the one with a multiplier 200.

# %%
from optcourse import tradeoffs
from optcourse.experiments.linear_combinations.fronts import descent_end

start = jnp.array([0.45, 0.3])


# %%
def both_ways(problem):
    """(weights tried, word, losses with the last one; multiplier, losses with it) for L2 = 0.4."""
    tried = []

    def trained(alpha):
        tried.append(alpha)
        return problem.losses(descent_end(tradeoffs.weighted_sum(problem, alpha), start, steps=400))

    alpha, word = search(trained, 0.4)
    first, second = jax.jit(lambda w: problem.losses(w)[0]), jax.jit(lambda w: problem.losses(w)[1])
    w, multiplier = mdmm(first, second, start, 0.4, 200)
    return tried, word, trained(alpha), multiplier, problem.losses(w)


# %%
for k in (0.5, 1.5):
    tried, word, ends, multiplier, rests = both_ways(tradeoffs.curved_front(k))
    print(f"k = {k}: {len(tried) - 1} runs, last α = {tried[-1]:.2f}: {word}, L2 = {ends[1]:.2f}")
    print(f"         one with a multiplier, λ = {multiplier:.2f}, L2 = {rests[1]:.2f}")

# %% [markdown]
# On the convex front the weight that was searched for and the multiplier that was found are about the same number.
# On the concave one the weight is something else: it tells you about your start, and not about your target.
#
# Then a front that is convex in its middle and concave toward both ends, from nine multipliers alone:

# %%
from optcourse.experiments.tunable_tradeoffs import multipliers

# %%
problem, epsilons = tradeoffs.mixed_front(1.5, 4.0), np.linspace(0.1, 0.9, 9)
places = tradeoffs.parameter_for_target(problem, epsilons)
starts = jnp.stack(
    [0.02 + jax.vmap(problem.point_at)(places)[:, 0], 0.1 * jnp.ones(9), jnp.zeros(9)], axis=1
)


def priced(epsilon, start):
    """The multiplier after a run of the package's MDMM."""
    return multipliers.mdmm_path(problem, epsilon, 20.0, start, (0.01, 0.2), steps=4000).multiplier[
        -1
    ]


found = np.asarray(jax.vmap(priced)(epsilons, starts))

# %%
true = np.asarray(jax.vmap(problem.losses_at)(places)[:, 0])
losses, concave = prices(epsilons, found, true[0])
print("multipliers ", np.round(found, 2))
print("drawn       ", np.round(losses, 3))
print("true        ", true.round(3))
print("concave     ", np.asarray(concave, int))

# %% [markdown]
# The prices rise, fall, and rise again.
# Last, how much damping each of these points would need, from your exercise 3, beside the package's closed form:

# %%
for epsilon in epsilons[::2]:
    s = tradeoffs.parameter_for_target(problem, epsilon)
    slopes, curvatures = (
        jax.jacfwd(problem.losses_at)(s),
        jax.jacfwd(jax.jacfwd(problem.losses_at))(s),
    )
    closed = tradeoffs.critical_damping(problem, s)
    print(f"ε = {epsilon:.1f}: c* = {critical(slopes, curvatures)[1]:.3f}, package {closed:.3f}")

# %% [markdown]
# ## What you can do now
#
# - Train under a budget that need not be used up, and find the slips in code that does.
# - Say how much damping a point of a front needs, from derivatives along any path.
# - Read multipliers as prices, and a front and its dents from a few of them.
# - Tell a search that has met its target from one that has only found where your start changes sides.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw08_tunable_tradeoffs.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 08` instead, it writes a notebook with our solutions, beside yours.
