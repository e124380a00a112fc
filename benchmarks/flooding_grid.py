"""Trainings of the flooding grid on one data set: python benchmarks/flooding_grid.py [--rounds 11]

    ours                   `train_sweep`: all settings vmapped, as the study calls it
    loop, compiled         a Python loop over the settings, around one training, compiled once
    torch                  that loop in torch: torch.optim.SGD, fused, and backward()
    torch.func, at once    our algorithm in torch: vmap(grad) over all settings, update by update

Two weight decays and 21 levels, of which 0 is no flooding, make 42 settings; early stopping chooses
among the evaluations of each, so these are all trainings of the 4 x 2 grid. 200 digits, 20 % of
their labels wrong, 64-32-10 with tanh, batches of 50, in float32. Everyone has the same first
weights and batches, and evaluates every second epoch. It is smaller than the study: one seed of
five and 40 epochs of 200.

A second table has what a fresh process pays: there, everything is compiled anew in each call.
"""

import io
from contextlib import redirect_stderr
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import rounds

from optcourse import flooding, trees
from optcourse.experiments import data
from optcourse.experiments.flooding import grid, problems
from optcourse.experiments.run import train_and_evaluate
from optcourse.optimizers import gradient_descent

NAME = "digits, 20 % wrong"
TASK, WRONG = grid.DATA[NAME]
NETWORK = problems.TASKS[TASK].network
RATE, SIZE = grid.SETTINGS["learning_rate"], grid.SETTINGS["batch_size"]
UPDATES = problems.EXAMPLES // SIZE  # of an epoch
EPOCHS, SEED = 40, 0
COLD_ROUNDS = 3
# Rounding may decide on which side of its level a batch lies. That changes a few trainings.
TOLERANCE = 1e-3


