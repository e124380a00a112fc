"""All trainings of the flooding grid on digits: python benchmarks/flooding_grid.py [--rounds 11]

    ours                  `train_sweep`: all settings vmapped, as the study calls it
    loop, compiled        a Python loop over the settings, around one training, compiled once
    torch, at once        torch.func.vmap(grad) over all settings, in a loop over the updates
    torch, one by one     loops over settings and updates, backward() and torch.optim.SGD, fused:
                          timed on some of the settings, and multiplied

Two weight decays and 21 levels, of which 0 is no flooding, make 42 settings. Early stopping chooses
among the evaluations of each, so these are all trainings of the 4 x 2 grid. 200 digits, 64-32-10
with tanh, batches of 50, in float32; the same first weights and batches for all, and every second
epoch losses and accuracies of 1300 examples. It is smaller than the study, which has five seeds
and 200 epochs: here are one seed and 40 epochs.

The second table is for a fresh process, which compiles first.
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

NAME = "digits"
TASK, WRONG = grid.DATA[NAME]
NETWORK = problems.TASKS[TASK].network
RATE, SIZE = grid.SETTINGS["learning_rate"], grid.SETTINGS["batch_size"]
UPDATES = problems.EXAMPLES // SIZE  # of an epoch
EPOCHS, SEED = 40, 0
SOME = 6  # settings, for who is slow
COLD_ROUNDS = 3
TOLERANCE = 1e-5  # of the losses, relative to the largest; rounding makes 2e-7


def batch_rows(problem, epochs: int):
    """(updates, batch size): which examples each update sees, in the study's order."""
    examples = jnp.arange(problems.EXAMPLES)
    keys = [jax.random.fold_in(problem.key, block) for block in range(epochs // grid.BLOCK)]
    return jnp.concatenate([data.batches(key, examples, SIZE, grid.BLOCK) for key in keys])


def losses_of(scores: problems.Scores) -> np.ndarray:
    """(..., evaluations, 3): on the training data, in validation, in the test."""
    losses = scores.train_loss, scores.validation_loss, scores.test_loss
    return np.stack([np.asarray(each) for each in losses], axis=-1)


def ours(decays, levels, epochs: int) -> np.ndarray:
    with redirect_stderr(io.StringIO()):  # its progress bar
        scores = grid.train_sweep(NAME, decays, levels, [SEED], epochs)
    losses = losses_of(scores)[:, :, 0]
    return np.concatenate(losses.swapaxes(0, 1))  # as `settings`: of each level, both decays


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


def contestants(torch, decays, levels, some: int, epochs: int) -> dict:
    """All four; the last for some of the settings only. Without torch, two."""
    problem = problems.problem(TASK, SEED, WRONG)
    rows = batch_rows(problem, epochs)
    settings = [(decay, level) for level in levels for decay in decays]
    peers = with_torch(torch, settings, some, problem, rows) if torch else {}
    return {
        "ours": lambda: ours(decays, levels, epochs),
        "loop, compiled": lambda: loop(settings, problem, rows),
        **peers,
    }


def with_torch(torch, settings, some: int, problem, rows) -> dict:
    parts = problem.train, problem.validation, problem.test
    parts = [as_tensors(torch, part) for part in parts]
    rows, w = torch.tensor(np.array(rows)).long(), first_weights(torch, problem.w)
    one = lambda setting: torch_train(torch, *setting, parts, rows, w)
    return {
        "torch, at once": lambda: torch_at_once(torch, settings, parts, rows, w),
        "torch, one by one": lambda: np.stack([one(setting) for setting in settings[:some]]),
    }


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
    return torch.stack(found).numpy()


def torch_scores(torch, network, parts):
    """(3,): the losses. The study wants accuracies too, so they are computed, and dropped."""
    found = []
    for inputs, labels in parts:
        logits = network(inputs)
        found.append(torch.nn.functional.cross_entropy(logits, labels))
        (logits.argmax(dim=1) == labels).float().mean()
    return torch.stack(found)


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
            found.append(evaluate(*ws))
    return torch.stack(found, dim=1).numpy()


def apply(torch, w, inputs):
    h = torch.tanh(torch.nn.functional.linear(inputs, *w[:2]))
    return torch.nn.functional.linear(h, *w[2:])


def flooded_loss(torch, w, level, inputs, labels):
    loss = torch.nn.functional.cross_entropy(apply(torch, w, inputs), labels)
    return (loss - level).abs() + level


def measure_cold(contestants: dict, scales: dict) -> list[dict]:
    """As `rounds.measure`, but for one call each, as if nothing had been compiled."""
    measured = []
    for _ in range(COLD_ROUNDS):
        times = {}
        for name, call in contestants.items():
            jax.clear_caches()
            times[name] = scales.get(name, 1) * rounds.seconds(call, 1)
        measured.append(times)
    return measured


def main() -> None:
    decays, levels = grid.DECAYS, grid.LEVELS[::-1]  # the highest first, which are reached first
    everyone = contestants(rounds.peer("torch"), decays, levels, SOME, EPOCHS)
    trainings = len(decays) * len(levels)
    scales = {"torch, one by one": trainings / SOME}
    rounds.compare(f"{trainings} trainings", everyone, TOLERANCE, ["torch"], scales)
    print(rounds.aligned(rounds.summary(measure_cold(everyone, scales))))
    print(f"{COLD_ROUNDS} rounds, each compiles anew.\n", flush=True)


if __name__ == "__main__":
    main()
