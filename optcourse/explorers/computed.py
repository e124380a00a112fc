"""Explorers that compute in the page: one pure JAX function, and nothing asked of a kernel.

    compute(**values) -> Frame       sliders as numbers, points (2,), choices as their indices

Python calls it for `result`, `figure` and tests; the page calls what `optcourse.javascript` made of
it, compiled/NAME.mjs, which travels with the package, so that no reader ever compiles. A test
compiles it anew and compares. Without that file, the explorer asks the kernel as others do.

A sentence is a template, "below 1e-6 at step {step:.0f}", whose blanks are facts, and so are a goal
and a text that moves (see `sentences`).
"""

import functools
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.patches import Polygon
from matplotlib.text import Text

from optcourse import optimizers
from optcourse.experiments.run import Trajectory, run
from optcourse.explorers.artists import set_points
from optcourse.explorers.controls import Choice
from optcourse.explorers.explorer import Explorer, goal
from optcourse.explorers.picture import Picture
from optcourse.explorers.program import Artist, each_scene, page_program
from optcourse.explorers.sentences import fill, with_words
from optcourse.figures import style
from optcourse.javascript import compile_function

MADE_OF = "// Made of a jaxpr of jax {version}: {hash}"
COMPILED = Path(__file__).parent / "compiled"
# Those whose compiled modules travel with the package.
EXPLORERS = (
    "start_here.descent",
    "saddles.escape_time",
    "saddles.escape",
    "critical_points.surface",
    "cross_entropy_and_mse.surfaces",
    "cross_entropy_and_mse.bias",
    "flooding.level",
    "label_noise.label_noise",
    "image_kernels.image_kernels",
    "infinite_width.width",
    "poisoned.poisoned",
    "two_by_two.two_by_two",
    "tunable_tradeoffs.multiplier",
    "tunable_tradeoffs.race",
    "gaussians.two_geometries",
    "momentum.ravine",
    "condition_number.condition_number",
    "wells.heavy_ball",
    "adaptive_learning_rates.race",
    "rate_finder.learning_rate_finder",
    "reaction_time.reaction_time",
    "adaptive_learning_rates.warm_up",
    "linear_combinations.weighted_sum",
    "basins.basins",
    "weight_sweep.sweep",
    "supporting_line.supporting_line",
    "batches.curves",
    "walkers.batch_resampling",
    "walkers.wells",
    "natural_gradient.softmax_regression",
)


class Frame(NamedTuple):
    """What a setting of the controls computes.

    points: for each artist that moves, its points in data coordinates, (n, 2), n always the same; a
    row with a not-a-number parts a line, and hides a text; a text without points stays in its
    place; of an image its numbers, (rows, columns); sentence: the index of the status among the
    sentences; facts: the numbers for their blanks; goals: for each goal whether it is reached.
    """

    points: Mapping
    sentence: jax.Array
    facts: Mapping
    goals: Sequence


class Computation(NamedTuple):
    """How an explorer computes, and what becomes of it.

    name: that of its compiled module, one for each function and each setting that is fixed in it;
    artists: lines, polygons, texts and images by name; sentences: {kind: template}; goals: what
    they say, templates too; words: {name: template} of each text; names: {fact: words} of facts
    that are indices; runs: the artists that are a run, drawn step by step on arrival, and kept as a
    pale ghost while a control moves.
    """

    name: str
    compute: Callable
    artists: Mapping[str, Artist]
    sentences: Mapping[str, str]
    goals: Sequence[str]
    words: Mapping[str, str] = {}
    names: Mapping[str, Sequence[str]] = {}
    runs: Sequence[str] = ()


class ComputedExplorer(Explorer):
    """An explorer whose every frame is `computation.compute`, in the page and in Python alike.

    `result` has the facts, the kind of the sentence, and the goals as booleans.
    """

    def __init__(self, picture: Picture, computation: Computation, controls: Sequence, alt: str):
        self.computation, self.compute = computation, jax.jit(computation.compute)
        self.own_controls, self._kinds = controls, list(computation.sentences)
        goals = [
            goal(text, lambda result, i=i: result["goals"][i])
            for i, text in enumerate(computation.goals)
        ]
        super().__init__(picture, self._show, controls, alt, goals)

    def _show(self, **values) -> dict:
        """Move the artists: `update`."""
        computation = self.computation
        frame = self.compute(**_numbers(self.own_controls, values))
        facts = with_words(frame.facts, computation.names)
        for name, points in frame.points.items():
            _move(computation.artists[name], np.asarray(points))
        for name, template in computation.words.items():
            computation.artists[name].set_text(fill(template, facts))
        kind = self._kinds[int(frame.sentence)]
        status = fill(computation.sentences[kind], facts)
        return {"status": status, "kind": kind, **facts, "goals": list(map(bool, frame.goals))}

    @functools.cached_property
    def program(self) -> dict:
        """All that the page needs to compute and paint.

        Empty where nothing is compiled, and where the module was made of another function, for
        example because you edit it just now: then the kernel computes.
        """
        path = COMPILED / f"{self.computation.name}.mjs"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if not text or _is_stale(text, self.computation, self.own_controls):
            return {}
        frame = jax.eval_shape(self.computation.compute, **_start(self.own_controls))
        return page_program(self.computation, self.own_controls, self._picture, text, frame)

    @property
    def runs(self) -> Sequence:
        return [self.computation.artists[name] for name in self.computation.runs]

    @property
    def carries_itself(self) -> bool:
        return bool(self.program) or super().carries_itself

    def backgrounds(self, ratio: float) -> list[bytes]:
        """The still pictures, one for each scene of the program."""
        scenes = each_scene(self.own_controls, self._picture)
        return [self._picture.png(ratio, moving=False) for _ in scenes]


