"""Wrong answers to 02.epochs: each property's own, which it alone catches, and others."""

import jax
import numpy as np

from exercises.batches.epochs import cut, epochs


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


ALONE = {
    "each row once": each_batch_by_itself,
    "new pairs in each epoch": cut_before_the_shuffle,
    "same seed": without_the_seed,
    "seeds side by side": seed_plus_epoch,
}
ALSO = (
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
)
