"""Exercise: the entry that gives a 2 x 2 matrix the least nuclear norm, by hand."""

from optcourse.homework.exercise import Exercise, Property


def unseen_entry(b, c, d):
    """The x for which [[x, b], [c, d]] has the least nuclear norm: bc/d, but within ± |d|."""
    if d == 0:
        return 0.0
    return min(max(b * c / d, -abs(d)), abs(d))


def draw_signs(random, *sizes) -> tuple:
    return tuple(float(random.choice([-1, 1]) * size) for size in sizes)


def sides(random) -> list:
    """Their geometric mean is near 1, and one is 9 to 25 times the other."""
    mean, root = random.uniform(0.6, 1.2), random.uniform(3, 5)
    return random.permutation([mean * root, mean / root]).tolist()


def with_corner(random, low: float, high: float) -> list:
    """d between these multiples of √|bc|; with one sign of bc, and with the other."""
    b, c = sides(random)
    b, c, d = draw_signs(random, b, c, (b * c) ** 0.5 * random.uniform(low, high))
    return [(b, c, d), (b, -c, d), (-b, -c, -d)]


def large_corner(random):
    return with_corner(random, 1.2, 2.0)


def small_corner(random):
    return with_corner(random, 0.4, 0.8)


def zeros(random):
    """Where d is 0, or another of the three."""
    b, c = sides(random)
    b, c, d = draw_signs(random, b, c, random.uniform(0.3, 1))
    return [(b, c, 0.0), (0.0, c, d), (b, 0.0, d)]


def in_other_units(random):
    """Either kind of corner as it is, and in two other units."""
    calls = []
    for kind in (large_corner, small_corner):
        call = kind(random)[0]
        units = 1.0, 10 ** random.uniform(-5, -4), 10 ** random.uniform(3, 4)
        calls += [tuple(float(unit * each) for each in call) for unit in units]
    return calls


def right(calls, answers, expected):
    """To a hundredth of the geometric mean of the other corners, or, if that is less, of the answer."""
    sizes = [abs(number) or abs(b * c) ** 0.5 or abs(d) for (b, c, d), number in zip(calls, expected)]
    pairs = zip(answers, expected, sizes)
    return all(abs(answer - number) <= 0.01 * size for answer, number, size in pairs)


def in_proportion(calls, answers, expected):
    """The second and third of three answers as many times the first as the arguments are."""
    units = [call[0] / calls[3 * (i // 3)][0] for i, call in enumerate(calls)]
    plain = [answers[3 * (i // 3)] for i, _ in enumerate(answers)]
    return all(abs(a - unit * p) <= 0.01 * abs(unit * p) for a, unit, p in zip(answers, units, plain))


EXERCISE = Exercise(
    name="unseen_entry",
    points=3,
    solution=unseen_entry,
    properties=(
        Property(
            "large corner",
            statement="where d² is above |bc|, no other number makes the nuclear norm as small",
            hint="Minimize x² + 2 |xd - bc| + (what does not depend on x). It is convex, with a kink where the "
            "determinant is 0. When is the kink the lowest place?",
            case=large_corner,
            holds=right,
        ),
        Property(
            "small corner",
            statement="where d² is below |bc|, no other number makes the nuclear norm as small",
            hint="The kink of x² + 2 |xd - bc| is far out now, and on the side of 0 the function still has a place "
            "where its derivative is 0. Mind the signs: which sign has xd - bc near x = 0?",
            case=small_corner,
            holds=right,
        ),
        Property(
            "zeros",
            statement="it holds where one of the three numbers is 0",
            hint="For d = 0 the determinant does not depend on x, and x² alone is left. "
            "Divide by nothing that may be 0.",
            case=zeros,
            holds=right,
        ),
        Property(
            "unit",
            statement="three numbers in another unit make an x in that unit",
            hint="Write x as a formula of b, c and d. A search over a range of your own finds nothing in another unit.",
            case=in_other_units,
            holds=in_proportion,
        ),
    ),
    explanation="So the least nuclear norm finds the matrix of rank 1, x = bc/d, if and only if |bc| <= d². "
    "Where it does not, a deep product from a tiny start may.",
)
