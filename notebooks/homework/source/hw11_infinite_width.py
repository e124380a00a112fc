# %% [markdown]
# # Homework 11: infinite width
#
# *A network without end, and not one weight to store: its training is a kernel and a few lines. Which kernel, which lines, and how wide is wide?*
#
# In five exercises you write the kernel of an infinitely wide network, that of a network which exists, and what gradient descent makes of either.
# Then you judge how fast the second tends to the first.
# They go with [lesson 11](../11_infinite_width.ipynb); equation numbers such as (11.2) are the lesson's.
#
# **You need** lesson 11, and Python with NumPy and `jax.grad`.
# **Time:** 60 minutes.
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
import numpy as np

# %% [markdown]
# ## Exercise 1: through one layer (2 points)
#
# In a wide layer the inputs of a unit are Gaussian: $a$ for one input of the network, $b$ for another.
# Both have the mean 0, their variances are `xx` and `yy`, their covariance is `xy`.
# What leaves the layer has the covariance $2\,\mathrm{E}[\mathrm{relu}(a)\,\mathrm{relu}(b)]$.
# Its derivative counts too: $2\,\mathrm{E}[\mathrm{relu}'(a)\,\mathrm{relu}'(b)]$, where $\mathrm{relu}'$ is 1 for a positive number and 0 for a negative one.
#
# Return both, from $\kappa_1$ and $\kappa_0$ in (11.5).
# The lesson's code had variances of 1; yours may have any unit, and differ.
# Both variances are positive.
# Rounding may have put the correlation a little outside of $[-1, 1]$.


# %%
def layer(xx, xy, yy):
    """(2 E[relu(a) relu(b)], 2 E[relu'(a) relu'(b)]): two numbers."""
    ### BEGIN SOLUTION: return the two numbers
    q = np.sqrt(xx * yy)
    cosine = np.clip(xy / q, -1, 1)
    angle = np.arccos(cosine)
    slope = 1 - angle / np.pi
    return q * (np.sin(angle) / np.pi + slope * cosine), slope
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("11.layer", layer)

# %% [markdown]
# ## Exercise 2: through all layers (3 points)
#
# Now the tangent kernel $\Theta(x, y)$ of two inputs with $d$ numbers each, in a network with `depth` hidden layers.
# As in the package's `kernels.ntk`, $y$ is another input here, the lesson's $x'$, and no target.
# It begins with $\Sigma = \Theta = x^\top y / d$.
# Every hidden layer changes first $\Sigma$, (11.6), then $\Theta$, (11.7).
#
# Use your `layer`.
# For each layer it needs the variances $\Sigma(x, x)$ and $\Sigma(y, y)$ as well: what does a layer make of those?
# Neither input is zero.


# %%
def ntk(x, y, depth):
    """Theta(x, y) of a network of infinite width with `depth` hidden layers: a number."""
    ### BEGIN SOLUTION: return the tangent kernel of x and y
    d = len(x)
    xx, covariance, yy = x @ x / d, x @ y / d, y @ y / d
    tangent = covariance
    for _ in range(depth):
        covariance, slope = layer(xx, covariance, yy)
        tangent = tangent * slope + covariance
    return tangent
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("11.ntk", ntk)

# %% [markdown]
# ## Exercise 3: a network that exists (3 points)
#
# A network of any width has such a kernel too, at the weights that it has: inner products of gradients by the weights, (11.2).
#
# `f(w, x)` gives the outputs for all rows of `x`, one number a row, and for a single row one number.
# `w` is an array, or a tuple of arrays; their number and shapes vary.
# Return the matrix with the entry $\langle \nabla_w f(w, x_i), \nabla_w f(w, y_j)\rangle$ in row $i$ and column $j$.
#
# <details><summary>Hint</summary>
#
# `jax.jacobian(lambda w: f(w, x))(w)` has the form of `w`, with one more axis in front, for the rows of `x`.
# `jax.tree.leaves` makes a list of its arrays.
#
# </details>

