"""Wrong answers to 11.layer: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.infinite_width.layer import layer


def with_values(name, value=None, slope=None, scale=None, clip=True):
    """The layer with parts changed: value(cosine, angle) in place of κ₁, slope(cosine, angle) of κ₀; scale of q."""

    def function(xx, xy, yy):
        q = np.sqrt(xx * yy) if scale is None else scale(xx, xy, yy)
        with np.errstate(invalid="ignore"):
            cosine = np.clip(xy / q, -1, 1) if clip else np.asarray(xy / q)
            angle = np.arccos(cosine)
            first = (value or kappa_1)(cosine, angle)
            return q * first, (slope or kappa_0)(cosine, angle)

    function.__name__ = name
    return function


def kappa_0(cosine, angle):
    return (np.pi - angle) / np.pi


def kappa_1(cosine, angle):
    return (np.sin(angle) + (np.pi - angle) * cosine) / np.pi


def swapped(xx, xy, yy):
    return layer(xx, xy, yy)[::-1]


def kappas_alone(xx, xy, yy):
    value, slope = layer(xx, xy, yy)
    return value / np.sqrt(xx * yy), slope


def inside(cosine):
    """Right at both ends and up to 0.9, and flat between."""
    return np.where(abs(cosine) < 0.999, np.clip(cosine, -0.9, 0.9), cosine)


def of_the_first_at_the_ends(xx, xy, yy):
    """Takes the two for one input, or for one and its opposite."""
    cosine = xy / np.sqrt(xx * yy)
    if abs(cosine) < 1:
        return layer(xx, xy, yy)
    return (xx, 1.0) if cosine > 0 else (0.0, 0.0)


def by_sampling(xx, xy, yy):
    """Ten thousand pairs."""
    cosine = np.clip(xy / np.sqrt(xx * yy), -1, 1)
    a, z = np.random.default_rng(0).normal(size=(2, 10_000))
    b = cosine * a + np.sqrt(1 - cosine**2) * z
    value = 2 * np.mean(np.maximum(a, 0) * np.maximum(b, 0))
    return np.sqrt(xx * yy) * value, 2 * np.mean((a > 0) & (b > 0))


ALONE = {
    # without the root of 1 - cos², or linear: both are right where the inputs are parallel
    "product": with_values(
        "without_the_root", value=lambda cosine, angle: (1 - cosine**2 + (np.pi - angle) * cosine) / np.pi
    ),
    "slope": with_values("linear", slope=lambda cosine, angle: (1 + cosine) / 2),
    "unit": with_values("guarded", scale=lambda xx, xy, yy: np.sqrt(xx * yy) + 1e-7),
    "rounding": with_values("without_a_clip", clip=False),
}
ALSO = (
    with_values("angle_in_place_of_its_rest", value=lambda cosine, angle: (np.sin(angle) + angle * cosine) / np.pi),
    with_values("half", value=lambda cosine, angle: kappa_1(cosine, angle) / 2),
    with_values("over_two_pi", slope=lambda cosine, angle: (np.pi - angle) / (2 * np.pi)),
    with_values("angle_over_pi", slope=lambda cosine, angle: angle / np.pi),
    with_values("without_pi", value=lambda cosine, angle: np.pi * kappa_1(cosine, angle)),
    with_values("without_the_sine", value=lambda cosine, angle: kappa_0(cosine, angle) * cosine),
    with_values("relu_of_the_covariance", value=lambda cosine, angle: np.maximum(cosine, 0)),
    with_values("as_it_came", value=lambda cosine, angle: cosine),
    with_values("open_or_shut", slope=lambda cosine, angle: float(cosine > 0)),
    with_values("of_absolute_values", value=lambda cosine, angle: kappa_1(abs(cosine), np.arccos(abs(cosine)))),
    with_values("in_degrees", slope=lambda cosine, angle: (180 - angle) / 180),
    with_values("scaled_slope", slope=lambda cosine, angle: kappa_1(cosine, angle)),
    with_values("of_the_mean_variance", scale=lambda xx, xy, yy: (xx + yy) / 2),
    with_values("without_a_root", scale=lambda xx, xy, yy: xx * yy),
    with_values("of_unit_variances", scale=lambda xx, xy, yy: 1.0),
    with_values("of_the_first_variance", scale=lambda xx, xy, yy: xx),
    with_values("clipped_far_from_the_end", slope=lambda cosine, angle: kappa_0(0, np.clip(angle, 0.05, np.pi - 0.05))),
    with_values("no_number_taken_for_zero", slope=lambda cosine, angle: np.nan_to_num(kappa_0(0, angle)), clip=False),
    with_values("flat_near_the_ends", value=lambda cosine, angle: kappa_1(inside(cosine), np.arccos(inside(cosine)))),
    with_values("slope_flat_near_the_ends", slope=lambda cosine, angle: kappa_0(0, np.arccos(inside(cosine)))),
    of_the_first_at_the_ends,
    swapped,
    kappas_alone,
    by_sampling,
)
