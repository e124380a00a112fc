"""Exercise: the batches of several epochs, as row numbers."""

import numpy as np
from optcourse.homework.exercise import Exercise, Property

WHOLE, WITH_A_REST = (12, 4), (10, 4)  # rows and batch size; few different ones, as JAX compiles anew for each
MANY = 20  # epochs of one run
TOGETHER = 0.9  # of all pairs of rows: by chance 99.8 % come together in 20 epochs; 67 % if neighbors stay together


def epochs(seed, n, batch_size, count):
    """(count * (n // batch_size), batch_size): each epoch a new permutation, cut into whole batches."""
    random = np.random.default_rng(int(seed))
    return cut([random.permutation(n) for _ in range(count)], batch_size)


def cut(orders, batch_size) -> np.ndarray:
    """Whole batches of each epoch; the rest sits it out."""
    return np.concatenate([order[: len(order) // batch_size * batch_size] for order in orders]).reshape(-1, batch_size)


def some_seed(random) -> int:
    return int(random.integers(1, 10_000))


def one_epoch_and_more(random):
    """Without a rest, and with one: then a row may be used once or not at all."""
    return [(some_seed(random), *sizes, count) for sizes, count in ((WHOLE, 1), (WHOLE, 3), (WITH_A_REST, 3))]


def many_epochs_with_a_rest(random):
    return [(some_seed(random), *WITH_A_REST, MANY)]


def the_same_again(random):
    call = (some_seed(random), *WHOLE, 3)
    return [call, call]


def with_neighboring_seeds(random):
    seed = some_seed(random)
    return [(seed, *WHOLE, 3), (seed + 1, *WHOLE, 3)]


def by_epoch(call, answer) -> np.ndarray:
    """(epochs, rows in an epoch)."""
    return np.asarray(answer).reshape(call[3], -1)


def share_no_epoch(calls, answers, expected):
    first, second = (set(map(tuple, by_epoch(*pair))) for pair in zip(calls, answers))
    return not first & second


EXERCISE = Exercise(
    name="epochs",
    points=3,
    solution=epochs,
    properties=(
        Property(
            "each row once",
            words="an epoch uses each of the rows 0, 1, ..., n - 1 once; with a rest, none of them twice",
            hint="For each epoch shuffle the rows 0 to n - 1, drop what does not fill a batch, and cut: "
            "batches that are drawn one by one can share rows.",
            case=one_epoch_and_more,
            holds=lambda calls, answers, expected: all(map(np.array_equal, answers, expected)),
            measure="different rows in each epoch",
        ),
        Property(
            "new pairs in each epoch",
            words="which rows come together, and which sit out, is drawn anew in each epoch",
            hint="Shuffle all n rows anew in each epoch, and cut afterwards: then another rest sits out. "
            "The same key gives the same order; `jax.random.split(key, count)` gives one for each epoch.",
            case=many_epochs_with_a_rest,
            holds=lambda calls, answers, expected: answers[0] > TOGETHER,
            cases=2,
            measure="share of all pairs that come together",
        ),
        Property(
            "same seed",
            words="the same seed gives the same batches again",
            hint="Make the key, or the generator, from the seed and from nothing else, inside the function.",
            case=the_same_again,
            holds=lambda calls, answers, expected: np.array_equal(*answers),
            show_expected=False,
        ),
        Property(
            "seeds side by side",
            words="runs with two seeds share no epoch, even with seeds side by side",
            hint="Is epoch 1 of seed 7 made like epoch 0 of seed 8? Make one key from the seed, and split that.",
            case=with_neighboring_seeds,
            holds=share_no_epoch,
            show_expected=False,
        ),
    ),
    explanation="Runs with seeds side by side that share epochs are not independent: their spread would look too "
    "small.",
)
