"""Early stopping and weight decay, each with and without flooding, its level chosen by validation.

flooding_grid     the study: a row for each data set, weight decay and seed, all levels in it
train_sweep       the trainings of all decays, levels and seeds of a data set, vmapped as one
read_grid         a number a seed for each of the eight cells of a data set
best_level        which level validation chooses

Level 0 is no flooding; 0.01 to 0.20 are the 20 levels of Ishida et al. (2020). Early stopping keeps
the weights of the best validation accuracy of all epochs, the first of several; without it the last
ones count. So one training serves both. Weight decay is ½ d ‖w‖², added to the flooded loss.
"""

from functools import cache, lru_cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import flooding, trees
from optcourse.experiments import data, table
from optcourse.experiments.flooding import problems
from optcourse.experiments.flooding.problems import EXAMPLES, SEEDS
from optcourse.experiments.table import join_numbers, parse_numbers
from optcourse.optimizers import gradient_descent

DATA = {  # task and share of wrong labels
    "digits": ("digits", 0.0),
    "digits, 20 % wrong": ("digits", 0.2),
    "gaussians, 10 % wrong": ("gaussians", 0.1),
    "spirals, 10 % wrong": ("spirals", 0.1),
}
LEVELS = [0.0, *(round(0.01 * n, 2) for n in range(1, 21))]
DECAYS = (0.0, 0.003)
EVERY = 2  # epochs between two evaluations
BLOCK = 10  # epochs of one call: between two, the progress bar moves
SETTINGS = {
    "data": {name: list(of) for name, of in DATA.items()},
    "examples": EXAMPLES,
    "validation": problems.VALIDATION,
    "batch_size": 50,
    "epochs": 200,
    "learning_rate": 0.3,
    "levels": LEVELS,
    "every": EVERY,
}
PARTS = ("validation_accuracy", "validation_loss", "accuracy", "test_loss")


def flooding_grid() -> table.Table:
    """Early stopping x weight decay x flooding at 20 levels, four data sets (4 minutes)."""
    jobs = table.grid(data=DATA, decay=DECAYS, seed=range(SEEDS))
    return table.fill("flooding_grid", SETTINGS, jobs, measure)


def measure(data: str, decay: float, seed: int) -> dict:
    """A table row, one number a level: the scores of the last epoch, and of the best one.

    `best_epoch` is that of the best validation accuracy, and what begins with `stopped_` was
    measured there.
    """
    every = _whole_sweep(data)
    mine = jax.tree.map(lambda each: each[DECAYS.index(decay), :, seed], every)
    best = np.argmax(mine.validation_accuracy, axis=-1)
    parts = {name: getattr(mine, name) for name in PARTS}
    last = {name: each[:, -1] for name, each in parts.items()}
    stopped = {
        f"stopped_{name}": np.take_along_axis(each, best[:, None], axis=1)[:, 0]
        for name, each in parts.items()
    }
    numbers = last | stopped | {"best_epoch": EVERY * best}
    return {name: join_numbers(each, digits=3) for name, each in numbers.items()}


@lru_cache(maxsize=1)
def _whole_sweep(name) -> problems.Scores:
    return train_sweep(name, DECAYS, LEVELS, range(SEEDS))


def train_sweep(name: str, decays, levels, seeds, epochs: int = SETTINGS["epochs"]):
    """Scores (decays, levels, seeds, evaluations) of a data set: one vmapped program.

    It is called for ten epochs at a time. The trainings of one seed have the same data, first
    weights and batches.
    """
    from tqdm import tqdm

    task, wrong = DATA[name]
    several = data.stack(problems.problem(task, seed, wrong) for seed in seeds)
    decays, levels = jnp.asarray(decays, float), jnp.asarray(levels, float)
    shape = len(decays), len(levels)
    repeat = lambda leaf: jnp.broadcast_to(leaf, (*shape, *leaf.shape))
    weights, found = jax.tree.map(repeat, several.w), []
    runs = len(seeds) * np.prod(shape)
    for block in tqdm(range(epochs // BLOCK), desc=f"{name}, {runs} runs"):
        weights, scores = _train_block(task, block, decays, levels, several, weights)
        found.append(jax.tree.map(np.asarray, scores))
    return jax.tree.map(lambda *parts: np.concatenate(parts, axis=-1), *found)


@partial(jax.jit, static_argnames="task")
def _train_block(task, block, decays, levels, several, weights):
    """(weights, scores) ten epochs later, of all trainings."""
    one = partial(_train_one, task, block)
    over_seeds = jax.vmap(one, in_axes=(None, None, 0, 0))
    over_levels = jax.vmap(over_seeds, in_axes=(None, 0, None, 0))
    over_decays = jax.vmap(over_levels, in_axes=(0, None, None, 0))
    return over_decays(decays, levels, several, weights)


def _train_one(task, block, decay, level, problem, w):
    """(w, scores) of one training ten epochs later; plain SGD has no state to carry on."""
    network = problems.TASKS[task].network
    flooded = flooding.flood(problems.loss_of(network), level)
    loss = lambda w, batch: flooded(w, batch) + decay / 2 * trees.dot(w, w)
    key = jax.random.fold_in(problem.key, block)
    evaluate = partial(problems.scores, network, problem)
    size = SETTINGS["batch_size"]
    plan = problems.Plan(size, BLOCK, EVERY * EXAMPLES // size)
    descent = gradient_descent(SETTINGS["learning_rate"])
    here = problem._replace(w=w, key=key)
    scores, w = problems.train(descent, loss, here, plan, evaluate)
    return w, jax.tree.map(lambda each: each[1:], scores)


# The eight cells


def best_level(columns: dict, stopped: bool, by: str = "accuracy") -> np.ndarray:
    """(rows,): which of LEVELS, none but 0, has the best validation accuracy, or loss, in each row.

    columns: arrays (rows, levels). Of several equal ones the lowest.
    """
    name = f"stopped_validation_{by}" if stopped else f"validation_{by}"
    scores = columns[name][:, 1:]
    return 1 + (np.argmax(scores, axis=1) if by == "accuracy" else np.argmin(scores, axis=1))


@cache
def read_grid(name: str, by: str = "accuracy") -> dict:
    """{(decay, stopped, flooded): {"accuracy": (seeds,), ...}} of a data set.

    The parts of a cell: test "accuracy" and "loss", the "validation" accuracy, and the "level".
    by: whether validation accuracy or validation loss chooses the level.
    """
    cells = {}
    for decay, rows in table.read("flooding_grid").where(data=name).by("decay").items():
        texts = {k: v for k, v in rows.columns.items() if v.dtype.kind == "U" and k != "data"}
        columns = {part: parse_numbers(values) for part, values in texts.items()}
        for stopped in (False, True):
            chosen = best_level(columns, stopped, by)
            for flooded in (False, True):
                levels = chosen if flooded else np.zeros_like(chosen)
                cells[decay, stopped, flooded] = _cell(columns, stopped, levels)
    return cells


def _cell(columns, stopped, levels) -> dict:
    """The scores of each row at the level chosen for it."""
    pick = lambda values: values[np.arange(len(levels)), levels]
    prefix = "stopped_" if stopped else ""
    return {
        "accuracy": pick(columns[f"{prefix}accuracy"]),
        "loss": pick(columns[f"{prefix}test_loss"]),
        "validation": pick(columns[f"{prefix}validation_accuracy"]),
        "level": np.asarray(LEVELS)[levels],
    }
