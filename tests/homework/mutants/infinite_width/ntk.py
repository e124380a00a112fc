"""Wrong answers to 11.ntk: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.infinite_width.layer import layer
from exercises.infinite_width.ntk import ntk


def with_step(name, step, size=len, layers=lambda depth: depth, end=lambda tangent, covariance: tangent):
    """The recursion with parts changed: step(Θ, Σ, the new Σ, κ₀) in place of Θ κ₀ + the new Σ; size in place of d."""

    def function(x, y, depth):
        x, y = np.asarray(x, float), np.asarray(y, float)
        d = size(x)
        xx, xy, yy = x @ x / d, x @ y / d, y @ y / d
        tangent = xy
        for _ in range(layers(depth)):
            new, slope = layer(xx, xy, yy)
            tangent, xy = step(tangent, xy, new, slope), new
        return end(tangent, xy)

    function.__name__ = name
    return function


def right_step(tangent, old, new, slope):
    return tangent * slope + new


def of_the_first_variance(x, y, depth):
    """Takes xx for yy."""
    length = np.linalg.norm(y) / np.linalg.norm(x)
    cosine = np.dot(x, y) / np.dot(x, x)
    if abs(length - 1) < 1e-3:
        return ntk(x, y, depth)
    turned = with_variances(np.dot(x, x), np.clip(cosine, -1, 1) * np.dot(x, x), np.dot(x, x), depth)
    return turned / len(x)


def with_variances(xx, xy, yy, depth):
    tangent = xy
    for _ in range(depth):
        xy, slope = layer(xx, xy, yy)
        tangent = tangent * slope + xy
    return tangent


def angle_of_the_inputs(x, y, depth):
    """In every layer the first layer's covariance and κ₀."""
    d = len(x)
    covariance, slope = layer(x @ x / d, x @ y / d, y @ y / d)
    tangent = x @ y / d
    for _ in range(depth):
        tangent = tangent * slope + covariance
    return tangent


def of_unit_inputs(x, y, depth):
    return ntk(x / np.linalg.norm(x), y / np.linalg.norm(y), depth) * len(x)


def squared_lengths(x, y, depth):
    """Its variances are of the lengths to the fourth power."""
    d = len(x)
    return with_variances((x @ x / d) ** 2, x @ y / d, (y @ y / d) ** 2, depth)


def with_variances_through_relu(x, y, depth):
    """Halves the variances in each layer, as without the 2."""
    d = len(x)
    xx, xy, yy = x @ x / d, x @ y / d, y @ y / d
    tangent = xy
    for _ in range(depth):
        xy, slope = layer(xx, min(xy, np.sqrt(xx * yy)), yy)
        xx, yy, xy = xx / 2, yy / 2, xy / 2
        tangent = tangent * slope + xy
    return tangent


ALONE = {
    "itself": with_step("without_d", right_step, size=lambda x: 1),
    "angle": with_step("without_the_slope", lambda tangent, old, new, slope: tangent + new),
    "lengths": of_the_first_variance,
}
ALSO = (
    with_step("nngp", right_step, end=lambda tangent, covariance: covariance),
    with_step("slope_on_the_covariance", lambda tangent, old, new, slope: tangent + slope * new),
    with_step("slope_on_both", lambda tangent, old, new, slope: slope * (tangent + new)),
    with_step("with_the_old_covariance", lambda tangent, old, new, slope: tangent * slope + old),
    with_step("product_of_the_covariance", lambda tangent, old, new, slope: old * slope + new),
    with_step("slope_squared", lambda tangent, old, new, slope: tangent * slope**2 + new),
    with_step("half_of_the_slope", lambda tangent, old, new, slope: tangent * slope / 2 + new),
    with_step("times_the_covariance", lambda tangent, old, new, slope: tangent * new + new),
    with_step("without_a_new_layer", lambda tangent, old, new, slope: tangent * slope),
    with_step("one_layer_more", right_step, layers=lambda depth: depth + 1),
    with_step("one_layer_less", right_step, layers=lambda depth: depth - 1),
    with_step("always_one_layer", right_step, layers=lambda depth: 1),
    with_step("root_of_d", right_step, size=lambda x: len(x) ** 0.5),
    with_step("d_squared", right_step, size=lambda x: len(x) ** 2),
    with_step("minus_the_covariance", right_step, end=lambda tangent, covariance: tangent - covariance),
    with_step("mean_of_the_layers", lambda tangent, old, new, slope: (tangent * slope + new) / 2),
    angle_of_the_inputs,
    of_unit_inputs,
    squared_lengths,
    with_variances_through_relu,
)
