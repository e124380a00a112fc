"""Exercise: a fair comparison of two methods, from the scores of all their runs."""

import numpy as np

from optcourse.homework.exercise import Exercise, Property, close


def compare(plain, flooded):
    """(chosen, gain, error) from arrays (2, tries, seeds), accuracies in validation and in the test."""
    plain, flooded = np.asarray(plain, float), np.asarray(flooded, float)
    tries = min(plain.shape[1], flooded.shape[1])
    chosen = [best_on_average(each[0, :tries]) for each in (plain, flooded)]
    gains = flooded[1, chosen[1]] - plain[1, chosen[0]]
    return np.array(chosen), gains.mean(), gains.std(ddof=1) / len(gains) ** 0.5


def scores(random, tries: int, seeds: int) -> np.ndarray:
    """Accuracies in which the best try in validation is also the best of each seed there, and the worst in the test."""
    validation = 0.6 + 0.02 * random.permutation(tries)[:, None] + 0.005 * random.uniform(-1, 1, (tries, seeds))
    test = 0.7 + 0.05 * random.normal(size=(tries, seeds))
    best = best_on_average(validation)
    test[best] += test.mean(axis=1).min() - test[best].mean() - 0.1
    return np.stack([validation, test])


def best_on_average(validation) -> int:
    return int(np.argmax(validation.mean(axis=1)))


def add_a_lucky_run(random, found) -> None:
    """A try that is far below the best one in validation, but for one seed, with which it is above all."""
    for validation, _ in found:
        best = best_on_average(validation)
        lucky = (best + random.integers(1, len(validation))) % len(validation)
        validation[lucky] = validation[best] - 0.2
        validation[lucky, random.integers(validation.shape[1])] = validation.max() + 0.03


def study(random, tries: int) -> tuple[np.ndarray, np.ndarray]:
    """The scores of both methods for the same seeds."""
    seeds = int(random.integers(4, 9))
    return scores(random, tries, seeds), scores(random, tries, seeds)


def add_an_unlucky_run(random, found) -> None:
    """A try that is a little above the best one in validation, but for one seed, with which it is far below all."""
    add_an_uneven_run(random, found, 0.01, 0.3, int(random.integers(1, found[0].shape[2])))


def add_an_uneven_run(random, found, above: float, below: float, seed: int = 0) -> None:
    """A try that is above the best one in validation with every seed but one, with which it is lower by `below`."""
    for validation, _ in found:
        best = best_on_average(validation)
        uneven = (best + random.integers(1, len(validation))) % len(validation)
        validation[uneven] = validation[best] + above
        validation[uneven, seed] -= below


def add_an_unlucky_start(random, found) -> None:
    """The bad seed is the first one."""
    add_an_uneven_run(random, found, 0.01, 0.3)


def add_the_best_with_a_bad_seed(random, found) -> None:
    """In spite of a bad seed it is the best on average, with four seeds or more."""
    add_an_uneven_run(random, found, 0.1, 0.25)


ODD_RUNS = (add_a_lucky_run, add_an_unlucky_run, add_an_unlucky_start, add_the_best_with_a_bad_seed)


def with_an_odd_run(random):
    calls = []
    for add in ODD_RUNS:
        found = study(random, some(random))
        add(random, found)
        calls.append(found)
    return calls


def best_in_both(random, tries: int) -> tuple[np.ndarray, np.ndarray]:
    """Where the try that validation chooses is the best of the test too."""
    found = study(random, tries)
    for validation, test in found:
        best = best_on_average(validation)
        test[best] += test.mean(axis=1).max() - test[best].mean() + 0.1
    return found


def some(random) -> int:
    return int(random.integers(4, 12))


def with_more_tries(random):
    """Either method has more tries than the other, and the best are among the last; then without those."""
    calls = []
    for more in (0, 1):
        found, few = list(study(random, 12)), int(random.integers(3, 6))
        later = few + 1 + int(random.integers(5))
        found[more][:, later] = found[more][0].max() + 0.05
        found[1 - more] = found[1 - more][:, :few]
        fair = [each[:, :few] for each in found]
        calls += [tuple(found), tuple(fair)]
    return calls


