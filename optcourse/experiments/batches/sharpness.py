"""Sharp and flat minima: networks trained with small and with large batches to the same loss, and how sharp they end.

sharp_and_flat    λ_max, test accuracy and what noise in the weights does, at training loss 0.02; five seeds
wrong_labels      the same with wrong labels at other learning rates, so that each batch size has its best one
facts, by_rate    what the two tables hold, by case and by learning rate
perturbed         the mean loss with 10 % noise in each weight
rescaling         λ_max of one ReLU network, written with other weights
"""

from functools import cache, partial
from itertools import product

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import batches, curvature, losses, models, trees
from optcourse.experiments import data, table
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
EVAL_EVERY = 4  # updates between two looks at the loss on all examples; one for the full batch
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
RATES = {
    8: (0.3, 0.5, 1.0),
    512: (0.3, 1.0, 2.0),
}  # one that both share, the best of each, and one that is too large
RATES_SETTINGS = {part: value for part, value in SETTINGS.items() if part != "cases"} | {
    "rates": {str(size): list(rates) for size, rates in RATES.items()},
    "wrong": 0.1,
}


def sharp_and_flat() -> table.Table:
    """Sharpness and test accuracy of a digits network at equal training loss: small against full batch (4 minutes)."""
    jobs = [
        {"case": case, "batch_size": size, "seed": seed}
        for case, size, seed in product(CASES, BATCH_SIZES, range(SEEDS))
    ]
    return table.fill("sharp_and_flat", SETTINGS, jobs, train_case)


def wrong_labels() -> table.Table:
    """Sharpness and test accuracy with 10 % wrong labels, for three learning rates of each batch size (3 minutes)."""
    jobs = [
        {"batch_size": size, "rate": rate, "seed": seed}
        for size, rates in RATES.items()
        for rate, seed in product(rates, range(SEEDS))
    ]
    return table.fill(
        "wrong_labels",
        RATES_SETTINGS,
        jobs,
        partial(train_and_measure, wrong=RATES_SETTINGS["wrong"]),
    )


def train_case(case: str, batch_size: int, seed: int) -> dict:
    """`trained_at` the learning rate and share of wrong labels of a case."""
    rate, wrong = CASES[case]
    return train_and_measure(rate, batch_size, seed, wrong)


def train_and_measure(rate: float, batch_size: int, seed: int, wrong: float) -> dict:
    """Train until the loss on all 512 examples is at most 0.02; then λ_max, accuracies, and the loss under noise."""
    w, train, test, key = digits_problem(seed, wrong)
    epochs = SETTINGS["most_epochs"][str(batch_size)]
    rows = data.batches(key, jnp.arange(EXAMPLES), batch_size, epochs)
    w, updates = _train_until(rate, w, train, rows, 1 if batch_size == EXAMPLES else EVAL_EVERY)
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


def digits_problem(seed: int, wrong: float):
    """(w, 512 training digits, the other digits, key): a share `wrong` of the training labels is drawn at random."""
    digit_key, init_key, label_key, order_key = jax.random.split(jax.random.key(seed), 4)
    train, test = data.split(data.digits(), EXAMPLES, digit_key)
    which, what = jax.random.split(label_key)
    flipped = jax.random.permutation(which, EXAMPLES) < round(wrong * EXAMPLES)
    others = (
        train.labels + jax.random.randint(what, (EXAMPLES,), 1, 10)
    ) % 10  # never the right one
    return (
        NETWORK.init(init_key),
        train._replace(labels=jnp.where(flipped, others, train.labels)),
        test,
        order_key,
    )


def loss(w, batch):
    """Cross-entropy of a batch of digits (inputs, labels)."""
    return losses.cross_entropy(NETWORK.apply(w, batch[0]), batch[1])


@partial(jax.jit, static_argnames="every")
def _train_until(learning_rate, w, train, rows, every):
    """(w, updates) when the loss on all examples first is at most TARGET, looked at after each `every` updates."""
    optimizer = gradient_descent(learning_rate)

    def update(t, carry):
        w, state, _ = optimizer.step(lambda w: loss(w, data.take(train, rows[t])), *carry)
        return w, state

    def look(carry):
        t, w, state = carry
        return (t + every, *jax.lax.fori_loop(t, t + every, update, (w, state)))

    unfinished = lambda carry: (carry[0] < len(rows)) & (loss(carry[1], train) > TARGET)
    t, w, _ = jax.lax.while_loop(unfinished, look, (0, w, optimizer.init(w)))
    return w, t


def mean_perturbed_loss(on_data, w, key, noise=SETTINGS["noise"], draws: int = SETTINGS["draws"]):
    """The mean loss of w + noise |w| z, z standard normal in each weight: each moves by a share of its own size."""
    away = lambda z: jax.tree.map(lambda a, b: a * (1 + noise * b), w, z)
    return jnp.mean(
        jnp.array([on_data(away(trees.normal_like(k, w))) for k in jax.random.split(key, draws)])
    )


@cache
def read_sharp_and_flat() -> dict:
    """{case: {batch size: {column: (seeds,)}}} of the table `sharp_and_flat`."""
    rows = table.read("sharp_and_flat").columns
    mine = lambda case, size: (rows["case"] == case) & (rows["batch_size"] == size)
    return {
        case: {
            size: {name: values[mine(case, size)] for name, values in rows.items()}
            for size in BATCH_SIZES
        }
        for case in CASES
    }


@cache
def read_wrong_labels() -> dict:
    """{(batch size, learning rate): {column: (seeds,)}} of the table `wrong_labels`."""
    rows = table.read("wrong_labels").columns
    mine = lambda size, rate: (rows["batch_size"] == size) & (rows["rate"] == rate)
    return {
        (size, rate): {name: values[mine(size, rate)] for name, values in rows.items()}
        for size, rates in RATES.items()
        for rate in rates
    }


# Sharpness depends on how the weights are written


@cache
def relu_problem(seed: int = 0, steps: int = 300):
    """(loss of w, w): a ReLU network 64-32-10 after 300 steps on 300 digits, all of them in each."""
    network = models.mlp((64, 32, 10), jax.nn.relu, 2**0.5)
    digit_key, init_key = jax.random.split(jax.random.key(seed))
    examples = data.digits(300, digit_key)
    on_all = jax.jit(
        lambda w: losses.cross_entropy(network.apply(w, examples.inputs), examples.labels)
    )
    optimizer = gradient_descent(0.2)
    update = lambda t, carry: optimizer.step(on_all, *carry)[:2]

    @jax.jit
    def trained(key):
        w = network.init(key)
        return jax.lax.fori_loop(0, steps, update, (w, optimizer.init(w)))[0]

    return on_all, trained(init_key)


def rescaled_sharpness(factors, seed: int = 0) -> np.ndarray:
    """(loss, λ_max) of the network whose first layer is multiplied by each factor, its second divided: one row each."""
    on_all, w = relu_problem(seed)
    return np.array(
        [
            (on_all(v), curvature.sharpness(on_all, v))
            for v in (batches.rescale_layers(w, c) for c in factors)
        ]
    )
