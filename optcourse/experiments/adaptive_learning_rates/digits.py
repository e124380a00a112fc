"""Every optimizer on a network that reads digits, each at its own best learning rate.

    digits_race        updates until the training loss is 0.1, and accuracy on digits never seen;
                       tuned on five seeds, then run on five others: two tables, read_results
    pixel_transforms   what is left of an optimizer's gain when the pixels are stretched, and then
                       mixed by a rotation; tuned on five seeds, run on twenty others: two tables,
                       read_pixel_updates

Each seed has its own digits, its own network and its own order of batches.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import losses, models, optimizers
from optcourse.experiments import data, table
from optcourse.experiments.run import first_below, run, train_and_evaluate
from optcourse.experiments.table import join_numbers, parse_numbers
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
    "every": 5,  # updates between two evaluations of the training loss
    "grids": {name: list(ends) for name, (_, *ends) in METHODS.items()},
}
NETWORK = models.mlp(tuple(RACE_SETTINGS["network"]))
AIMS = {"speed": ("updates", -1), "accuracy": ("accuracy", 1)}  # aim -> (its column, sign)

PIXEL_TRANSFORMS = ("as they are", "stretched", "stretched and mixed")
PIXEL_SETTINGS = {
    "network": [64, 32, 10],
    "examples": 600,
    "batch_size": 600,
    "updates": 600,
    "target": 0.1,
    "seeds": 5,
    "grids": {  # the fastest rate of each lies inside; the highest of momentum diverge
        "gradient_descent": [0.25, 0.5, 1.0, 1.4, 2.0, 2.8, 4.0],
        "momentum": [0.25, 0.5, 1.0, 1.4, 2.0, 2.8, 4.0],
        "adagrad": [0.05, 0.1, 0.14, 0.2, 0.28, 0.4, 0.8],
        "rmsprop": [0.01, 0.02, 0.028, 0.04, 0.056, 0.08, 0.16],
        "adam": [0.02, 0.028, 0.04, 0.056, 0.08, 0.11, 0.16],
        "muon": [0.1, 0.2, 0.28, 0.4, 0.56, 0.8, 1.6],
    },
}
FRESH_PIXEL_SEEDS = 20  # those that come after the seeds of the tuning
SMALL_NETWORK = models.mlp(tuple(PIXEL_SETTINGS["network"]))


def digits_race() -> table.Table:
    """Ten optimizers on digits, tuned on five seeds and compared on five others (4 minutes)."""
    jobs = [{"method": name, "rate": float(rate)} for name in METHODS for rate in rate_grid(name)]
    tune = partial(_race_row, seeds=RACE_SETTINGS["tuning_seeds"])
    tuned = table.fill("digits_race", RACE_SETTINGS, jobs, tune)
    compare = lambda aim, **job: _race_row(**job, seeds=RACE_SETTINGS["fresh_seeds"])
    table.fill("digits_race.fresh", RACE_SETTINGS, _best_settings(tuned), compare)
    return tuned


def rate_grid(method: str) -> np.ndarray:
    """The learning rates tried for a method: seven, each twice the one before."""
    _, lowest, highest = METHODS[method]
    return np.geomspace(lowest, highest, RATES_PER_GRID)


def train_networks(method: str, rate: float, seeds) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(updates until the training loss is below 0.1, last loss, test accuracy), one a seed."""
    problems = data.stack(_race_problem(seed) for seed in seeds)
    curves, accuracy = _train(method, rate, *problems)
    reached = jax.vmap(partial(first_below, target=RACE_SETTINGS["target"]))(curves)
    updates = RACE_SETTINGS["every"] * reached
    return np.asarray(updates), np.asarray(curves[:, -1]), np.asarray(accuracy)


def _race_row(method, rate, seeds) -> dict:
    scores = zip(("updates", "loss", "accuracy"), train_networks(method, rate, seeds))
    return {name: join_numbers(values) for name, values in scores}


def _best_settings(tuned) -> list[dict]:
    """For each method the rate with the fewest updates, and the one with the best accuracy."""
    jobs = []
    for aim, (column, sign) in AIMS.items():
        for name, rows in tuned.by("method").items():
            score = sign * np.mean(parse_numbers(rows.columns[column]), axis=1)
            best = np.argmax(np.nan_to_num(score, nan=-np.inf))
            jobs.append({"aim": aim, "method": name, "rate": float(rows.columns["rate"][best])})
    return jobs


class RaceResult(NamedTuple):
    """One method with its tuned learning rate, and its scores on each of the fresh seeds."""

    variant: str
    rate: float
    scores: np.ndarray


def read_results(aim: str) -> dict[str, RaceResult]:
    """aim "speed": updates to a training loss of 0.1; "accuracy": on digits never seen.

    From the tables: each method at the rate that was best on the tuning seeds; AdamW also at the
    best of three weight decays.
    """
    column, sign = AIMS[aim]
    tuned, fresh = table.read("digits_race"), table.read("digits_race.fresh")
    results, best = {}, {}
    for name, row in fresh.where(aim=aim).by("method").items():
        rate = row.columns["rate"].item()
        numbers = tuned.where(method=name, rate=rate).columns[column]
        score = sign * float(np.mean(parse_numbers(numbers)))
        family = name.split()[0]
        if score > best.get(family, -np.inf):
            best[family] = score
            results[family] = RaceResult(name, rate, parse_numbers(row.columns[column])[0])
    return results