# %%
import jax


# %%
def empirical_kernel(f, w, x, y):
    """Inner products of the gradients: a matrix, a row for each of x, a column for each of y."""

    ### BEGIN SOLUTION: return the matrix of inner products
    def gradients(rows):
        parts = jax.tree.leaves(jax.jacobian(lambda w: f(w, rows))(w))
        return np.hstack([part.reshape(len(rows), -1) for part in parts])

    return gradients(x) @ gradients(y).T
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("11.empirical_kernel", empirical_kernel)

# %% [markdown]
# ## Exercise 4: training without a network (2 points)
#
# Where the kernel stands still, the outputs need no network to move.
# On the loss $\tfrac12 \|u - y\|^2$, with outputs $u$ at the $n$ training inputs and `targets` $y$, one step of gradient descent on the *weights* changes $u$ by $-\eta K (u - y)$.
# The lesson goes on to a flow, (11.3); you take the steps.
# The outputs $f$ at other inputs change in the same step, by the matrix `k`, their kernel with the training inputs: a row for each other input, and $n$ columns.
#
# Return $f$ after `steps` steps.
# `start` is the pair $(u, f)$ before the first step: a network at its random start does not give zeros.
# In some calls targets contradict each other, for one input comes twice.
# $K$ has no inverse then, and the steps go on.


# %%
def kernel_descent(k, K, targets, start, learning_rate, steps):
    """The outputs at the other inputs after `steps` steps: a number for each row of k."""
    ### BEGIN SOLUTION: return the outputs f after the steps
    u, f = start
    for _ in range(steps):
        residual = u - targets
        u = u - learning_rate * K @ residual
        f = f - learning_rate * k @ residual
    return f
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("11.kernel_descent", kernel_descent)

# %% [markdown]
# ## Exercise 5: which law? (2 points)
#
# Something falls with the width $m$, like $m^p$: the distance from the kernel, say.
# The lesson's first question was whether $p = -\tfrac12$ or $p = -1$.
# You get `widths`, and an array `errors` of shape (widths, seeds), with two seeds at least.
#
# - **A line for each seed.** Fit the logarithm of its errors by a straight line in the logarithm of the widths, by least squares; its slope is that seed's power.
# - **The power** $p$ is the mean of these slopes.
# - **How sure it is:** the standard error of that mean, the standard deviation of the $s$ slopes, with $s - 1$, divided by $\sqrt s$.
# - **The law:** `"-1/2"` or `"-1"`, whichever is at most two standard errors from $p$. If neither is, or both are, the data have not decided: say `"open"`.


# %%
def width_law(widths, errors):
    """(p, its standard error, the law): two numbers and a word."""
    ### BEGIN SOLUTION: return the power, its error and the word
    slopes = np.polyfit(np.log(widths), np.log(errors), 1)[0]
    p, error = slopes.mean(), slopes.std(ddof=1) / np.sqrt(len(slopes))
    laws = {"-1/2": -0.5, "-1": -1}
    near = [law for law in laws if abs(p - laws[law]) <= 2 * error]
    return p, error, near[0] if len(near) == 1 else "open"
    ### END SOLUTION


# %%
from optcourse.homework.check import check

check("11.width_law", width_law)

# %% [markdown]
# ## All of it
#
# The cells use what you wrote, so they work when exercises 1 to 5 do.
# First the kernels of twenty training inputs and thirty others, without any network.

# %%
from optcourse.experiments.infinite_width import problems

problem = problems.wave(0)
x, y, others = np.array(problem.x), np.array(problem.y), np.array(problem.others[:30])
K, k = (np.array([[ntk(a, b, 1) for b in x] for a in rows]) for rows in (x, others))

# %% [markdown]
# How far from it are networks of 64 and of 1024 hidden units, before training?
# As in exercise 3, `w` is a tuple, and the function takes a single row too.

# %%
from optcourse import wide_networks