def batch_rows(problem, epochs: int):
    """(updates, batch size): which examples each update sees, in the study's order."""
    examples = jnp.arange(problems.EXAMPLES)
    keys = [jax.random.fold_in(problem.key, block) for block in range(epochs // grid.BLOCK)]
    return jnp.concatenate([data.batches(key, examples, SIZE, grid.BLOCK) for key in keys])


def losses_of(scores: problems.Scores) -> np.ndarray:
    """(settings, evaluations, 3): on the training data, in validation, in the test."""
    losses = scores.train_loss, scores.validation_loss, scores.test_loss
    return np.stack([np.asarray(each) for each in losses], axis=-1)


def ours(decays, levels, epochs: int) -> np.ndarray:
    with redirect_stderr(io.StringIO()):  # its progress bar
        scores = grid.train_sweep(NAME, decays, levels, [SEED], epochs)
    return losses_of(scores).reshape(len(decays) * len(levels), -1, 3)


@jax.jit
def train(decay, level, problem, rows) -> problems.Scores:
    """One training, its numbers traced: one program serves all settings."""
    flooded = flooding.flood(problems.loss_of(NETWORK), level)
    penalty = lambda w: decay / 2 * trees.dot(w, w)
    loss = lambda w, rows: flooded(w, data.take(problem.train, rows)) + penalty(w)
    descent, every = gradient_descent(RATE), grid.EVERY * UPDATES
    evaluate = partial(problems.scores, NETWORK, problem)
    scores, _ = train_and_evaluate(descent, loss, problem.w, rows, every, evaluate)
    return scores


def loop(settings, problem, rows) -> np.ndarray:
    found = [losses_of(train(*setting, problem, rows)) for setting in settings]
    return np.stack(found)[:, 1:]  # the study leaves out the first weights


def contestants(torch, decays, levels, epochs: int) -> dict:
    """All four; without torch, two."""
    problem = problems.problem(TASK, SEED, WRONG)
    rows = batch_rows(problem, epochs)
    settings = [(decay, level) for decay in decays for level in levels]
    return {
        "ours": lambda: ours(decays, levels, epochs),
        "loop, compiled": lambda: loop(settings, problem, rows),
        **(with_torch(torch, settings, problem, np.asarray(rows)) if torch else {}),
    }


def with_torch(torch, settings, problem, rows) -> dict:
    parts = problem.train, problem.validation, problem.test
    parts = [as_tensors(torch, part) for part in parts]
    rows, w = torch.tensor(rows).long(), first_weights(torch, problem.w)
    one = lambda setting: torch_train(torch, *setting, parts, rows, w)
    one_by_one = lambda: np.stack([one(setting) for setting in settings])
    at_once = lambda: torch_at_once(torch, settings, parts, rows, w)
    return {"torch": one_by_one, "torch.func, at once": at_once}


def as_tensors(torch, examples):
    """(inputs, labels) of data."""
    inputs, labels = map(np.array, examples)
    return torch.tensor(inputs), torch.tensor(labels).long()


def first_weights(torch, w) -> list:
    """[weight, bias, weight, bias] as torch has them: weights (outputs, inputs)."""
    return [torch.tensor(np.asarray(leaf).T.copy()) for leaf in jax.tree.leaves(w)]


def torch_network(torch, w):
    """tanh between two linear layers, with the weights w."""
    sizes = [weight.shape[::-1] for weight in w[::2]]
    linear = [torch.nn.Linear(*size) for size in sizes]
    network = torch.nn.Sequential(linear[0], torch.nn.Tanh(), linear[1])
    with torch.no_grad():
        for parameter, first in zip(network.parameters(), w):
            parameter.copy_(first)
    return network


def torch_train(torch, decay, level, parts, rows, w) -> np.ndarray:
    """(evaluations, 3): the losses of one training."""
    network, (inputs, labels) = torch_network(torch, w), parts[0]
    cross_entropy = torch.nn.functional.cross_entropy
    sgd = torch.optim.SGD(network.parameters(), lr=RATE, weight_decay=decay, fused=True)
    found = []
    for t, batch in enumerate(rows, start=1):
        sgd.zero_grad()
        loss = cross_entropy(network(inputs[batch]), labels[batch])
        flooded = (loss - level).abs() + level
        flooded.backward()
        sgd.step()
        if t % (grid.EVERY * UPDATES) == 0:
            with torch.no_grad():
                found.append(torch_scores(torch, network, parts))
    return torch.tensor(found).numpy()


def torch_scores(torch, network, parts) -> list:
    """Losses on the three parts. The study wants two accuracies too: they are counted as well."""
    found = []
    for inputs, labels in parts:
        logits = network(inputs)
        found.append(torch.nn.functional.cross_entropy(logits, labels))
        (logits.argmax(dim=1) == labels).float().mean()
    return found


def torch_at_once(torch, settings, parts, rows, w) -> np.ndarray:
    """(settings, evaluations, 3): the weights have a leading axis of settings."""
    decays, levels = torch.tensor(settings).T
    ws = [first.expand(len(settings), *first.shape).clone() for first in w]
    (inputs, labels), found = parts[0], []
    slopes = torch.func.vmap(
        torch.func.grad(partial(flooded_loss, torch)), in_dims=(0, 0, None, None)
    )
    evaluate = torch.func.vmap(lambda *w: torch_scores(torch, partial(apply, torch, w), parts))
    for t, batch in enumerate(rows, start=1):
        gradients = slopes(ws, levels, inputs[batch], labels[batch])
        for each, gradient in zip(ws, gradients):
            decay = decays.reshape(-1, *[1] * (each.ndim - 1))
            each.sub_(RATE * (gradient + decay * each))
        if t % (grid.EVERY * UPDATES) == 0:
            found.append(torch.stack(evaluate(*ws), dim=-1))
    return torch.stack(found, dim=1).numpy()


def apply(torch, w, inputs):
    h = torch.tanh(torch.nn.functional.linear(inputs, *w[:2]))
    return torch.nn.functional.linear(h, *w[2:])


def flooded_loss(torch, w, level, inputs, labels):
    loss = torch.nn.functional.cross_entropy(apply(torch, w, inputs), labels)
    return (loss - level).abs() + level


def fresh(call):
    """The call, as if nothing had been compiled."""

    def cold():
        jax.clear_caches()
        return call()

    return cold


def main() -> None:
    everyone = contestants(rounds.peer("torch"), grid.DECAYS, grid.LEVELS, EPOCHS)
    rounds.compare(f"{len(grid.DECAYS) * len(grid.LEVELS)} trainings", everyone, TOLERANCE, ["torch"])
    everyone = {name: fresh(call) for name, call in everyone.items()}
    print(rounds.aligned(rounds.summary(rounds.measure(everyone, COLD_ROUNDS))))
    print(f"{COLD_ROUNDS} rounds, everything compiled anew in each.\n", flush=True)


if __name__ == "__main__":
    main()
