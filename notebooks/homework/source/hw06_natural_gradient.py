# %% [markdown]
# # Homework 06: natural gradient
#
# *A step that is as long as the model's predictions allow, whatever the units of its weights. What does it take, and what can go wrong?*
#
# In six exercises you build the natural gradient of [lesson 06](../06_natural_gradient.ipynb) from its parts, find out which other optimizers have its invariance, and mend one that never arrives.
# Equation numbers such as (6.3) are the lesson's.
#
# **You need** lesson 06, Python with NumPy, and in exercise 2 `jax.jacobian` and `jax.hessian`.
# **Time:** 95 minutes.
# **Points:** 12.
#
# **How it works.**
# Every exercise is a function with a line `raise NotImplementedError(...)`.
# Put your own lines in its place, run the cell, then run the check below it.
# A check asks for *properties*, on numbers that it draws itself, and answers with a tick and your points, or with what is wrong and a hint.
# Try as often as you like; more cells of your own are welcome.
# *Run All* stops at the first check that fails, so run the later cells one by one.

# %%
import jax.numpy as jnp

# %% [markdown]
# ## Exercise 1: scores (2 points)
#
# Everything begins with the score, the gradient of a log-probability by the weights: $s_z = \nabla_w \log p_w(z \mid x)$.
#
# In softmax regression the logits are $x\,W$, and $p$ is their softmax.
# `W` has the shape (features, classes), and `x` is one input, of shape (features,).
# Derive the scores of all classes $z$ on paper, and write them with NumPy or `jnp`: an array of shape (classes, features · classes).
# Its row $z$ is the gradient of $\log p_z$ by `W`, laid out in a row by `.reshape(-1)`.
# `jax.jacobian` passes too, but it is for exercise 2: here you see what it would find.
#
# A logit may be 2000 above or below the others, and all of them may be 2000 or -2000.


# %%
def scores(W, x):
    """The score of each class, one a row: an array (classes, features * classes)."""
    ### BEGIN SOLUTION: return the scores of all classes, one a row
    logits = x @ W
    e = jnp.exp(logits - jnp.max(logits))
    p = e / jnp.sum(e)
    rows = [jnp.outer(x, jnp.eye(len(p))[z] - p).reshape(-1) for z in range(len(p))]
    return jnp.stack(rows)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("06.scores", scores)

# %% [markdown]
# ## Exercise 2: one matrix, two ways (2 points)
#
# Compute the Fisher matrix twice, for any classifier.
# `model(w, inputs)` gives logits of shape (n, classes), `w` is an array of shape (P,), and `inputs` has the shape (n, features).
#
# 1. By (6.3), as a second moment: the mean over the inputs of $\sum_z p_z\, s_z s_z^\top$. No labels.
# 2. By (6.4), as a curvature: the Hessian by $v$, at $v = w$, of the mean over the inputs of $\sum_z p_z\,\big(\log p_z - \log q_z\big)$. Here $p$ is the model at $w$, which stands still, and $q$ the model at $v$.
#
# Let JAX differentiate: `jax.jacobian(f)(w)`, `jax.hessian(f)(w)`, and `jax.nn.log_softmax` along the last axis.
# A class may have no chance at all: $p_z$ may be 0. Or it may be almost sure, and the matrix small.
#
# The two matrices are equal, so the check needs a trick to see that they come from two ways.
# It hands you one model whose second derivatives are NaN: they belong in the second matrix, and not in the first.
#
# If you like, turn $p$ and $q$ around in the second way, and see what changes.

# %%
import jax


# %%
def fisher(model, w, inputs):
    """The Fisher matrix from scores, and from the divergence: two arrays (P, P)."""

    ### BEGIN SOLUTION: return both matrices, the one from scores first
    def log_p(v):
        return jax.nn.log_softmax(model(v, inputs))

    p, s = jnp.exp(log_p(w)), jax.jacobian(log_p)(w)

    def divergence(v):
        return jnp.sum(p * (log_p(w) - log_p(v))) / len(inputs)

    return jnp.einsum("nz,nzi,nzj->ij", p, s, s) / len(inputs), jax.hessian(divergence)(w)
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("06.fisher", fisher)

# %% [markdown]
# ## Exercise 3: the natural direction, without the matrix (3 points)
#
# The damped natural direction $d$ solves $(F + \lambda I)\,d = g$, (6.7).
# You do not get $F$, only a function `product(v)` that gives $F v$, an array like `v`: there are too many parameters for more.
#
# The method of *conjugate gradients* is a few lines, so write it rather than call a library's.
# With $A$ for $F + \lambda I$, it begins at $d = 0$, with $r = g$ and $p = r$, and each turn does
#
# $$a = \frac{r \cdot r}{p \cdot A p}, \qquad d \leftarrow d + a\,p, \qquad r' = r - a\,A p, \qquad b = \frac{r' \cdot r'}{r \cdot r}, \qquad p \leftarrow r' + b\,p, \qquad r \leftarrow r'$$
#
# Here $r$ is what is missing, $g - A d$.
# Stop as soon as $\lVert r \rVert \le 0.001\,\lVert g \rVert$.
#
# Products are what costs time, so the check counts them: one a turn, and no turn more than it takes.
# It has up to 400 parameters, and the 21st product stops you.