def outputs(network):
    """f(w, rows), for one row too."""
    apply = lambda w, rows: network.apply(w, rows.reshape(-1, 10)).reshape(rows.shape[:-1])
    return jax.jit(apply)


for width in (64, 1024):
    network = wide_networks.dense(10, width, depth=1)
    w = tuple(network.init(problem.key))
    own = empirical_kernel(outputs(network), w, x, x)
    apart = np.linalg.norm(own - K) / np.linalg.norm(K)
    print(f"width {width:4d}: its own kernel is off by {apart:.1%}")

# %% [markdown]
# Then the wider of them is trained for 200 steps, and your lines foresee what it will say about inputs that it has not seen.

# %%
from optcourse.experiments.run import take_steps

# %%
from optcourse.optimizers import gradient_descent

# %%
loss = problems.squared_loss(network.apply, problem.x, problem.y)
rate = float(1 / np.linalg.eigvalsh(K)[-1])
end = take_steps(gradient_descent(rate), loss, w, 200)
found = np.array(network.apply(end, others))
u, f = np.array(network.apply(w, x)), np.array(network.apply(w, others))
for name, start in (("from its start", (u, f)), ("from zero", (0 * u, 0 * f))):
    foreseen = np.array(kernel_descent(k, K, y, start, rate, 200))
    apart = np.sqrt(np.mean((foreseen - found) ** 2))
    print(f"{name:14s}: off by {apart:.3f}, where the outputs are about {found.std():.2f}")

# %% [markdown]
# The limit does not know one network's start; whoever adds it knows that network to a few hundredths.
#
# By which law do the two approach each other?
# The package's table has five seeds of each width.

# %%
from optcourse.experiments.infinite_width import limit

for depth in (1, 2):
    for column in limit.Comparison._fields:
        rows = limit.read_limit(column, depth)
        p, error, law = width_law(np.array(list(rows)), np.array(list(rows.values())))
        print(f"depth {depth}, {column:13s} p = {p:.2f}, error {error:.2f}: {law}")

# %% [markdown]
# What a network has from its random start falls like the root of the width: its kernel's error, and with it the distance of the two.
# How far its kernel moves is between the two laws, at these widths; either of them would have been a guess.
# How far the weights move has one law at each depth, as the move itself has about the same size at all widths: at depth 1 the length of $w$ grows like $\sqrt m$, and at depth 2 like $m$, for there most weights are in the matrix between the hidden layers.
#
# Last, a warning about depth: what becomes of the cosine of two inputs, layer by layer, and of their kernel, as a share of that of one with itself?

# %%
for start in (-0.5, 0.5):
    tangent = cosine = start
    for depth in range(1, 1001):
        cosine, slope = layer(1, cosine, 1)
        tangent = tangent * slope + cosine  # (11.7)
        if depth in (1, 10, 100, 1000):
            print(f"{depth:4d} layers: cosine {cosine:.3f}, share {tangent / (depth + 1):.3f}")

# %% [markdown]
# The cosine goes to 1: the angle between any two inputs is forgotten.
# So the deeper, the less it matters which two they are: in the end all pairs look alike, at a quarter.
#
# ## What you can do now
#
# - Write the kernel of an infinitely wide network in ten lines, and say what each layer adds to it.
# - Take the kernel of a network that exists, from its gradients by all weights.
# - Foresee a training without a network, start included, and without an inverse.
# - Read a power off several seeds, and say when the data have not decided.
#
# To check the whole notebook at once, save it, and run this in a terminal in the folder of the course:
#
# ```sh
# .venv/bin/python -m pytest --nbval-lax notebooks/homework/hw11_infinite_width.ipynb
# ```
#
# Its number of "passed" counts cells, among them those that check nothing; under a check that fails, *Points so far* counts those above it.
# `.venv/bin/python -m optcourse homework status` runs the same checks and counts all your points.
# With `homework solve 11` instead, it writes a notebook with our solutions, beside yours.
