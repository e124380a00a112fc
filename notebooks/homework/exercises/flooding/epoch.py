"""Exercise: an epoch of flooded steps, in which each batch has its own loss, with two bugs to find."""

import inspect

import jax
import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close
from optcourse.homework.given import Given
from optcourse.homework.given.flooding import tilted

BATCHES, ROWS, WEIGHTS = 4, 3, 2
SLOPE = jax.jit(jax.value_and_grad(tilted))


def epoch(loss, level, w, batches, rate):
    """w after w ← w - ε sign(L_i(w) - b) ∇L_i(w), for one batch i after the other."""
    for batch in jnp.asarray(batches):
        L, g = value_and_slope(loss, w, batch)
        w = w - rate * np.sign(L - level) * g
    return w


def value_and_slope(loss, w, batch) -> tuple[float, np.ndarray]:
    """The loss and its gradient, compiled once for all bends."""
    bend = inspect.unwrap(loss).settings["bend"]
    L, g = SLOPE(jnp.asarray(w, float), batch, bend)
    return float(L), np.asarray(g, float)


def on_one_side(random, side: int) -> list:
    """Batches of a loss that bends, all of them far above the level or far below it, and long steps."""
    calls = []
    for count in (1, BATCHES):
        rows = random.normal(size=(count, ROWS, WEIGHTS + 1))
        rows[..., -1] += side * random.uniform(12, 20, (count, 1))
        level = float(random.uniform(-1, 1))
        rows[..., -1] += level
        loss = Given("tilted", bend=float(random.uniform(1, 2)))
        calls.append((loss, level, random.normal(size=WEIGHTS), rows, float(random.uniform(0.1, 0.3))))
    return calls


def across(random) -> list:
    """A linear loss, the batches on either side of the level: as they are, one of them higher, and in another order.

    The steps are so short that no batch changes sides, and they add up in any order. Low ones come first and last,
    so that an average over batches changes sides with the high one.
    """
    loss, level, rate = Given("tilted", bend=0.0), float(random.uniform(0.5, 1.5)), float(random.uniform(0.01, 0.02))
    w, rows = random.normal(size=WEIGHTS), random.normal(size=(BATCHES, ROWS, WEIGHTS + 1))
    losses = np.array([-1, 1, -1, -1]) * random.uniform(0.4, 0.8, BATCHES)
    rows[..., -1] += (level + losses - np.mean(rows[..., :-1] @ w + rows[..., -1], axis=1))[:, None]
    rows[1, :, -1] += rows[1, :, -1].mean() - rows[1, :, -1] + np.array([-4.0, 2.0, 2.0])  # one of its rows is low
    higher = rows.copy()
    higher[1, :, -1] += random.uniform(15, 25)
    return [(loss, level, w, each, rate) for each in (rows, higher, higher[[1, 2, 3, 0]], rows[[2, 1, 0, 3]])]


def turning(random) -> list:
    """Levels of usual sizes, and one in a unit a million times as large."""
    units = zip((1.0, 1.0, 1e-6), ((0.1, 0.3), (3, 10), (0.1, 0.3)), (1, -1, random.choice([-1, 1])))
    return [crossing(random, float(unit * random.uniform(*part)), int(side)) for unit, part, side in units]


def crossing(random, level: float, side: int) -> tuple:
    """Long steps, and each batch a little off the level in its turn: the first on this side of it.

    The second has crossed it since the epoch began. The later, the further off, so that a mean over batches does not
    change sides.
    """
    loss, rate = Given("tilted", bend=level * float(random.uniform(1, 2))), float(random.uniform(0.1, 0.2) / level)
    start = w = random.choice([-1, 1], WEIGHTS) * random.uniform(1, 2, WEIGHTS)
    rows = 0.1 * level * random.normal(size=(3, ROWS, WEIGHTS + 1))
    for batch, part in zip(rows, random.uniform(0.002, 0.003) * np.array([1, 3, 9])):
        L = value_and_slope(loss, w, batch)[0]
        side = np.sign(L - value_and_slope(loss, start, batch)[0]) or side
        batch[:, -1] += level * (1 + side * part) - L
        w = epoch(loss, level, w, batch[None], rate)
    return loss, level, start, rows, rate


def moves_alike(calls, answers, expected):
    """In each call, from where it starts."""
    return all(close(answer - call[2], right - call[2]) for call, answer, right in zip(calls, answers, expected))


def all_alike(calls, answers, expected):
    w = calls[0][2]
    return all(close(answer - w, answers[0] - w) for answer in answers[1:])


EXERCISE = Exercise(
    name="epoch",
    points=2,
    solution=epoch,
    properties=(
        Property(
            "above",
            statement="where all batches are above the level, it is an epoch of plain descent",
            hint="One batch after the other, each from where the last step ended: `w = w - rate * g`.",
            case=lambda random: on_one_side(random, 1),
            holds=moves_alike,
            cases=2,
        ),
        Property(
            "below",
            statement="where all are below the level, it is an epoch of ascent",
            hint="Put numbers into his last two lines: a loss of 1, a level of 3. Which sign does he get, and when "
            "would he get the other?",
            case=lambda random: on_one_side(random, -1),
            holds=moves_alike,
            cases=2,
        ),
        Property(
            "own loss",
            statement="of a straight loss neither the order of the batches matters, nor by how much one of them is "
            "above the level",
            hint="The sign belongs to one batch: compare its own loss with the level, not a mean over several, nor "
            "that of the batch before.",
            case=across,
            holds=all_alike,
            cases=2,
        ),
        Property(
            "at the current w",
            statement="a batch whose loss has crossed the level within the epoch is turned around, be it ever so "
            "little past it",
            hint="Take the loss of a batch when its turn comes, at the w from which its step starts: neither at the "
            "first w nor after the step. Only the sign of L - b counts, not the distance, in any unit.",
            case=turning,
            holds=moves_alike,
            cases=2,
        ),
    ),
    explanation="With the mean of all losses in its place it is another method, and with the batch as large as the "
    "data the two are one. Ask which one a paper has run.",
)
