"""Wrong answers to 09.coefficient: each property's own, which it alone catches, and others."""

from exercises.flooding.coefficient import coefficient


def with_coefficient(name, rule):
    """The right rate, and rule(ε₁, ε₂)."""

    def function(down, up):
        return down - up, rule(down, up)

    function.__name__ = name
    return function


def with_rate(name, rule):
    """rule(ε₁, ε₂), and the right coefficient."""

    def function(down, up):
        return rule(down, up), coefficient(down, up)[1]

    function.__name__ = name
    return function


def right(down, up):
    return coefficient(down, up)[1]


first_rate = with_rate("first_rate", lambda down, up: down)
# right where the rates are close
of_the_first_rate_alone = with_coefficient("of_the_first_rate_alone", lambda down, up: down**2 / (2 * (down - up)))
guarded = with_coefficient("guarded", lambda down, up: down * up / (2 * max(down - up, 5e-6)))
guarded_in_its_unit = with_coefficient(
    "guarded_in_its_unit", lambda down, up: down * up / (2 * (down - up + 1e-3 * down))
)

ALONE = {
    "rate": first_rate,
    "same end": of_the_first_rate_alone,
    "unit": guarded,
    "close rates": guarded_in_its_unit,
}
ALSO = (
    with_rate("both_rates", lambda down, up: down + up),
    with_rate("upward", lambda down, up: up - down),
    with_rate("mean_rate", lambda down, up: (down - up) / 2),
    with_coefficient("without_the_half", lambda down, up: 2 * right(down, up)),
    with_coefficient("halved_twice", lambda down, up: right(down, up) / 2),
    with_coefficient("negative", lambda down, up: -right(down, up)),
    with_coefficient("of_the_step_itself", lambda down, up: down * up / 2),
    with_coefficient("for_a_small_second_rate", lambda down, up: up / 2),
    with_coefficient("first_terms_of_a_series", lambda down, up: up / 2 * (1 + up / down)),
    with_coefficient("over_the_sum", lambda down, up: down * up / (2 * (down + up))),
    with_coefficient("of_the_second_rate_alone", lambda down, up: up**2 / (2 * (down - up))),
    with_coefficient("at_most_1", lambda down, up: min(right(down, up), 1.0)),
)
