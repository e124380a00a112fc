"""Every optimizer on a network that reads digits, each at its own best learning rate. Two experiments, with tables.

    digits_race     updates until the training loss is 0.1, and accuracy on digits never seen; tuned on five seeds,
                    then run on five others
    turned_pixels   what is left of an optimizer's gain when the pixels are stretched, and then mixed by a rotation

Each seed has its own digits, its own network and its own order of batches.
"""

from functools import partial
from itertools import product
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import losses, models, optimizers
from optcourse.experiments import data, table
from optcourse.experiments.escape import first_below
from optcourse.experiments.run import looks, run
from optcourse.optimizers import schedules

METHODS = {  # name -> (factory, lowest and highest rate of its grid)
    "gradient_descent": (optimizers.gradient_descent, 0.1, 6.4),
    "momentum": (optimizers.momentum, 0.02, 1.28),
    "nesterov": (optimizers.nesterov, 0.02, 1.28),
    "adagrad": (optimizers.adagrad, 0.01, 0.64),
    "rmsprop": (optimizers.rmsprop, 0.001, 0.064),
    "adam": (optimizers.adam, 0.002, 0.128),
    "radam": (optimizers.radam, 0.008, 0.512),
    "adamw": (optimizers.adamw, 0.002, 0.128),
    "adamw 0.1": (partial(optimizers.adamw, weight_decay=0.1), 0.002, 0.128),
    "adamw 1": (partial(optimizers.adamw, weight_decay=1.0), 0.002, 0.128),
    "lion": (optimizers.lion, 0.0003, 0.0192),
    "muon": (optimizers.muon, 0.004, 0.256),
}
RATES = 7  # of each grid: each is twice the one before
RACE = {
    "network": [64, 64, 64, 10],
    "training_examples": 1200,
    "batch_size": 64,
    "updates": 600,
    "schedule": "cosine",
    "target": 0.1,
    "tuning_seeds": [0, 1, 2, 3, 4],
    "fresh_seeds": [5, 6, 7, 8, 9],
    "every": 5,  # updates between two looks at the training loss
    "grids": {name: list(ends) for name, (_, *ends) in METHODS.items()},
}
NETWORK = models.mlp(tuple(RACE["network"]))

PIXELS = ("as they are", "stretched", "stretched and mixed")
TURNED = {
    "network": [64, 32, 10],
    "examples": 600,
    "batch_size": 600,
    "updates": 600,
    "target": 0.1,
    "seeds": 5,
    "grids": {  # the fastest rate of each lies inside; for momentum too, whose highest rates diverge
        "gradient_descent": [0.25, 0.5, 1.0, 1.4, 2.0, 2.8, 4.0],
        "momentum": [0.25, 0.5, 1.0, 1.4, 2.0, 2.8, 4.0],
        "adagrad": [0.05, 0.1, 0.14, 0.2, 0.28, 0.4, 0.8],
        "rmsprop": [0.01, 0.02, 0.028, 0.04, 0.056, 0.08, 0.16],
        "adam": [0.02, 0.028, 0.04, 0.056, 0.08, 0.11, 0.16],
        "muon": [0.1, 0.2, 0.28, 0.4, 0.56, 0.8, 1.6],
    },
}
SMALL = models.mlp(tuple(TURNED["network"]))


def digits_race() -> table.Table:
    """Ten optimizers on digits, tuned on five seeds and compared on five others (4 minutes of CPU)."""
    jobs = [{"method": name, "rate": float(rate)} for name in METHODS for rate in grid(name)]
    tuned = table.fill("digits_race", RACE, jobs, partial(_numbers, seeds=RACE["tuning_seeds"]))
    table.fill("digits_race.fresh", RACE, _winners(tuned.columns), partial(_fresh, seeds=RACE["fresh_seeds"]))
    return tuned


def grid(method: str) -> np.ndarray:
    """The learning rates tried for a method: seven, each twice the one before."""
    _, lowest, highest = METHODS[method]
    return np.geomspace(lowest, highest, RATES)


