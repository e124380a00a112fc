"""Wrong answers to 11.width_law: each property's own, which it alone catches, and others."""

import numpy as np

from exercises.infinite_width.width_law import LAWS

WITHIN = 2  # standard errors


def fit(x, y) -> np.ndarray:
    """The slope of each column."""
    return np.polyfit(x, y, 1)[0]


def mean(slopes) -> float:
    return slopes.mean()


def standard_error(slopes) -> float:
    return slopes.std(ddof=1) / len(slopes) ** 0.5


def two_errors(p, error, within=WITHIN) -> str:
    near = [law for law, power in LAWS.items() if abs(p - power) <= within * error]
    return near[0] if len(near) == 1 else "open"


def changed(name, fit=fit, center=mean, error=standard_error, law=two_errors, logs=(np.log, np.log)):
    """The answer with parts changed."""

    def function(widths, errors):
        x, y = (log(np.asarray(each, float)) for log, each in zip(logs, (widths, errors)))
        slopes = fit(x, y)
        p, size = center(slopes), error(slopes)
        return p, size, law(p, size)

    function.__name__ = name
    return function


def ends(x, y):
    return (y[-1] - y[0]) / (x[-1] - x[0])


def nearest(p, error):
    return min(LAWS, key=lambda law: abs(p - LAWS[law]))


def first_that_fits(p, error):
    return next((law for law, power in LAWS.items() if abs(p - power) <= 2 * error), "open")


def last_that_fits(p, error):
    return next((law for law, power in reversed(LAWS.items()) if abs(p - power) <= 2 * error), "open")


def nearest_that_fits(p, error):
    law = nearest(p, error)
    return law if abs(p - LAWS[law]) <= 2 * error else "open"


def nearest_where_the_error_is(low, high):
    """By the size of the error alone."""
    return lambda p, error: nearest(p, error) if low < error < high else "open"


def of_mean_errors(widths, errors):
    """One line, through the means over the seeds; the rest is right."""
    x, y = np.log(np.asarray(widths, float)), np.asarray(errors, float)
    slopes = fit(x, np.log(y))
    p, size = fit(x, np.log(y.mean(axis=1))), standard_error(slopes)
    return p, size, two_errors(p, size)


def of_one_line(widths, errors):
    """Through all points at once; its error is that of the fit."""
    x = np.log(np.repeat(np.asarray(widths, float), np.shape(errors)[1]))
    (p, _), covariance = np.polyfit(x, np.log(np.ravel(errors)), 1, cov=True)
    return p, covariance[0, 0] ** 0.5, two_errors(p, covariance[0, 0] ** 0.5)


ALONE = {
    "power": changed("two_ends", fit=ends),
    "error": changed("with_n", error=lambda slopes: slopes.std() / len(slopes) ** 0.5),
    "law": changed("nearest", law=nearest),
}
ALSO = (
    of_mean_errors,
    of_one_line,
    changed("median", center=np.median),
    changed("first_seed", center=lambda slopes: slopes[0]),
    changed("through_zero", fit=lambda x, y: x @ y / (x @ x)),
    changed("mean_of_steps", fit=lambda x, y: np.mean(np.diff(y, axis=0) / np.diff(x)[:, None], axis=0)),
    changed("without_the_last_width", fit=lambda x, y: fit(x[:-1], y[:-1])),
    changed("without_the_first_width", fit=lambda x, y: fit(x[1:], y[1:])),
    changed("without_logarithms", logs=(np.asarray, np.asarray)),
    changed("logarithm_of_the_errors_alone", logs=(np.asarray, np.log)),
    changed("two_logarithms", logs=(np.log2, np.log)),
    changed("positive", center=lambda slopes: -slopes.mean()),
    changed("of_the_widths", fit=lambda x, y: np.array([fit(column, x) for column in y.T])),
    changed("standard_deviation", error=lambda slopes: slopes.std(ddof=1)),
    changed("over_n", error=lambda slopes: slopes.std(ddof=1) / len(slopes)),
    changed("two_errors", error=lambda slopes: 2 * standard_error(slopes)),
    changed("half_of_the_range", error=lambda slopes: np.ptp(slopes) / 2),
    changed("first_that_fits", law=first_that_fits),
    changed("last_that_fits", law=last_that_fits),
    changed("nearest_that_fits", law=nearest_that_fits),
    changed("one_error", law=lambda p, error: two_errors(p, error, 1)),
    changed("three_errors", law=lambda p, error: two_errors(p, error, 3)),
    changed("halves_of_the_axis", law=lambda p, error: "-1/2" if p > -0.75 else "-1"),
    changed("within_a_tenth", law=lambda p, error: two_errors(p, 0.05)),
    changed("by_the_error_alone", law=nearest_where_the_error_is(0.02, 0.3)),
    changed("by_a_small_error", law=nearest_where_the_error_is(0, 0.1)),
    changed("open_where_the_error_is_large", law=lambda p, error: "open" if error > 0.1 else two_errors(p, error)),
    changed("open_outside", law=lambda p, error: two_errors(p, error) if -1.1 < p < -0.4 else "open"),
    changed("always_open", law=lambda p, error: "open"),
    changed("always_the_root", law=lambda p, error: "-1/2"),
)
