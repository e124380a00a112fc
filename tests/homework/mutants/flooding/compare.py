"""Wrong answers to 09.compare: each property's own, which it alone catches, and others."""

import numpy as np


def first_ones(plain, flooded):
    """Of each method as many tries as the other has."""
    tries = min(plain.shape[1], flooded.shape[1])
    return plain[:, :tries], flooded[:, :tries]


def best_on_average(scores):
    return int(np.argmax(scores[0].mean(axis=1)))


def standard_error(plain, flooded):
    gains = flooded - plain
    return gains.std(ddof=1) / len(gains) ** 0.5


def mean_gain(plain, flooded):
    return np.mean(flooded) - np.mean(plain)


def changed(name, cut=first_ones, choose=best_on_average, read=None, gain=mean_gain, error=standard_error):
    """The comparison with parts changed; read(scores, chosen) -> test scores that make the gain."""

    def function(plain, flooded):
        both = cut(*(np.asarray(each, float) for each in (plain, flooded)))
        chosen = [choose(each) for each in both]
        tests = [each[1, one] for each, one in zip(both, chosen)]
        shown = tests if read is None else [read(*pair) for pair in zip(both, chosen)]
        return np.array(chosen), gain(*shown), error(*tests)

    function.__name__ = name
    return function


def unpaired(plain, flooded):
    return np.sqrt((plain.var(ddof=1) + flooded.var(ddof=1)) / len(plain))


def best_test(scores, chosen):
    """What papers report as the best result."""
    return scores[1, np.argmax(scores[1].mean(axis=1))]


def of_each_seed(scores, chosen):
    """The test score of the try that is best for this very seed."""
    return scores[1, np.argmax(scores[0], axis=0), np.arange(scores.shape[2])]


def best_of_all_numbers(scores):
    return int(np.argmax(scores[0].max(axis=1)))


ALONE = {
    "same budget": changed("all_tries", cut=lambda *both: both),
    "validation": changed("best_single_run", choose=best_of_all_numbers),
    "test untouched": changed("best_test", read=best_test),
    "all seeds": changed("median_gain", gain=lambda plain, flooded: np.median(flooded - plain)),
    "error": changed("unpaired", error=unpaired),
}
ALSO = (
    changed("chosen_by_the_test", choose=lambda scores: int(np.argmax(scores[1].mean(axis=1)))),
    changed("chosen_by_both", choose=lambda scores: int(np.argmax(scores.mean(axis=(0, 2))))),
    changed("chosen_by_the_first_seed", choose=lambda scores: int(np.argmax(scores[0, :, 0]))),
    changed("chosen_by_the_median", choose=lambda scores: int(np.argmax(np.median(scores[0], axis=1)))),
    changed("chosen_by_the_worst_seed", choose=lambda scores: int(np.argmax(scores[0].min(axis=1)))),
    changed("chosen_cautiously", choose=lambda scores: int(np.argmax(scores[0].mean(1) - scores[0].std(1, ddof=1)))),
    changed("without_the_first_seed", choose=lambda scores: int(np.argmax(scores[0, :, 1:].mean(axis=1)))),
    changed("worst", choose=lambda scores: int(np.argmin(scores[0].mean(axis=1)))),
    changed("last", choose=lambda scores: scores.shape[1] - 1),
    changed("place_among_all_numbers", choose=lambda scores: int(np.argmax(scores[0])) % scores.shape[1]),
    changed("chosen_seed_by_seed", read=of_each_seed),
    changed("in_validation", read=lambda scores, chosen: scores[0, chosen]),
    changed(
        "last_tries", cut=lambda plain, flooded: tuple(each[:, -min(plain.shape[1], 5) :] for each in (plain, flooded))
    ),
    changed("three_tries", cut=lambda plain, flooded: (plain[:, :3], flooded[:, :3])),
    changed("only_flooding_is_cut", cut=lambda plain, flooded: (plain, flooded[:, : plain.shape[1]])),
    changed("best_seed", gain=lambda plain, flooded: flooded.max() - plain.max()),
    changed("first_seed", gain=lambda plain, flooded: flooded[0] - plain[0]),
    changed("a_size", gain=lambda plain, flooded: abs(np.mean(flooded - plain))),
    changed("loss_of_flooding", gain=lambda plain, flooded: np.mean(plain - flooded)),
    changed("ratio", gain=lambda plain, flooded: np.mean(flooded) / np.mean(plain) - 1),
    changed("standard_deviation", error=lambda plain, flooded: np.std(flooded - plain, ddof=1)),
    changed("with_n", error=lambda plain, flooded: np.std(flooded - plain) / len(plain) ** 0.5),
    changed("of_flooding_alone", error=lambda plain, flooded: np.std(flooded, ddof=1) / len(plain) ** 0.5),
)