@style.house()
def computed_explorer(
    figure: Figure, computation: Computation, controls: Sequence, alt: str, still=None
) -> ComputedExplorer:
    """An explorer of this figure that moves these artists. still: as a Picture's."""
    picture = Picture(figure, list(computation.artists.values()), still)
    return ComputedExplorer(picture, computation, controls, alt)


def run_chosen(methods: Sequence[str], method, learning_rate, loss, w, steps: int) -> Trajectory:
    """A run of the optimizer whose index among the methods is `method`, a number that is traced."""
    runs = [lambda rate, w, m=m: run(optimizers.ALL[m](rate), loss, w, steps) for m in methods]
    return jax.lax.switch(method, runs, learning_rate, w)


def points_of_chosen(methods: Sequence[str], method, **points) -> dict:
    """For each of `method_lines` its points, if it is the chosen one's; else no place at all."""
    found = {}
    for i, name in enumerate(methods):
        shown = lambda rows, i=i: jnp.where(i == method, rows, jnp.nan)
        found |= {f"{name} {each}": shown(rows) for each, rows in points.items()}
    return found


def against_steps(values):
    """Rows (t, value), t from 0: a curve's points, from its values (steps + 1,)."""
    return jnp.stack([jnp.arange(len(values)), values], axis=1)


def compile_computation(computation: Computation, controls: Sequence) -> str:
    """The text of compiled/NAME.mjs: compute(...) takes the controls' numbers in their order."""
    start = _start(controls)
    names = list(start)

    def flat(*values):
        frame = computation.compute(**dict(zip(names, values)))
        points = [frame.points[name] for name in computation.artists if name in frame.points]
        facts = [frame.facts[name] for name in sorted(frame.facts)]
        return *points, frame.sentence, *facts, jnp.stack(frame.goals)

    title = f"{computation.name}: what its Python computes, compiled. Do not edit."
    made_of = MADE_OF.format(version=jax.__version__, hash=_hash(computation, controls))
    return compile_function(flat, *start.values(), title=f"{title}\n{made_of}")


def _hash(computation: Computation, controls: Sequence) -> str:
    """A hash of the program that JAX makes of `compute`, and roughly of its constants."""
    closed = jax.make_jaxpr(computation.compute)(**_start(controls))
    text = closed.jaxpr.pretty_print(use_color=False)  # else a notebook's would be colored
    made = hashlib.sha256(re.sub(r" at 0x\w+", "", text).encode())
    for constant in closed.consts:  # two digits: in the last ones processors differ
        values = np.asarray(constant)
        made.update(f"{values.shape} {np.sum(np.abs(values), dtype=float):.2g}".encode())
    return made.hexdigest()[:16]


def _is_stale(module: str, computation: Computation, controls: Sequence) -> bool:
    """Whether the module was compiled of another function: another JAX could not tell."""
    if f"jax {jax.__version__}:" not in module:
        return False
    return _hash(computation, controls) not in module


def traveling_explorers() -> Iterator[ComputedExplorer]:
    """Each of EXPLORERS, made now."""
    for name in EXPLORERS:
        module, function = name.split(".")
        yield getattr(import_module(f"optcourse.explorers.{module}"), function)()


def compiled_explorers(explorers: Iterable[ComputedExplorer]) -> dict[str, str]:
    """{file: text} of all that compiled/ holds for these explorers, compiled now."""
    texts = {}
    for explorer in explorers:
        text = compile_computation(explorer.computation, explorer.own_controls)
        texts[f"{explorer.computation.name}.mjs"] = text
    return texts


def _start(controls) -> dict:
    return _numbers(controls, {control.name: control.start for control in controls})


def _numbers(controls, values: dict) -> dict:
    """The values as JAX takes them: an option becomes its index."""
    find = {control.name: control for control in controls}
    as_number = lambda control, value: (
        np.int32(control.position(value)) if isinstance(control, Choice) else _number(value)
    )
    return {name: as_number(find[name], value) for name, value in values.items()}


def _move(artist: Artist, points) -> None:
    if isinstance(artist, AxesImage):
        artist.set_data(points)
    elif isinstance(artist, Polygon):
        artist.set_xy(points)
    elif isinstance(artist, Text):
        artist.set_visible(bool(np.all(np.isfinite(points))))
        artist.set_position(points[0])
    else:
        set_points(artist, points)


def _number(value):
    return np.int32(value) if isinstance(value, int) else np.asarray(value, np.float32)


def write_compiled() -> None:
    """Write compiled/ anew: each module of `compiled_explorers`, and no other."""
    texts = compiled_explorers(traveling_explorers())
    for path in COMPILED.glob("*.mjs"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (COMPILED / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_compiled()
