"""Sharp and flat minima: networks trained to one loss with small and with large batches.

sharp_and_flat        λ_max, test accuracy, and what noise in the weights does, at loss 0.02
label_noise           so with wrong labels, at more learning rates: each batch size has its best
read_sharp_and_flat, read_label_noise     what the two tables hold
mean_perturbed_loss   with 10 % noise in each weight
rescaled_sharpness    λ_max of one ReLU network, written with other weights
"""

from functools import cache, partial

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches, curvature, losses, models, trees
from optcourse.experiments import data, table
from optcourse.experiments.run import take_steps
from optcourse.optimizers import gradient_descent

SIZES = (64, 32, 32, 10)
NETWORK = models.mlp(SIZES)
EXAMPLES, SEEDS = 512, 5
BATCH_SIZES = (8, 512)
CASES = {
    "small rate": (0.05, 0.0),
    "large rate": (0.3, 0.0),
    "large rate, wrong labels": (0.3, 0.1),
}
TARGET = 0.02
EVAL_EVERY = 4  # updates between two evaluations of the loss on all examples; 1 for full batches
SETTINGS = {
    "network": SIZES,
    "examples": EXAMPLES,
    "batch_sizes": list(BATCH_SIZES),
    "cases": CASES,
    "target": TARGET,
    "most_epochs": {"8": 400, "512": 8000},
    "noise": 0.1,
    "draws": 20,
    "checked": EVAL_EVERY,
}
# One rate that both share, the best of each, and one that is too large.
RATES = {8: (0.3, 0.5, 1.0), 512: (0.3, 1.0, 2.0)}
LABEL_NOISE = 0.1
RATES_SETTINGS = {part: value for part, value in SETTINGS.items() if part != "cases"} | {
    "rates": {str(size): list(rates) for size, rates in RATES.items()},
    "wrong": LABEL_NOISE,
}


def sharp_and_flat() -> table.Table:
    """Sharpness and test accuracy of a digits network at equal training loss (4 minutes)."""
    jobs = table.grid(case=CASES, batch_size=BATCH_SIZES, seed=range(SEEDS))
    return table.fill("sharp_and_flat", SETTINGS, jobs, train_case)


def label_noise() -> table.Table:
    """Sharpness and test accuracy with 10 % wrong labels, three rates a batch size (3 minutes)."""
    jobs = []
    for size, rates in RATES.items():
        jobs += table.grid(batch_size=[size], rate=rates, seed=range(SEEDS))
    measure = partial(train_and_measure, label_noise=LABEL_NOISE)
    return table.fill("label_noise", RATES_SETTINGS, jobs, measure)


def train_case(case: str, batch_size: int, seed: int) -> dict:
    """A table row: sharpness and accuracy of a digits network trained as one of CASES says.

    The row of `train_and_measure` at the learning rate and the label noise of that case.
    """
    rate, label_noise = CASES[case]
    return train_and_measure(rate, batch_size, seed, label_noise)


def train_and_measure(rate: float, batch_size: int, seed: int, label_noise: float) -> dict:
    """Train until the loss on all 512 examples is at most 0.02; then measure."""
    w, train, test, key = digits_problem(seed, label_noise)
    epochs = SETTINGS["most_epochs"][str(batch_size)]
    rows = data.batches(key, jnp.arange(EXAMPLES), batch_size, epochs)
    eval_every = 1 if batch_size == EXAMPLES else EVAL_EVERY
    w, updates = _train_until(rate, w, train, rows, eval_every)
    on_train, on_test = partial(loss, batch=train), partial(loss, batch=test)
    accuracy = lambda part: float(losses.accuracy(NETWORK.apply(w, part.inputs), part.labels))
    return {
        "updates": int(updates),
        "epochs": int(updates) * batch_size / EXAMPLES,
        "loss": float(on_train(w)),
        "train": accuracy(train),
        "test": accuracy(test),
        "test_loss": float(on_test(w)),
        "sharpness": curvature.sharpness(on_train, w),
        "train_rise": float(mean_perturbed_loss(on_train, w, key) - on_train(w)),
        "test_rise": float(mean_perturbed_loss(on_test, w, key) - on_test(w)),
    }


def digits_problem(seed: int, label_noise: float):
    """(w, 512 training digits, the other digits, key); that fraction of the labels is wrong."""
    problem = data.digits_problem(seed, NETWORK, EXAMPLES)
    label_key, order_key = problem.keys
    labels = data.flip_labels(label_key, problem.train.labels, label_noise, 10)
    train = problem.train._replace(labels=labels)
    return problem.w, train, problem.test, order_key


def loss(w, batch):
    """Cross-entropy of a batch of digits (inputs, labels)."""
    return losses.cross_entropy(NETWORK.apply(w, batch[0]), batch[1])


@partial(jax.jit, static_argnames="eval_every")
def _train_until(learning_rate, w, train, rows, eval_every):
    """(w, updates) where the loss on all examples first is at most TARGET."""
    optimizer = gradient_descent(learning_rate)
    on_rows = lambda w, rows: loss(w, data.take(train, rows))

    def stretch(carry):
        w, t = carry
        return take_steps(optimizer, on_rows, w, eval_every, rows, t), t + eval_every

    def unfinished(carry):
        w, t = carry
        return (t < len(rows)) & (loss(w, train) > TARGET)

    return jax.lax.while_loop(unfinished, stretch, (w, 0))


def mean_perturbed_loss(on_data, w, key, noise=SETTINGS["noise"], draws: int = SETTINGS["draws"]):
    """The mean loss of w + noise |w| z, z standard normal: relative noise in every weight."""
    perturbed = lambda z: jax.tree.map(lambda a, b: a * (1 + noise * b), w, z)
    normals = [trees.normal_like(k, w) for k in jax.random.split(key, draws)]
    return jnp.mean(jnp.array([on_data(perturbed(z)) for z in normals]))


@cache
def read_sharp_and_flat() -> dict:
    """{case: {batch size: {column: (seeds,)}}} of the table `sharp_and_flat`."""
    cases = table.read("sharp_and_flat").by("case")
    return {case: _columns_by(rows, "batch_size") for case, rows in cases.items()}


@cache
def read_label_noise() -> dict:
    """{(batch size, learning rate): {column: (seeds,)}} of the table `label_noise`."""
    sizes = table.read("label_noise").by("batch_size")
    by_rate = {size: _columns_by(rows, "rate") for size, rows in sizes.items()}
    return {(size, rate): by_rate[size][rate] for size in by_rate for rate in by_rate[size]}


def _columns_by(rows, column) -> dict:
    return {value: mine.columns for value, mine in rows.by(column).items()}


# Sharpness depends on how the weights are written


@cache
def relu_problem(seed: int = 0, steps: int = 300):
    """(loss of w, w): a ReLU network 64-32-10 after 300 full-batch steps on 300 digits."""
    network = models.mlp((64, 32, 10), jax.nn.relu, 2**0.5)
    problem = data.digits_problem(seed, network, 300)
    inputs, labels = problem.train
    on_all = jax.jit(lambda w: losses.cross_entropy(network.apply(w, inputs), labels))
    return on_all, take_steps(gradient_descent(0.2), on_all, problem.w, steps)


def rescaled_sharpness(factors, seed: int = 0) -> np.ndarray:
    """Rows (loss, λ_max) of a ReLU network, its first layer times, its second over each factor."""
    on_all, w = relu_problem(seed)
    rescaled = [batches.rescale_layers(w, c) for c in factors]
    return np.array([(on_all(v), curvature.sharpness(on_all, v)) for v in rescaled])