def train(method: str, rate: float, seeds) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(updates until the training loss is below 0.1, last training loss, test accuracy), one for each seed."""
    problems = [_problem(seed) for seed in seeds]
    seen, accuracy = _train(method, rate, *jax.tree.map(lambda *leaves: jnp.stack(leaves), *problems))
    updates = RACE["every"] * jax.vmap(lambda row: first_below(row, RACE["target"]))(seen)
    return tuple(map(np.asarray, (updates, seen[:, -1], accuracy)))


def _numbers(method, rate, seeds) -> dict:
    updates, loss, accuracy = train(method, rate, seeds)
    return {"updates": _text(updates), "loss": _text(loss), "accuracy": _text(accuracy)}


def _fresh(aim, method, rate, seeds) -> dict:
    return _numbers(method, rate, seeds)


def _text(values) -> str:
    return " ".join(f"{value:.4g}" for value in values)


def numbers(column) -> np.ndarray:
    """A column of texts such as "35 40 40" as an array (rows, seeds)."""
    return np.array([[float(value) for value in text.split()] for text in column])


def _winners(columns) -> list[dict]:
    """For each method the rate with the fewest updates to the target, and the one with the best test accuracy."""
    updates, accuracy = np.mean(numbers(columns["updates"]), 1), np.mean(numbers(columns["accuracy"]), 1)
    jobs = []
    for aim, score in (("speed", -updates), ("accuracy", accuracy)):
        for name in METHODS:
            mine = np.flatnonzero(columns["method"] == name)
            best = mine[np.argmax(np.nan_to_num(score[mine], nan=-np.inf))]
            jobs.append({"aim": aim, "method": name, "rate": float(columns["rate"][best])})
    return jobs


class Result(NamedTuple):
    """A method as it was tuned, and what it scored on each of the fresh seeds."""

    setting: str
    rate: float
    scores: np.ndarray


def results(aim: str) -> dict[str, Result]:
    """aim "speed": updates to a training loss of 0.1; "accuracy": on digits never seen. From the committed tables.

    Each method at the rate that was best on the tuning seeds; AdamW also at the best of three weight decays.
    """
    column = {"speed": "updates", "accuracy": "accuracy"}[aim]
    tuned, fresh = table.read("digits_race").columns, table.read("digits_race.fresh").columns
    sign = -1 if aim == "speed" else 1
    found, best = {}, {}
    rows = zip(fresh["aim"], fresh["method"], fresh["rate"], numbers(fresh[column]))
    for name, rate, scores in [row[1:] for row in rows if row[0] == aim]:
        mine = (tuned["method"] == name) & np.isclose(tuned["rate"], rate, rtol=1e-4)
        score = sign * float(np.mean(numbers(tuned[column][mine])))
        family = str(name).split()[0]
        if score > best.get(family, -np.inf):
            best[family], found[family] = score, Result(str(name), float(rate), scores)
    return found


def _problem(seed):
    digit_key, init_key, order_key = jax.random.split(jax.random.key(seed), 3)
    known, unknown = data.split(data.digits(None, digit_key), RACE["training_examples"])
    epochs = 1 + RACE["updates"] * RACE["batch_size"] // RACE["training_examples"]
    rows = data.batches(order_key, jnp.arange(len(known.labels)), RACE["batch_size"], epochs + 1)
    return known, unknown, rows[: RACE["updates"]], NETWORK.init(init_key)


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, 0, 0, 0, 0))
def _train(method, rate, known, unknown, rows, w):
    optimizer = METHODS[method][0](schedules.cosine(rate, RACE["updates"]))
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)  # noqa: E731
    on_rows = lambda w, rows: loss(w, *data.take(known, rows))  # noqa: E731
    seen, w = looks(optimizer, on_rows, w, rows, RACE["every"], lambda w: loss(w, *known))
    return seen, losses.accuracy(NETWORK.apply(w, unknown.inputs), unknown.labels)


def turned_pixels() -> table.Table:
    """Updates to a loss of 0.1 on digits whose pixels are stretched, then mixed by a rotation (4 minutes of CPU)."""
    jobs = [
        {"pixels": pixels, "method": method, "rate": rate}
        for pixels, (method, rates) in product(PIXELS, TURNED["grids"].items())
        for rate in rates
    ]
    seeds = range(TURNED["seeds"])
    return table.fill(
        "turned_pixels", TURNED, jobs, lambda **job: {"updates": _text(train_on_pixels(**job, seeds=seeds))}
    )


def train_on_pixels(pixels: str, method: str, rate: float, seeds) -> np.ndarray:
    """Updates on all examples at once until their loss is below 0.1, one number for each seed; infinity for never."""
    problems = [turned(pixels, seed) for seed in seeds]
    counts = _train_small(method, rate, *jax.tree.map(lambda *leaves: jnp.stack(leaves), *problems))
    return np.asarray(counts)


def best_on_pixels() -> dict[str, list[float]]:
    """For each method the mean updates over seeds at its best rate, for each of PIXELS; from the committed table."""
    rows = table.read("turned_pixels").columns
    means = np.mean(numbers(rows["updates"]), axis=1)
    chosen = lambda pixels, method: means[(rows["pixels"] == pixels) & (rows["method"] == method)]  # noqa: E731
    return {name: [float(chosen(pixels, name).min()) for pixels in PIXELS] for name in TURNED["grids"]}


class Problem(NamedTuple):
    """Examples, and a network that has seen none."""

    examples: data.Data
    w: object


def turned(pixels: str, seed: int) -> Problem:
    """600 digits: as they are; each pixel multiplied by 10^u, u from -1 to 1; or these turned by a random rotation.

    All three have the same mean square length, and the rotation changes no distance between two digits.
    """
    if pixels not in PIXELS:
        raise ValueError(f"pixels = {pixels!r}: choose one of {', '.join(map(repr, PIXELS))}")
    digit_key, init_key, stretch_key, turn_key = jax.random.split(jax.random.key(seed), 4)
    inputs, labels = data.digits(TURNED["examples"], digit_key)
    length = jnp.linalg.norm(inputs)
    if pixels != PIXELS[0]:
        inputs = inputs * 10 ** jax.random.uniform(stretch_key, (64,), float, -1, 1)
    if pixels == PIXELS[2]:
        inputs = inputs @ jnp.linalg.qr(jax.random.normal(turn_key, (64, 64)))[0]
    return Problem(data.Data(inputs * length / jnp.linalg.norm(inputs), labels), SMALL.init(init_key))


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, 0, 0))
def _train_small(method, rate, examples, w):
    loss = lambda w: losses.cross_entropy(SMALL.apply(w, examples.inputs), examples.labels)  # noqa: E731
    seen = run(optimizers.ALL[method](rate), loss, w, TURNED["updates"], record=lambda w, state: None).loss
    return first_below(seen, TURNED["target"])
