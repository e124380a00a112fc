"""Lesson 11: a step of training at infinite width, in which there are no weights."""

from optcourse.homework.exercise import Exercise, Property, close


def step_outputs(K, k, u, f, y, rate):
    """(u, f) - η (K, k) (u - y), with the residual from before the step."""
    residual = u - y
    return u - rate * K @ residual, f - rate * k @ residual


def one_step(random):
    """One call: a kernel of n examples with each other, and of m other inputs with them, m > n."""
    n, m = random.integers(3, 6), random.integers(7, 10)
    features = random.normal(size=(n + m, n + 2))
    kernel = features @ features[:n].T
    u, y = random.normal(size=(2, n))
    rate = random.uniform(0.2, 0.5)
    return [(kernel[:n], kernel[n:], u, random.normal(size=m), y, float(rate))]


def same_on_examples(calls, answers, expected):
    return close(answers[0][0], expected[0][0])


def same_on_others(calls, answers, expected):
    return close(answers[0][1], expected[0][1])


BLANKS = {
    "step_outputs": Exercise(
        name="step_outputs",
        points=0,
        solution=step_outputs,
        properties=(
            Property(
                "examples",
                statement="the outputs on the examples move by -η K (u - y)",
                hint="The left equation of (11.3), with one step of η in place of dt.",
                case=one_step,
                holds=same_on_examples,
            ),
            Property(
                "other inputs",
                statement="other outputs move by -η k (u - y), with the u before the step",
                hint="Their row is k, not K; keep u - y in a name before you move u.",
                case=one_step,
                holds=same_on_others,
            ),
        ),
        explanation="Repeat it: you train a network of infinite width, without any weight.",
    ),
}