# %%
def natural_direction(product, g, damping):
    """d with F d + damping * d = g, to a residual of 0.001 |g|: an array like g."""
    ### BEGIN SOLUTION: return d after as many turns as it takes
    d, r, p, squared = 0 * g, g, g, g @ g
    end = 0.001**2 * squared
    while squared > end:
        Ap = product(p) + damping * p
        a = squared / (p @ Ap)
        d, r, last = d + a * p, r - a * Ap, squared
        squared = r @ r
        p = r + squared / last * p
    return d
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("06.natural_direction", natural_direction)

# %% [markdown]
# ## Exercise 4: invariant to what? (2 points)
#
# Somebody measures the weights in other units: $w = A u$, with an invertible matrix $A$.
# In the coordinates $u$ the gradient is $A^\top g$, and the Fisher matrix $A^\top F A$, (6.6).
# An optimizer works with these and moves $u$ by some $\Delta u$; for $w$ that is a move of $A\,\Delta u$.
# It is *invariant* to $A$ if this is the move that it would have made in $w$ itself.
#
# You get an optimizer as a function: `move(g, F)` is its move, an array (P,), for a gradient `g` (P,) and a Fisher matrix `F` (P, P).
# Take any P above 1, and numbers without a pattern: a symmetric and positive definite `F`, and no zeros in `g` and in $F^{-1} g$.
# `g = [1, 2]` and `F = [[2, 0.7], [0.7, 1]]` will do.
# Design an experiment that says what it is invariant to:
#
# - `"everything"`: every invertible matrix $A$.
# - `"rotations"`: all $A$ with $A^\top A = I$, but not everything.
# - `"scales"`: all diagonal $A$ with positive entries, but not everything.
# - `"nothing"`: neither all rotations nor all scales.
#
# Decide beforehand: where does gradient descent belong, where natural gradient with damping, and where a natural gradient with only the diagonal of $F$?
# A damping here is at least 0.02: to see it, take an `F` with entries of about 1.
# To see past rounding, and no further, compare moves to 0.001 of their length.

# %%
import numpy as np


# %%
def invariance(move):
    """One of "everything", "rotations", "scales" and "nothing"."""
    ### BEGIN SOLUTION: return one of the four words
    g, F = np.array([1.0, -0.4]), np.array([[2.0, 0.7], [0.7, 0.6]])

    def same(A):
        there, here = A @ np.asarray(move(A.T @ g, A.T @ F @ A)), np.asarray(move(g, F))
        return np.linalg.norm(there - here) < 1e-3 * np.linalg.norm(here)

    rotations, scales = same(np.array([[0.8, -0.6], [0.6, 0.8]])), same(np.diag([0.5, 3.0]))
    if rotations and scales:
        return "everything"
    return "rotations" if rotations else "scales" if scales else "nothing"
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("06.invariance", invariance)

# %% [markdown]
# ## Exercise 5: it never arrives (1 point)
#
# A colleague fits a line with natural gradient.
# His model says $y = x \cdot w + \varepsilon$, with a normal noise $\varepsilon$ whose standard deviation $\sigma$ he knows, `noise`.
# The score of one example is then $(y - x \cdot w)\,x / \sigma^2$.
# He goes along $F^{-1}$ times the mean score, uphill in log-likelihood.
# `X` has the shape (n, features), `y` is (n,), and `w` is (features,).


# %%
def his_regression(X, y, w, noise, rate, steps):
    """The weights after so many steps."""
    for _ in range(steps):
        residual = y - X @ w
        scores = residual[:, None] * X / noise**2
        F = scores.T @ scores / len(X)
        w = w + rate * np.linalg.solve(F, np.mean(scores, axis=0))
    return w


# %% [markdown]
# For a test he takes the simplest line, a constant: he estimates a mean.
# The data have the mean 0 and a variance of 0.25, the model says $\sigma = 1$, and he starts at -20.

# %%
ones, data = np.ones((50, 1)), np.repeat([-0.5, 0.5], 25)
for steps in (1, 100, 500, 1000, 2000, 2001):
    print(steps, his_regression(ones, data, np.array([-20.0]), 1.0, 1.0, steps))

# %% [markdown]
# First it creeps, then it leaps to and fro for ever.
# He wants to lower the rate, or to add damping.
# The mistake is another one; mend it, and add no damping.
# Everything else may stay as it is.


# %%
def regression(X, y, w, noise, rate, steps):
    """The weights after so many steps of natural gradient: an array like w."""
    ### BEGIN SOLUTION: return the weights; mend his lines
    F = X.T @ X / len(X) / noise**2
    for _ in range(steps):
        residual = y - X @ w
        scores = residual[:, None] * X / noise**2
        w = w + rate * jnp.linalg.solve(F, jnp.mean(scores, axis=0))
    return w
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("06.regression", regression)

