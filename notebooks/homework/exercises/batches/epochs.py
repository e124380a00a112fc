"""Exercise: the batches of several epochs, as row numbers."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property

WHOLE, WITH_A_REST = (12, 4), (10, 4)  # rows and batch size
OTHERS = (10, 3), (12, 1), (12, 12)  # with the same numbers of rows, as JAX compiles anew for each
MANY, VERY_MANY = 20, 120  # epochs of one run
APART = (2, 10, 12, 100, 1000)  # seeds that a sum of seed and epoch confuses, whatever the epoch is multiplied by
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
    sizes = [(*WHOLE, 1), (*WHOLE, 3), (*WITH_A_REST, 3), *((*other, 2) for other in OTHERS)]
    return [(some_seed(random), *each) for each in sizes]


def many_epochs_with_a_rest(random):
    return [(seed, *WITH_A_REST, MANY) for seed in (some_seed(random), 0)]


def the_same_again(random):
    return [(seed, *WHOLE, 3) for seed in [some_seed(random)] * 2 + [0, 0]]


def of_two_runs(random):
    """Seeds side by side, for very many epochs; others apart; and two whose product with the epochs is one."""
    seed = int(random.integers(1001, 3000))
    related = [((seed, seed + apart), (3, 3)) for apart in APART]
    pairs = [
        ((seed, seed + 1), (VERY_MANY, VERY_MANY)),
        *related,
        ((seed, 2 * seed), (3, 3)),
        ((2 * seed, 3 * seed), (3, 2)),
    ]
    return [(seeds, *WHOLE, counts) for seeds, counts in pairs]


def come_together(calls, answers, expected):
    return all(answer > TOGETHER for answer in answers)


def the_same_in_pairs(calls, answers, expected):
    return np.array_equal(*answers[:2]) and np.array_equal(*answers[2:])


EXERCISE = Exercise(
    name="epochs",
    points=3,
    solution=epochs,
    properties=(
        Property(
            "each row once",
            statement="an epoch uses each of the rows 0, 1, ..., n - 1 once; with a rest, none of them twice",
            hint="For each epoch shuffle the rows 0 to n - 1, drop what does not fill a batch, and cut: "
            "batches that are drawn one by one can share rows.",
            case=one_epoch_and_more,
            holds=lambda calls, answers, expected: all(map(np.array_equal, answers, expected)),
            cases=2,
            measure="different rows in each epoch",
        ),
        Property(
            "new pairs in each epoch",
            statement="which rows come together, and which sit out, is drawn anew in each epoch",
            hint="Shuffle all n rows anew in each epoch, and cut afterwards: then another rest sits out. "
            "The same key gives the same order; `jax.random.split(key, count)` gives one for each epoch. "
            "And a list of one array that is shuffled again and again holds its last order many times: append a copy.",
            case=many_epochs_with_a_rest,
            holds=come_together,
            cases=1,
            measure="share of all pairs that come together",
        ),
        Property(
            "same seed",
            statement="the same seed gives the same batches again",
            hint="Make the key, or the generator, from the seed and from nothing else, inside the function.",
            case=the_same_again,
            holds=the_same_in_pairs,
            cases=2,
            show_expected=False,
        ),
        Property(
            "no epoch twice",
            statement="no epoch comes twice, in one run or in two with different seeds, which stand here as a pair",
            hint="Is epoch 1 of seed 7 made like epoch 0 of seed 8? Or epoch 10? So it is where a sum or a product of "
            "the two is the key. Make one key, or one generator, from the seed alone, and draw all epochs from it.",
            case=of_two_runs,
            holds=lambda calls, answers, expected: answers == expected,
            cases=1,
            measure="epochs that come twice in the two runs",
        ),
    ),
    explanation="Runs with seeds side by side that share epochs are not independent: their spread would look too "
    "small.",
)
