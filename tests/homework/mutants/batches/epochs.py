"""Wrong answers to 02.epochs: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.batches.epochs import cut, epochs


def generators(seed, count):
    return [np.random.default_rng([int(seed), epoch]) for epoch in range(count)]


def each_batch_by_itself(seed, n, batch_size, count):
    random = np.random.default_rng(int(seed))
    return np.array([random.choice(n, batch_size, replace=False) for _ in range(count * (n // batch_size))])


def always_in_the_same_order(seed, n, batch_size, count):
    return cut([np.random.default_rng(seed).permutation(n) for _ in range(count)], batch_size)


def cut_before_the_shuffle(seed, n, batch_size, count):
    whole = n // batch_size * batch_size
    return cut([random.permutation(whole) for random in generators(seed, count)], batch_size)


def without_the_seed(seed, n, batch_size, count):
    random = np.random.default_rng()
    return cut([random.permutation(n) for _ in range(count)], batch_size)


def with_key(name, key):
    """Each epoch from a generator of its own, made from key(seed, epoch, count)."""

    def function(seed, n, batch_size, count):
        orders = [np.random.default_rng(key(seed, epoch, count)).permutation(n) for epoch in range(count)]
        return cut(orders, batch_size)

    function.__name__ = name
    return function


seed_plus_epoch = with_key("seed_plus_epoch", lambda seed, epoch, count: seed + epoch)

OTHER_KEYS = (
    with_key("seed_plus_1000_epochs", lambda seed, epoch, count: seed + 1000 * epoch),
    with_key("100_seeds_plus_epoch", lambda seed, epoch, count: 100 * seed + epoch),
    with_key("seed_times_epoch", lambda seed, epoch, count: seed * (epoch + 1)),
    with_key("seed_times_count_plus_epoch", lambda seed, epoch, count: seed * count + epoch),
    with_key("even_or_odd", lambda seed, epoch, count: [seed % 2, epoch]),
    with_key("two_epochs_each", lambda seed, epoch, count: [seed, epoch // 2]),
)


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


def without_a_break(seed, n, batch_size, count):
    """What is left over of an epoch begins the next one."""
    random = np.random.default_rng(int(seed))
    order = np.concatenate([random.permutation(n) for _ in range(count)])
    return order[: count * (n // batch_size) * batch_size].reshape(-1, batch_size)


def counted_from_1(seed, n, batch_size, count):
    return epochs(seed, n, batch_size, count) + 1


def in_batches_of_four(seed, n, batch_size, count):
    return epochs(seed, n, 4, count)


def one_array_again_and_again(seed, n, batch_size, count):
    random, order, orders = np.random.default_rng(seed), np.arange(n), []
    for _ in range(count):
        random.shuffle(order)
        orders.append(order)
    return cut(orders, batch_size)


def seed_0_is_none(seed, n, batch_size, count):
    random = np.random.default_rng(seed or None)
    return cut([random.permutation(n) for _ in range(count)], batch_size)


def the_last_one_turned(seed, n, batch_size, count):
    random = np.random.default_rng(seed)
    orders = [random.permutation(n) for _ in range(count - 1)]
    return cut([*orders, np.roll(np.arange(n), seed)], batch_size)


ALONE = {
    "each row once": each_batch_by_itself,
    "new pairs in each epoch": cut_before_the_shuffle,
    "same seed": without_the_seed,
    "no epoch twice": seed_plus_epoch,
}
ALSO = (
    always_in_the_same_order,
    the_same_rest,
    without_a_break,
    same_groups_in_another_order,
    neighbors_together,
    counted_from_1,
    in_batches_of_four,
    one_array_again_and_again,
    seed_0_is_none,
    the_last_one_turned,
    *OTHER_KEYS,
)
