"""Wrong answers to 01.classify: each property's own, which it alone catches, and others."""

from functools import partial

import numpy as np


def by_default(largest):
    return 1e-4 * largest


def rule(gradient, eigenvalues, length=np.linalg.norm, limit=1e-3, zero=by_default, flat_decides=None):
    eigenvalues = np.asarray(eigenvalues)
    if not (length(np.asarray(gradient)) <= limit and np.all(np.isfinite(eigenvalues))):
        return "not critical"
    zero = zero(np.abs(eigenvalues).max())
    up, down = np.any(eigenvalues > zero), np.any(eigenvalues < -zero)
    flat = np.any(np.abs(eigenvalues) <= zero) and flat_decides is not False
    if flat and flat_decides:
        return "undecided"
    if up and down:
        return "saddle"
    return "undecided" if flat else "minimum" if up else "maximum"


def changed(name, **parts):
    """The rule with these parts changed, as a function of this name."""

    def function(gradient, eigenvalues):
        return rule(gradient, eigenvalues, **parts)

    function.__name__ = name
    return function


without_undecided = changed("without_undecided", flat_decides=False)


undecided_at_any_zero = changed("undecided_at_any_zero", flat_decides=True)


exact_zero = changed("exact_zero", zero=lambda largest: 0)


absolute_zero = changed("absolute_zero", zero=lambda largest: 1e-4)


OTHER_LIMITS = (
    *(changed(f"gradient_limit_{limit:.0e}", limit=limit) for limit in (1e-2, 1e-4)),
    *(changed(f"zero_limit_{share:.0e}", zero=partial(np.multiply, share)) for share in (1e-3, 1e-5)),
    changed("zero_and_a_little_more", zero=lambda largest: 1e-4 * largest + 1e-6),
    changed("the_largest_entry", length=lambda g: np.abs(g).max()),
    changed("the_sum", length=lambda g: np.abs(g.sum())),
)


def upside_down(gradient, eigenvalues):
    return {"minimum": "maximum", "maximum": "minimum"}.get(found := rule(gradient, eigenvalues), found)


def first_and_last(gradient, eigenvalues):
    found = rule(gradient, eigenvalues)
    if found == "saddle" and not eigenvalues[0] < 0 < eigenvalues[-1]:
        return "minimum" if eigenvalues[0] > 0 else "maximum"
    return found


def zero_by_the_ends(gradient, eigenvalues):
    largest = max(abs(eigenvalues[0]), abs(eigenvalues[-1]))
    return rule(gradient, eigenvalues, zero=lambda _: 1e-4 * largest)


def two_limits(gradient, eigenvalues):
    sizes = np.abs(eigenvalues)
    found = rule(gradient, eigenvalues)
    return "undecided" if found in ("minimum", "maximum") and np.any(sizes < 0.2 * sizes.max()) else found


def undecided_at_one_zero(gradient, eigenvalues):
    sizes = np.abs(eigenvalues)
    flat = np.sum(sizes <= 1e-4 * sizes.max())
    return rule(gradient, eigenvalues, flat_decides=None if flat in (1, sizes.size) else False)


def of_three_at_least(gradient, eigenvalues):
    return rule(gradient, eigenvalues) if eigenvalues.size > 2 else "not critical"


def saddles_first(gradient, eigenvalues):
    zero = 1e-4 * np.abs(eigenvalues).max()
    both = np.any(eigenvalues > zero) and np.any(eigenvalues < -zero)
    return "saddle" if both else rule(gradient, eigenvalues)


def blind_to_the_slope(gradient, eigenvalues):
    return rule(0 * gradient, eigenvalues)


def steep_only_if_larger(gradient, eigenvalues):
    return "not critical" if np.linalg.norm(gradient) > 1e-3 else rule(np.zeros(3), np.nan_to_num(eigenvalues, nan=1.0))


def nan_in_the_first_place_only(gradient, eigenvalues):
    if np.isnan(gradient[0]) or np.isnan(eigenvalues[0]):
        return "not critical"
    return rule(np.nan_to_num(gradient), np.nan_to_num(eigenvalues, nan=1.0))


ALONE = {
    "one sign or both": upside_down,
    "zeros are undecided": without_undecided,
    "both signs beat zeros": undecided_at_any_zero,
    "size of a zero": exact_zero,
    "unit of the loss": absolute_zero,
    "order": first_and_last,
    "limit of the slope": blind_to_the_slope,
    "NaN": steep_only_if_larger,
}
ALSO = (
    zero_by_the_ends,
    two_limits,
    undecided_at_one_zero,
    of_three_at_least,
    saddles_first,
    nan_in_the_first_place_only,
    *OTHER_LIMITS,
)
