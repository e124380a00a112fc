"""A step length to drag: gradient descent on a parabola, and where it stops converging."""

import jax.numpy as jnp
import numpy as np

from optcourse.experiments.run import run
from optcourse.explorers.artists import empty_line
from optcourse.explorers.computed import Computation, Frame, computed_explorer
from optcourse.explorers.controls import slider
from optcourse.explorers.explorer import Explorer
from optcourse.figures import style
from optcourse.optimizers import gradient_descent

START, STEPS = 1.5, 20
RATES = np.linspace(0.05, 2.2, 44)
# A sentence for each kind of end, its blanks filled by facts; so are goals, which say how far.
SENTENCES = {"diverges": "It diverges.", "ends": "It ends at w = {end:.3g}."}
GOALS = ["make it diverge (now it ends at {end:.2g})"]


def loss(w):
    return w**2 / 2


@style.house()
def parabola() -> Explorer:
    """Gradient descent on w²/2 for the learning rate of a slider: diverges iff it is above 2."""
    figure, ax = style.new(width=5)
    # The still part: drawn once. (If a choice changed it, a function `still` would draw it.)
    grid = np.linspace(-2, 2, 201)
    ax.plot(grid, loss(grid), color=style.GRAY)
    ax.set(xlabel="w", ylabel="loss", xlim=(-2, 2), ylim=(-0.1, 2))
    # The moving part: artists without data, which `parabola_frame` gives their points.
    artists = {"walk": empty_line(ax, marker="o", **style.OPTIMIZERS["gradient_descent"])}
    # A run is drawn step by step on arrival, and leaves a pale ghost.
    computation = Computation("parabola", parabola_frame, artists, SENTENCES, GOALS, runs=["walk"])
    controls = [slider("learning_rate", RATES, RATES[3], label="learning rate")]
    alt = "A parabola and the walk of gradient descent on it, for a learning rate to choose."
    return computed_explorer(figure, computation, controls, alt)


def parabola_frame(learning_rate) -> Frame:
    """The walk as points, whether it diverges, and where it ends: pure JAX, compiled for pages."""
    path = run(gradient_descent(learning_rate), loss, START, STEPS).path
    end = path[-1]
    diverges = jnp.abs(end) > START
    return Frame(
        points={"walk": jnp.stack([path, loss(path)], axis=1)},
        sentence=jnp.where(diverges, 0, 1),
        facts={"end": end},
        goals=[diverges],
    )
