"""Exercise: both gradients (5.4) and (5.5) for a batch, for any target, and without the matrix J."""

import jax.numpy as jnp
import numpy as np

from optcourse.homework.exercise import Exercise, Property, close

FEW, MANY = 50, 100  # classes, or examples, where the work is counted


def gradients(p, target):
    """(p - t) / n and 2 p ∘ (e - Σ p e) / n with e = p - t: J e without J."""
    e = (p - target) / len(p)  # (5.4)
    return e, 2 * p * (e - jnp.sum(p * e, axis=1, keepdims=True))  # (5.5)


def probabilities(random, n, classes) -> np.ndarray:
    e = np.exp(random.normal(size=(n, classes)))
    return e / e.sum(axis=1, keepdims=True)


def example(random, n=1, classes=5):
    """Probabilities and one-hot targets."""
    return probabilities(random, n, classes), np.eye(classes)[random.integers(classes, size=n)]


def of_few_and_more_classes(random):
    return [example(random, classes=3), example(random)]


def in_parts(random):
    """Three batches of one example, and all in one."""
    parts = [example(random) for _ in range(3)]
    return [*parts, tuple(np.concatenate(each) for each in zip(*parts))]


def of_soft_targets(random):
    """The same probabilities, for each class as the target, and for a target that is all classes in part."""
    p, share = probabilities(random, 2, 5)
    return [(p[None], target[None]) for target in (*np.eye(5), share)]


def of_two_sizes(random):
    """Twice the classes, and twice the examples."""
    sizes = ((1, FEW), (1, MANY), (FEW, 3), (MANY, 3))
    return [example(random, n, classes) for n, classes in sizes]


def sure_and_wrong(random):
    """Probabilities that have rounded to 1 for a wrong class and 0 for the others."""
    label = random.integers(3, size=1)
    return [(np.eye(3)[(label + random.integers(1, 3)) % 3], np.eye(3)[label])]


def first_agrees(calls, answers, expected):
    return all(close(answer[0], right[0]) for answer, right in zip(answers, expected))


def second_agrees(calls, answers, expected):
    return all(close(answer[1], right[1]) for answer, right in zip(answers, expected))


def each_has_its_share(calls, answers, expected):
    """Each row of the batch is a third of that example's own answer."""
    *alone, together = answers
    return all(close(whole, np.concatenate(parts) / 3) for whole, parts in zip(together, zip(*alone)))


def mixed_like_the_targets(calls, answers, expected):
    """Both gradients are linear in the target: the last answer is the others' mean, by the shares in its target."""
    *pure, mixed = answers
    share = calls[-1][1][0]
    return all(close(found, np.tensordot(share, parts, 1)) for found, parts in zip(mixed, map(np.stack, zip(*pure))))


def one_is_left(calls, answers, expected):
    """The first is as long as it should be, the second is zero."""
    lengths = np.linalg.norm(answers[0], axis=(1, 2))
    return close(lengths, np.array([np.linalg.norm(expected[0][0]), 0]))


def not_four_times(calls, answers, expected):
    """Both times that something was doubled."""
    return answers[1] < 3 * answers[0] and answers[3] < 3 * answers[2]


EXERCISE = Exercise(
    name="gradients",
    points=3,
    solution=gradients,
    properties=(
        Property(
            "first",
            statement="the first is the mistake, and points where cross-entropy rises",
            hint="This is (5.4): p minus the target, in this order, over the number of examples; here it is one.",
            case=of_few_and_more_classes,
            holds=first_agrees,
            cases=3,
        ),
        Property(
            "second",
            statement="the second is the mistake after the derivatives of the softmax",
            hint="Put your line beside (5.5), factor by factor. In each row, J e is p times (e minus the mean of e "
            "under p).",
            case=of_few_and_more_classes,
            holds=second_agrees,
            cases=3,
        ),
        Property(
            "mean",
            statement="in a batch of three, each row is a third of what it is alone",
            hint="The loss is a mean over the n examples, so each row of its gradient has a factor 1/n, and depends "
            "on no other row. Sums over classes go along axis 1, with `keepdims=True`.",
            case=in_parts,
            holds=each_has_its_share,
            cases=3,
        ),
        Property(
            "soft targets",
            statement="the target may be any probabilities: a mixture of targets gives the same mixture of gradients",
            hint="(5.4) and (5.5) hold for any target t that adds up to 1. Use the target as it comes.",
            case=of_soft_targets,
            holds=mixed_like_the_targets,
            cases=2,
        ),
        Property(
            "exactly 0 and 1",
            statement="sure and wrong, p exactly 0 and 1: the first has its full length, the second is zero",
            hint="Divide by no probability: here one is 0. Multiply out on paper what -t / p becomes after the "
            "derivatives of the softmax; it is p - t.",
            case=sure_and_wrong,
            holds=one_is_left,
            cases=2,
        ),
        Property(
            "work",
            statement="twice the classes, or twice the examples, are about twice the work, not four times",
            hint=f"With {FEW} classes J has {FEW**2} entries for each example. Write out row i of J e on paper: "
            "p_i e_i - p_i Σ_j p_j e_j. One sum serves all i. `p @ e.T` is a matrix too, of all pairs of examples, and "
            "`.at[...].set(...)` in a loop copies the whole array in each turn.",
            case=of_two_sizes,
            holds=not_four_times,
            measure="operations",
            cases=1,
        ),
    ),
    explanation="A language model chooses among 100,000 words: J would have ten billion entries for each of them. "
    "Where p is nearly one-hot, e equals its mean under p wherever p is not small, and the second gradient vanishes.",
)