def with_another_test(random):
    """All scores, and again with others in the test for all tries but those that validation chooses."""
    found = best_in_both(random, some(random))
    changed = [each.copy() for each in found]
    for validation, test in changed:
        others = np.arange(len(test)) != best_on_average(validation)
        test[others] = test.max() + random.uniform(0.05, 0.1, (others.sum(), test.shape[1]))
    return [found, tuple(changed)]


def with_one_odd_seed(random):
    """A seed with which flooding does far better, or worse, than with the others; then with the methods swapped."""
    found = best_in_both(random, some(random))
    add_a_lucky_run(random, found)
    flooded = found[1]
    best = best_on_average(flooded[0])
    flooded[1, best, random.integers(1, flooded.shape[2])] += 0.2 * random.choice([-1, 1])
    return [found, found[::-1]]


def with_hard_seeds(random):
    """The scores, and again where some seeds are harder for every try of both."""
    found = best_in_both(random, some(random))
    harder = random.uniform(0, 0.3, found[0].shape[2])
    return [found, tuple(each - harder for each in found)]


def pairs_alike(calls, answers, expected):
    """The answers to each call and the next: choice, gain and error."""
    flat = [np.hstack(answer) for answer in answers]
    return all(np.allclose(*pair, rtol=1e-2, atol=1e-5) for pair in zip(flat[::2], flat[1::2]))


def right_choices(calls, answers, expected):
    return all(np.array_equal(answer[0], right[0]) for answer, right in zip(answers, expected))


def gains_of(call, chosen) -> np.ndarray:
    """Of each seed, between the tries that were chosen; none where there are no such tries."""
    plain, flooded = call
    one, other = np.asarray(chosen).astype(int)
    if not (0 <= one < plain.shape[1] and 0 <= other < flooded.shape[1]):
        return np.full(plain.shape[2], np.nan)
    return flooded[1, other] - plain[1, one]


def right_gains(calls, answers, expected):
    return all(close(answer[1], gains_of(call, answer[0]).mean()) for call, answer in zip(calls, answers))


def right_errors(calls, answers, expected):
    gains = [gains_of(call, answer[0]) for call, answer in zip(calls, answers)]
    return all(close(answer[2], each.std(ddof=1) / len(each) ** 0.5) for answer, each in zip(answers, gains))


EXERCISE = Exercise(
    name="compare",
    points=3,
    solution=compare,
    properties=(
        Property(
            "same budget",
            statement="tries that only one of the two methods had change nothing",
            hint="The best of twenty is better than the best of five, even if all twenty are alike. "
            "Count the tries of both, and use of each only as many as the other has, the first ones.",
            case=with_more_tries,
            holds=pairs_alike,
            cases=2,
        ),
        Property(
            "validation",
            statement="of each method the try is chosen that is best in validation, on average over the seeds",
            hint="One try for all seeds: take the mean over the seeds first, then `argmax`. A single lucky seed is no "
            "reason to choose a try; an unlucky one counts like the others.",
            case=with_an_odd_run,
            holds=right_choices,
        ),
        Property(
            "test untouched",
            statement="the test scores of tries that were not chosen change nothing",
            hint="From the test scores only one row of each method is ever read, the one that validation has chosen: "
            "the best of several is no test any more.",
            case=with_another_test,
            holds=pairs_alike,
            cases=2,
        ),
        Property(
            "all seeds",
            statement="the gain is the mean over all seeds of the test accuracy with flooding minus that without",
            hint="Neither the best seed nor the middle one: the mean, with those that spoil it. "
            "If flooding is worse, the gain is below zero.",
            case=with_one_odd_seed,
            holds=right_gains,
        ),
        Property(
            "error",
            statement="the error is that of the mean of the differences, seed by seed, also where some seeds are "
            "harder for both methods",
            hint="The two runs of a seed share their data, so take their difference first. Then its standard "
            "deviation, with n - 1, over √n.",
            case=with_hard_seeds,
            holds=right_errors,
            cases=2,
        ),
    ),
    explanation="A gain below twice its error may be luck. And twenty levels cost twenty runs, "
    "that anyone may spend on the other method.",
)