# %% [markdown]
# ## Exercise 6: how far? (2 points)
#
# Natural gradient says where to go; TRPO also says how far, (6.16), here downhill.
# The weights are a policy, or any model $p_w$, and one step must not change it by more than $\delta$.
#
# The direction is $d = F^{-1} g$, and the step goes to $w - t\,d$.
# By (6.4) the divergence is about $\tfrac12 t^2\, d^\top F d = \tfrac12 t^2\, g^\top d$, so the longest step has
#
# $$t_0 = \sqrt{\frac{2\delta}{g^\top d}}$$
#
# That is an estimate, so look before you leap.
# Try $t_0$, then $t_0/2$, $t_0/4$, and so on: eleven lengths, of which the last is $t_0/2^{10}$.
# Return the first $w - t\,d$ for which the divergence *from $p_w$ to the new model*, $\mathrm{KL}(p_w \,\Vert\, p_{\text{new}})$, is at most $\delta$ and the loss is not above that of $w$.
# If none of the eleven will do, return `w`.
#
# `loss(w)` is a number, and need not be convex.
# `divergence(v, w)` is the measured $\mathrm{KL}(p_v \,\Vert\, p_w)$, (6.2).
# `w`, `g` and `direction` are arrays of shape (P,); where the gradient is zero, so is the direction.


# %%
def line_search(loss, divergence, w, g, direction, delta):
    """The weights after the step: an array like w."""
    ### BEGIN SOLUTION: return the new weights, or w
    slope = g @ direction
    if slope <= 0:
        return w
    t = jnp.sqrt(2 * delta / slope)
    for _ in range(11):
        new = w - t * direction
        if divergence(w, new) <= delta and loss(new) <= loss(w):
            return new
        t = t / 2
    return w
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("06.line_search", line_search)

# %% [markdown]
# ## All of it, on real digits
#
# Softmax regression on 500 images: 64 pixels and a constant, 10 classes, 650 weights.
# The cells use what you wrote, so they work when exercises 3 and 6 do.
# The products come from the package, and $\delta$ is 0.5: no step may change the predictions by more than half a nat.

# %%
from optcourse import losses
from optcourse.experiments.data import digits
from optcourse.fisher import categorical_kl, gaussian_kl, vector_product

images, labels = digits(500, jax.random.key(0))
inputs = jnp.column_stack([images, jnp.ones(500)])


def model(w, inputs):
    return inputs @ w.reshape(-1, 10)


@jax.jit
def loss(w):
    return losses.cross_entropy(model(w, inputs), labels)


@jax.jit
def divergence(v, w):
    return jnp.mean(categorical_kl(model(v, inputs), model(w, inputs)))


# %%
def natural_step(w):
    """The weights after one step of at most half a nat."""
    g = jax.grad(loss)(w)
    d = natural_direction(lambda v: vector_product(model, w, inputs, v), g, 1e-3)
    return line_search(loss, divergence, w, g, d, 0.5)


w = jnp.zeros(inputs.shape[1] * 10)
for step in range(6):
    w, before = natural_step(w), w
    print(f"step {step + 1}: loss {loss(w):.3f}, divergence {divergence(before, w):.3f}")

# %% [markdown]
# Gradient descent, with the best of eight rates from 0.1 to 5:

# %%
v = jnp.zeros_like(w)
for step in range(300):
    v = v - 5.0 * jax.grad(loss)(v)
    if step + 1 in (6, 30, 100, 300):
        print(f"step {step + 1}: loss {loss(v):.3f}")

# %% [markdown]
# Last, the invariance of exercise 4 where it ends.
# It is one of small steps, or of linear changes; a finite step in bent coordinates is another step.
# A Gaussian has the mean 0 and the standard deviation 3, and the data say 1.
# One natural step of rate 1 with the variance as the coordinate arrives; with the other three, where does it go?
# In a coordinate $c$ the step is $g / F$, where (6.6) makes $F$ from that of $\sigma$, which is $2 / \sigma^2$.

# %%
coordinates = {
    "variance": (lambda c: jnp.sqrt(c), 9.0),
    "standard deviation": (lambda c: c, 3.0),
    "log-deviation": (lambda c: jnp.exp(c), np.log(3.0)),
    "precision": (lambda c: 1 / jnp.sqrt(c), 1 / 9),
}


def to_the_data(deviation):
    """KL from the data's Gaussian, as a loss of the standard deviation."""
    return gaussian_kl(0.0, 1.0, 0.0, deviation)


for name, (deviation, c) in coordinates.items():
    g = jax.grad(to_the_data)(deviation(c)) * jax.grad(deviation)(c)
    F = jax.grad(deviation)(c) ** 2 * 2 / deviation(c) ** 2
    print(f"{name:>18}: from 3 to {deviation(c - g / F):.3f}")

# %% [markdown]
# ## What you can do now
#
# - Write scores, and get the Fisher matrix from them or from a divergence, without a label.
# - Find the natural direction of a large model, from a few products.
# - Test what an optimizer is invariant to.
# - Tell the Fisher matrix from the empirical one, in code and by what it does.
# - Take a step that is as long as a divergence allows, and check that it is.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw06_natural_gradient.ipynb
# ```
#
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 06` instead, it writes a notebook with our solutions, beside yours.
