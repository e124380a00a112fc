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
from optcourse.experiments.run import first_below, run, train_and_evaluate
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
RATES_PER_GRID = 7  # of each grid: each is twice the one before
RACE_SETTINGS = {
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
NETWORK = models.mlp(tuple(RACE_SETTINGS["network"]))

PIXEL_TRANSFORMS = ("as they are", "stretched", "stretched and mixed")
PIXEL_SETTINGS = {
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
SMALL_NETWORK = models.mlp(tuple(PIXEL_SETTINGS["network"]))


def digits_race() -> table.Table:
    """Ten optimizers on digits, tuned on five seeds and compared on five others (4 minutes of CPU)."""
    jobs = [{"method": name, "rate": float(rate)} for name in METHODS for rate in rate_grid(name)]
    tuned = table.fill(
        "digits_race", RACE_SETTINGS, jobs, partial(_race_row, seeds=RACE_SETTINGS["tuning_seeds"])
    )
    table.fill(
        "digits_race.fresh",
        RACE_SETTINGS,
        _best_settings(tuned.columns),
        partial(_fresh_row, seeds=RACE_SETTINGS["fresh_seeds"]),
    )
    return tuned


def rate_grid(method: str) -> np.ndarray:
    """The learning rates tried for a method: seven, each twice the one before."""
    _, lowest, highest = METHODS[method]
    return np.geomspace(lowest, highest, RATES_PER_GRID)


def train_networks(method: str, rate: float, seeds) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(updates until the training loss is below 0.1, last training loss, test accuracy), one for each seed."""
    problems = [_race_problem(seed) for seed in seeds]
    seen, accuracy = _train(
        method, rate, *jax.tree.map(lambda *leaves: jnp.stack(leaves), *problems)
    )
    updates = RACE_SETTINGS["every"] * jax.vmap(
        lambda row: first_below(row, RACE_SETTINGS["target"])
    )(seen)
    return tuple(map(np.asarray, (updates, seen[:, -1], accuracy)))


def _race_row(method, rate, seeds) -> dict:
    updates, loss, accuracy = train_networks(method, rate, seeds)
    return {
        "updates": _join_numbers(updates),
        "loss": _join_numbers(loss),
        "accuracy": _join_numbers(accuracy),
    }


def _fresh_row(aim, method, rate, seeds) -> dict:
    return _race_row(method, rate, seeds)


def _join_numbers(values) -> str:
    return " ".join(f"{value:.4g}" for value in values)


def parse_numbers(column) -> np.ndarray:
    """A column of texts such as "35 40 40" as an array (rows, seeds)."""
    return np.array([[float(value) for value in text.split()] for text in column])


def _best_settings(columns) -> list[dict]:
    """For each method the rate with the fewest updates to the target, and the one with the best test accuracy."""
    updates, accuracy = (
        np.mean(parse_numbers(columns["updates"]), 1),
        np.mean(parse_numbers(columns["accuracy"]), 1),
    )
    jobs = []
    for aim, score in (("speed", -updates), ("accuracy", accuracy)):
        for name in METHODS:
            mine = np.flatnonzero(columns["method"] == name)
            best = mine[np.argmax(np.nan_to_num(score[mine], nan=-np.inf))]
            jobs.append({"aim": aim, "method": name, "rate": float(columns["rate"][best])})
    return jobs


class RaceResult(NamedTuple):
    """A method as it was tuned, and what it scored on each of the fresh seeds."""

    setting: str
    rate: float
    scores: np.ndarray


def read_results(aim: str) -> dict[str, RaceResult]:
    """aim "speed": updates to a training loss of 0.1; "accuracy": on digits never seen. From the committed tables.

    Each method at the rate that was best on the tuning seeds; AdamW also at the best of three weight decays.
    """
    column = {"speed": "updates", "accuracy": "accuracy"}[aim]
    tuned, fresh = table.read("digits_race").columns, table.read("digits_race.fresh").columns
    sign = -1 if aim == "speed" else 1
    found, best = {}, {}
    rows = zip(fresh["aim"], fresh["method"], fresh["rate"], parse_numbers(fresh[column]))
    for name, rate, scores in [row[1:] for row in rows if row[0] == aim]:
        mine = (tuned["method"] == name) & np.isclose(tuned["rate"], rate, rtol=1e-4)
        score = sign * float(np.mean(parse_numbers(tuned[column][mine])))
        family = str(name).split()[0]
        if score > best.get(family, -np.inf):
            best[family], found[family] = score, RaceResult(str(name), float(rate), scores)
    return found


def _race_problem(seed):
    digit_key, init_key, order_key = jax.random.split(jax.random.key(seed), 3)
    known, unknown = data.split(data.digits(None, digit_key), RACE_SETTINGS["training_examples"])
    epochs = (
        1
        + RACE_SETTINGS["updates"]
        * RACE_SETTINGS["batch_size"]
        // RACE_SETTINGS["training_examples"]
    )
    rows = data.batches(
        order_key, jnp.arange(len(known.labels)), RACE_SETTINGS["batch_size"], epochs + 1
    )
    return known, unknown, rows[: RACE_SETTINGS["updates"]], NETWORK.init(init_key)


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, 0, 0, 0, 0))
def _train(method, rate, known, unknown, rows, w):
    optimizer = METHODS[method][0](schedules.cosine(rate, RACE_SETTINGS["updates"]))
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)
    on_rows = lambda w, rows: loss(w, *data.take(known, rows))
    seen, w = train_and_evaluate(
        optimizer, on_rows, w, rows, RACE_SETTINGS["every"], lambda w: loss(w, *known)
    )
    return seen, losses.accuracy(NETWORK.apply(w, unknown.inputs), unknown.labels)


def turned_pixels() -> table.Table:
    """Updates to a loss of 0.1 on digits whose pixels are stretched, then mixed by a rotation (4 minutes of CPU)."""
    jobs = [
        {"pixels": pixels, "method": method, "rate": rate}
        for pixels, (method, rates) in product(PIXEL_TRANSFORMS, PIXEL_SETTINGS["grids"].items())
        for rate in rates
    ]
    seeds = range(PIXEL_SETTINGS["seeds"])
    return table.fill(
        "turned_pixels",
        PIXEL_SETTINGS,
        jobs,
        lambda **job: {"updates": _join_numbers(updates_on_pixels(**job, seeds=seeds))},
    )


def updates_on_pixels(pixels: str, method: str, rate: float, seeds) -> np.ndarray:
    """Updates on all examples at once until their loss is below 0.1, one number for each seed; infinity for never."""
    problems = [transformed_problem(pixels, seed) for seed in seeds]
    counts = _train_small(method, rate, *jax.tree.map(lambda *leaves: jnp.stack(leaves), *problems))
    return np.asarray(counts)


def read_best_updates() -> dict[str, list[float]]:
    """For each method the mean updates over seeds at its best rate, for each of PIXELS; from the committed table."""
    rows = table.read("turned_pixels").columns
    means = np.mean(parse_numbers(rows["updates"]), axis=1)
    chosen = lambda pixels, method: means[(rows["pixels"] == pixels) & (rows["method"] == method)]
    return {
        name: [float(chosen(pixels, name).min()) for pixels in PIXEL_TRANSFORMS]
        for name in PIXEL_SETTINGS["grids"]
    }


class DigitsProblem(NamedTuple):
    """Examples, and a network that has seen none."""

    examples: data.Data
    w: object


def transformed_problem(pixels: str, seed: int) -> DigitsProblem:
    """600 digits: as they are; each pixel multiplied by 10^u, u from -1 to 1; or these turned by a random rotation.

    All three have the same mean square length, and the rotation changes no distance between two digits.
    """
    if pixels not in PIXEL_TRANSFORMS:
        raise ValueError(
            f"pixels = {pixels!r}: choose one of {', '.join(map(repr, PIXEL_TRANSFORMS))}"
        )
    digit_key, init_key, stretch_key, turn_key = jax.random.split(jax.random.key(seed), 4)
    inputs, labels = data.digits(PIXEL_SETTINGS["examples"], digit_key)
    length = jnp.linalg.norm(inputs)
    if pixels != PIXEL_TRANSFORMS[0]:
        inputs = inputs * 10 ** jax.random.uniform(stretch_key, (64,), float, -1, 1)
    if pixels == PIXEL_TRANSFORMS[2]:
        inputs = inputs @ jnp.linalg.qr(jax.random.normal(turn_key, (64, 64)))[0]
    return DigitsProblem(
        data.Data(inputs * length / jnp.linalg.norm(inputs), labels), SMALL_NETWORK.init(init_key)
    )


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, 0, 0))
def _train_small(method, rate, examples, w):
    loss = lambda w: losses.cross_entropy(SMALL_NETWORK.apply(w, examples.inputs), examples.labels)
    seen = run(
        optimizers.ALL[method](rate),
        loss,
        w,
        PIXEL_SETTINGS["updates"],
        record=lambda w, state: None,
    ).loss
    return first_below(seen, PIXEL_SETTINGS["target"])
