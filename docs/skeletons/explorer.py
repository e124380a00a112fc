"""A step length to drag: gradient descent on a parabola, and where it stops converging."""

import jax
import numpy as np

from optcourse.experiments.run import run
from optcourse.explorers.artists import empty_line
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.figures import style
from optcourse.optimizers import gradient_descent

START, STEPS = 1.5, 20
RATES = np.linspace(0.05, 2.2, 44)


def loss(w):
    return w**2 / 2


# The number under the slider is traced: nothing compiles while it is dragged.
@jax.jit
def _path(learning_rate):
    return run(gradient_descent(learning_rate), loss, START, STEPS).path


@style.house()
def parabola() -> Explorer:
    """Gradient descent on w²/2 for the learning rate of a slider: diverges iff it is above 2."""
    figure, ax = style.new(width=5)
    # The still part: drawn once. (If a control changed it, a function `still` would draw it.)
    grid = np.linspace(-2, 2, 201)
    ax.plot(grid, loss(grid), color=style.GRAY)
    ax.set(xlabel="w", ylabel="loss", xlim=(-2, 2), ylim=(-0.1, 2))
    # The moving part: an artist without data, which `update` gives its data.
    walk = empty_line(ax, marker="o", **style.OPTIMIZERS["gradient_descent"])

    # One argument for each control, by its name; numbers back, and a sentence as the status.
    def update(learning_rate):
        path = np.asarray(_path(learning_rate))
        walk.set_data(path, loss(path))
        diverges = abs(path[-1]) > START
        status = "It diverges." if diverges else f"It ends at w = {path[-1]:.3g}."
        return {"status": status, "end": path[-1], "diverges": bool(diverges)}

    controls = [slider("learning_rate", RATES, RATES[3], label="learning rate")]
    # A goal is not reached at the start; for each there is a setting that reaches it.
    goals = [goal("make it diverge", lambda result: result["diverges"])]
    alt = "A parabola and the walk of gradient descent on it, for a learning rate to choose."
    return Explorer(Picture(figure, [walk]), update, controls, alt, goals)