def _race_problem(seed):
    n, size, updates = (
        RACE_SETTINGS[part] for part in ("training_examples", "batch_size", "updates")
    )
    problem = data.digits_problem(seed, NETWORK, n)
    epochs = 2 + updates * size // n
    rows = data.batches(problem.keys[0], jnp.arange(n), size, epochs)
    return problem.train, problem.test, rows[:updates], problem.w


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, 0, 0, 0, 0))
def _train(method, rate, train, test, rows, w):
    optimizer = METHODS[method][0](schedules.cosine(rate, RACE_SETTINGS["updates"]))
    loss = lambda w, x, y: losses.cross_entropy(NETWORK.apply(w, x), y)
    on_rows = lambda w, rows: loss(w, *data.take(train, rows))
    on_all = lambda w: loss(w, *train)
    curve, w = train_and_evaluate(optimizer, on_rows, w, rows, RACE_SETTINGS["every"], on_all)
    return curve, losses.accuracy(NETWORK.apply(w, test.inputs), test.labels)


def pixel_transforms() -> table.Table:
    """Updates to a loss of 0.1 on digits with pixels stretched, and then mixed (6 minutes)."""
    jobs = []
    for pixels in PIXEL_TRANSFORMS:
        for method, rates in PIXEL_SETTINGS["grids"].items():
            jobs += table.grid(pixels=[pixels], method=[method], rate=rates)
    last = PIXEL_SETTINGS["seeds"]
    measure = lambda seeds, **job: {"updates": join_numbers(updates_on_pixels(**job, seeds=seeds))}
    tuned = table.fill("pixel_transforms", PIXEL_SETTINGS, jobs, partial(measure, range(last)))
    fresh = partial(measure, range(last, last + FRESH_PIXEL_SEEDS))
    settings = PIXEL_SETTINGS | {"fresh_seeds": FRESH_PIXEL_SEEDS}
    table.fill("pixel_transforms.fresh", settings, _fastest_settings(tuned), fresh)
    return tuned


def _fastest_settings(tuned) -> list[dict]:
    """For each kind of pixels and each method the rate with the fewest updates."""
    jobs = []
    for pixels, same_pixels in tuned.by("pixels").items():
        for method, rows in same_pixels.by("method").items():
            best = np.argmin(np.mean(parse_numbers(rows.columns["updates"]), axis=1))
            rate = float(rows.columns["rate"][best])
            jobs.append({"pixels": pixels, "method": method, "rate": rate})
    return jobs


def updates_on_pixels(pixels: str, method: str, rate: float, seeds) -> np.ndarray:
    """Full-batch updates of a digits network to a loss of 0.1: one number a seed; infinity: never.

    pixels: one of PIXEL_TRANSFORMS, as the digits are given; rate: of the method.
    """
    problems = data.stack(transformed_problem(pixels, seed) for seed in seeds)
    return np.asarray(_train_small(method, rate, *problems))


def read_pixel_updates() -> dict[str, np.ndarray]:
    """For each method the updates on twenty fresh seeds, a row for each of PIXEL_TRANSFORMS.

    From the tables: each method at the rate that was fastest on the tuning seeds.
    """
    methods = table.read("pixel_transforms.fresh").by("method")
    return {name: parse_numbers(rows.columns["updates"]) for name, rows in methods.items()}


class PixelProblem(NamedTuple):
    """Examples, and the initial weights of a network."""

    examples: data.Data
    w: object


def transformed_problem(pixels: str, seed: int) -> PixelProblem:
    """600 digits: untouched; each pixel times 10^u, u from -1 to 1; or these rotated at random.

    All have the same mean square length; the rotation changes no distance between two digits.
    """
    if pixels not in PIXEL_TRANSFORMS:
        choices = ", ".join(map(repr, PIXEL_TRANSFORMS))
        raise ValueError(f"pixels = {pixels!r}: choose one of {choices}")
    problem = data.digits_problem(seed, SMALL_NETWORK, PIXEL_SETTINGS["examples"])
    stretch_key, turn_key = problem.keys
    inputs, labels = problem.train
    length = jnp.linalg.norm(inputs)
    if pixels != PIXEL_TRANSFORMS[0]:
        inputs = inputs * 10 ** jax.random.uniform(stretch_key, (64,), float, -1, 1)
    if pixels == PIXEL_TRANSFORMS[2]:
        inputs = inputs @ jnp.linalg.qr(jax.random.normal(turn_key, (64, 64)))[0]
    inputs = inputs * length / jnp.linalg.norm(inputs)
    return PixelProblem(data.Data(inputs, labels), problem.w)


@partial(jax.jit, static_argnums=0)
@partial(jax.vmap, in_axes=(None, None, 0, 0))
def _train_small(method, rate, examples, w):
    loss = lambda w: losses.cross_entropy(SMALL_NETWORK.apply(w, examples.inputs), examples.labels)
    optimizer, updates = optimizers.ALL[method](rate), PIXEL_SETTINGS["updates"]
    curve = run(optimizer, loss, w, updates, record=lambda w, state: None).loss
    return first_below(curve, PIXEL_SETTINGS["target"])
