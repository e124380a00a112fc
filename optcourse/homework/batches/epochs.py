"""Exercise: the batches of several epochs, as row numbers."""

import jax
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


def brings_together(function, seed, n, batch_size, count):
    """The share of all pairs of rows that share a batch in one of the epochs of a run."""
    together = np.zeros((n, n), bool)
    for batch in np.asarray(function(seed, n, batch_size, count)).astype(int):
        together[np.ix_(batch, batch)] = True
    return np.mean(together[np.triu_indices(n, 1)])


def uses(function, seed, n, batch_size, count):
    """How many different rows of 0, 1, ..., n - 1 each epoch uses."""
    batches = function(seed, n, batch_size, count)
    if batches is None:
        return None  # for which there are words
    found, wanted = np.shape(batches), (count * (n // batch_size), batch_size)
    if found != wanted:
        raise ValueError(f"return an array of shape {wanted}, not {found}")
    return [len(set(epoch) & set(range(n))) for epoch in np.asarray(batches).reshape(count, -1).tolist()]


def share_no_epoch(calls, answers, expected):
    first, second = (set(map(tuple, by_epoch(*pair))) for pair in zip(calls, answers))
    return not first & second


# Plausible and wrong


def generators(seed, count):
    return [np.random.default_rng([int(seed), epoch]) for epoch in range(count)]


def each_batch_by_itself(seed, n, batch_size, count):
    random = np.random.default_rng(int(seed))
    return np.array([random.choice(n, batch_size, replace=False) for _ in range(count * (n // batch_size))])


def always_in_the_same_order(seed, n, batch_size, count):
    key = jax.random.key(int(seed))
    return cut([np.asarray(jax.random.permutation(key, n)) for _ in range(count)], batch_size)


def cut_before_the_shuffle(seed, n, batch_size, count):
    whole = n // batch_size * batch_size
    return cut([random.permutation(whole) for random in generators(seed, count)], batch_size)


def without_the_seed(seed, n, batch_size, count):
    random = np.random.default_rng()
    return cut([random.permutation(n) for _ in range(count)], batch_size)


def seed_plus_epoch(seed, n, batch_size, count):
    keys = [jax.random.key(int(seed) + epoch) for epoch in range(count)]
    return cut([np.asarray(jax.random.permutation(key, n)) for key in keys], batch_size)


def same_groups_in_another_order(seed, n, batch_size, count):
    whole = n // batch_size
    groups = np.arange(n)[: whole * batch_size].reshape(whole, batch_size)
    return np.concatenate([groups[random.permutation(whole)] for random in generators(seed, count)])


def neighbors_together(seed, n, batch_size, count):
    """The rows in their order, from a place that changes; then the batches are shuffled."""
    found = []
    for random in generators(seed, count):
        groups = cut([np.roll(np.arange(n), random.integers(n))], batch_size)
        found.append(groups[random.permutation(len(groups))])
    return np.concatenate(found)


def the_same_rest(seed, n, batch_size, count):
    """Cut once; the rows that are left over then sit out every epoch."""
    random = np.random.default_rng(int(seed))
    kept = random.permutation(n)[: n // batch_size * batch_size]
    return cut([random.permutation(kept) for _ in range(count)], batch_size)


def one_shuffle_and_turns(seed, n, batch_size, count):
    order = np.random.default_rng(int(seed)).permutation(n)
    return cut([np.roll(order, epoch) for epoch in range(count)], batch_size)


def one_shuffle_of_rows_then_of_batches(seed, n, batch_size, count):
    random = np.random.default_rng(int(seed))
    batches = cut([random.permutation(n)], batch_size)
    return np.concatenate([random.permutation(batches) for _ in range(count)])


def without_a_break(seed, n, batch_size, count):
    """What is left over of an epoch begins the next one."""
    random = np.random.default_rng(int(seed))
    order = np.concatenate([random.permutation(n) for _ in range(count)])
    return order[: count * (n // batch_size) * batch_size].reshape(-1, batch_size)


def epochs_mixed(seed, n, batch_size, count):
    """All epochs shuffled as one."""
    order = np.random.default_rng(int(seed)).permutation(np.tile(np.arange(n), count))
    return order[: count * (n // batch_size) * batch_size].reshape(-1, batch_size)


def with_putting_back(seed, n, batch_size, count):
    return np.random.default_rng(int(seed)).integers(0, n, (count * (n // batch_size), batch_size))


def always_seed_0(seed, n, batch_size, count):
    return epochs(0, n, batch_size, count)


def without_shuffling(seed, n, batch_size, count):
    return cut([np.arange(n)] * count, batch_size)


def counted_from_1(seed, n, batch_size, count):
    return epochs(seed, n, batch_size, count) + 1


EXERCISE = Exercise(
    name="epochs",
    points=3,
    solution=epochs,
    properties=(
        Property(
            words="an epoch uses each of the rows 0, 1, ..., n - 1 once; with a rest, none of them twice",
            hint="For each epoch shuffle the rows 0 to n - 1, drop what does not fill a batch, and cut: "
            "batches that are drawn one by one can share rows.",
            case=one_epoch_and_more,
            holds=lambda calls, answers, expected: all(map(np.array_equal, answers, expected)),
            mutant=each_batch_by_itself,
            measure=uses,
            unit="different rows in each epoch",
        ),
        Property(
            words="which rows come together, and which sit out, is drawn anew in each epoch",
            hint="Shuffle all n rows anew in each epoch, and cut afterwards: then another rest sits out. "
            "The same key gives the same order; `jax.random.split(key, count)` gives one for each epoch.",
            case=many_epochs_with_a_rest,
            holds=lambda calls, answers, expected: answers[0] > TOGETHER,
            mutant=cut_before_the_shuffle,
            cases=2,
            measure=brings_together,
            unit=f"of all pairs of rows into a batch, in {MANY} epochs",
        ),
        Property(
            words="the same seed gives the same batches again",
            hint="Make the key, or the generator, from the seed and from nothing else, inside the function.",
            case=the_same_again,
            holds=lambda calls, answers, expected: np.array_equal(*answers),
            mutant=without_the_seed,
            revealed=False,
        ),
        Property(
            words="runs with two seeds share no epoch, even with seeds side by side",
            hint="Is epoch 1 of seed 7 made like epoch 0 of seed 8? Make one key from the seed, and split that.",
            case=with_neighboring_seeds,
            holds=share_no_epoch,
            mutant=seed_plus_epoch,
            revealed=False,
        ),
    ),
    because="Runs with seeds side by side that share epochs are not independent: their spread would look too small.",
    mutants=(
        always_in_the_same_order,
        the_same_rest,
        one_shuffle_and_turns,
        one_shuffle_of_rows_then_of_batches,
        without_a_break,
        same_groups_in_another_order,
        neighbors_together,
        epochs_mixed,
        with_putting_back,
        always_seed_0,
        without_shuffling,
        counted_from_1,
    ),
)
