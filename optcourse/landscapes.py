"""Test functions of two variables, with their equations and their known critical points.

    himmelblau.loss(w)              a test function; himmelblau.critical_points and more with it
    quadratic(100, angle=0.5)       a bowl of any condition number and rotation
    slice(loss, w, (d1, d2))        any loss on the plane w + a d1 + b d2 (see `slices`)

A landscape is data above a short loss of w = (x, y). The critical points were found by Newton's
method in float64.
"""

from collections.abc import Callable
from itertools import chain, product
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

from optcourse.checks import require_positive
from optcourse.linalg import rotation
from optcourse.slices import Slice, filter_normalized, random_directions, slice

__all__ = ["ALL", "KnownPoint", "Landscape", "Slice", "quadratic", "slice"]
__all__ += ["filter_normalized", "random_directions"]

ALL = {}  # every surface of this module by name, filled by `landscape`


class KnownPoint(NamedTuple):
    """A critical point w (2,) and its true kind: "minimum", "maximum", "saddle" or "flat".

    The kind tells what surrounds the point, even where the Hessian leaves it undecided: nothing
    lower is a minimum, some higher and some lower is a saddle, the monkey's three-legged one too,
    and all equal is flat.
    """

    w: np.ndarray
    kind: str


class Landscape(NamedTuple):
    """A loss of w = (x, y), its equation in LaTeX (no dollar signs), and what is known about it.

    window: ((x0, x1), (y0, y1)), the part worth drawing; start (2,): an instructive place to begin;
    critical_points: all in the window, or a few where they fill a curve or a region.
    """

    name: str
    loss: Callable
    equation: str
    window: tuple
    start: np.ndarray
    critical_points: tuple[KnownPoint, ...]


def landscape(name, equation, window, start, **points) -> Callable:
    """Decorator that makes a loss a Landscape, and lists it in ALL.

    points: the critical points by kind, minimum=[(x, y), ...], saddle=[...], ...
    A single number as the window is the half-width of a square around the origin.
    """
    if not isinstance(window, tuple):
        window = ((-window, window), (-window, window))
    known = []
    for kind, places in points.items():
        known += [KnownPoint(np.array(w, float), kind) for w in places]

    def decorate(loss):
        made = Landscape(
            name,
            loss,
            equation,
            window,
            start=np.array(start, float),
            critical_points=tuple(known),
        )
        ALL[loss.__name__] = made
        return made

    return decorate


def _with_opposites(*places) -> list:
    """Each point and its opposite: the critical points of a loss with L(-w) = L(w)."""
    pairs = [((x, y), (-x, -y)) for x, y in places]
    return [*chain(*pairs)]


def _separable_critical_points(minima, maxima) -> dict:
    """The critical points of f(x) + f(y), from those of f."""
    return {
        "minimum": list(product(minima, minima)),
        "maximum": list(product(maxima, maxima)),
        "saddle": [*product(minima, maxima), *product(maxima, minima)],
    }


def quadratic(condition_number, angle=0.0) -> Landscape:
    """The bowl ½ (u² + κ v²), κ > 0, its flat axis u at `angle` radians to the x axis."""
    require_positive(condition_number=condition_number)

    def loss(w):
        u, v = rotation(-angle) @ w
        return (u**2 + condition_number * v**2) / 2

    minimum = KnownPoint(np.zeros(2), "minimum")
    return Landscape(
        "Quadratic bowl",
        loss,
        equation=r"L = \frac{1}{2} (u^2 + \kappa v^2)",
        window=((-2, 2), (-2, 2)),
        start=np.array([1.5, 1.0]),
        critical_points=(minimum,),
    )


bowl = ALL["bowl"] = quadratic(3)._replace(name="Bowl", equation=r"L = \frac{1}{2} (x^2 + 3 y^2)")

narrow_valley = ALL["narrow_valley"] = quadratic(100, np.pi / 6)._replace(
    name="Narrow valley",
    equation=r"L = \frac{1}{2} (u^2 + 100 v^2), \quad u \ \mathrm{at}\ 30^\circ \ \mathrm{to}\ x",
)


@landscape(
    name="Saddle",
    equation=r"L = \frac{1}{2} x^2 - \frac{1}{2} y^2 + \frac{1}{4} y^4",
    window=1.8,
    start=(1.5, 0.01),
    saddle=[(0, 0)],
    minimum=[(0, 1), (0, -1)],
)
def saddle(w):
    """½ x² - ½ y² + ¼ y⁴: a saddle at 0, minima at y = ±1."""
    x, y = w
    return x**2 / 2 - y**2 / 2 + y**4 / 4  # the quartic gives an escape somewhere to arrive


@landscape(
    name="Monkey saddle",
    equation=r"L = x^3 - 3 x y^2 + \frac{1}{2} (x^2 + y^2)^2",
    window=2.0,
    start=(1.2, 0.05),
    saddle=[(0, 0)],
    minimum=[(-1.5, 0), (0.75, 1.299038106), (0.75, -1.299038106)],
)
def monkey_saddle(w):
    """x³ - 3 x y² + ½ (x² + y²)²: a saddle at 0 with three ways down, and no curvature there."""
    x, y = w
    return x**3 - 3 * x * y**2 + (x**2 + y**2) ** 2 / 2  # H = 0 at the origin: the cubic decides


@landscape(
    name="Lee's two-weight network",
    equation=r"L = (1 - w_1 w_2)^2",
    window=2.5,
    start=(1.0, -0.9),
    saddle=[(0, 0)],
    minimum=_with_opposites((1, 1), (2, 0.5), (0.5, 2)),  # six of the curve w1 w2 = 1, all minima
)
def lee(w):
    """(1 - w₁ w₂)²: a network of two weights, with a saddle at 0 (Hung-yi Lee's lecture)."""
    w1, w2 = w
    return (1 - w1 * w2) ** 2


@landscape(
    name="Beale",
    equation=r"L = (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
    window=4.5,
    start=(-1.0, 1.5),
    minimum=[(3, 0.5)],
    saddle=[(0, 1), (0.1005379373, -2.644513585)],
)
def beale(w):
    """Σ (c_k - x + x yᵏ)², c = (1.5, 2.25, 2.625): a minimum at (3, ½) only (Beale, 1958)."""
    x, y = w
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


@landscape(
    name="Rosenbrock",
    equation=r"L = (1 - x)^2 + 100 (y - x^2)^2",
    window=((-2, 2), (-1, 3)),
    start=(-1.2, 1.0),
    minimum=[(1, 1)],
)
def rosenbrock(w):
    """(1 - x)² + 100 (y - x²)²: a bent valley, its minimum at (1, 1) (Rosenbrock, 1960)."""
    x, y = w
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


@landscape(
    name="Himmelblau",
    equation=r"L = (x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    window=5.0,
    start=(0.0, 0.5),
    minimum=[
        (3, 2),
        (-2.805118087, 3.131312518),
        (-3.779310253, -3.283185991),
        (3.584428340, -1.848126527),
    ],
    maximum=[(-0.2708445907, -0.9230385565)],
    saddle=[
        (0.08667750456, 2.884254701),
        (-3.073025751, -0.08135304429),
        (-0.1279613467, -1.953714980),
        (3.385154184, 0.07385187985),
    ],
)
def himmelblau(w):
    """(x² + y - 11)² + (x + y² - 7)²: four minima of height 0 (Himmelblau, 1972)."""
    x, y = w
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


@landscape(
    name="Six-hump camel",
    equation=r"L = (4 - 2.1 x^2 + \frac{1}{3} x^4) x^2 + x y + (4 y^2 - 4) y^2",
    window=((-2.1, 2.1), (-1.2, 1.2)),
    start=(-1.2, 0.2),
    minimum=_with_opposites(
        (0.0898420131, -0.7126564030),
        (1.703606715, -0.7960835687),
        (1.607104753, 0.5686514549),
    ),
    maximum=_with_opposites((1.230229876, 0.1623345845)),
    saddle=[
        (0, 0),
        *_with_opposites(
            (1.109205337, -0.7682680925),
            (1.296070267, 0.6050843880),
            (1.638067984, 0.2286740690),
        ),
    ],
)
def six_hump_camel(w):
    """(4 - 2.1 x² + x⁴/3) x² + x y + (4 y² - 4) y²: six minima, two of them the lowest."""
    x, y = w
    return (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2


@landscape(
    name="Rastrigin",
    equation=r"L = \sum_i \left( w_i^2 + 10 (1 - \cos 2 \pi w_i) \right)",
    window=2.25,
    start=(1.7, 1.3),
    **_separable_critical_points(
        minima=(-1.989912234, -0.9949586377, 0, 0.9949586377, 1.989912234),
        maxima=(-1.507640732, -0.5025460366, 0.5025460366, 1.507640732),
    ),
)
def rastrigin(w):
    """Σ w² + 10 (1 - cos 2π w): a bowl with a minimum near every pair of whole numbers."""
    w = jnp.asarray(w)
    return jnp.sum(w**2 + 10 * (1 - jnp.cos(2 * jnp.pi * w)))


@landscape(
    name="Styblinski-Tang",
    equation=r"L = \frac{1}{2} \sum_i \left( w_i^4 - 16 w_i^2 + 5 w_i \right)",
    window=4.0,
    start=(0.3, 0.2),
    **_separable_critical_points(minima=(-2.903534028, 2.746802771), maxima=(0.1567312568,)),
)
def styblinski_tang(w):
    """½ Σ w⁴ - 16 w² + 5 w: four minima, the lowest at w = -2.90 in both coordinates."""
    w = jnp.asarray(w)
    return jnp.sum(w**4 - 16 * w**2 + 5 * w) / 2


@landscape(
    name="Plateau",
    equation=r"L = 1 - \max(0, 1 - \frac{1}{4} (x^2 + y^2))^3",
    window=3.5,
    start=(1.3, 1.3),
    minimum=[(0, 0)],
    flat=[(2.5, 1.5), (-3, 0)],
)
def plateau(w):
    """1 - max(0, 1 - ¼ (x² + y²))³: a hollow in a plain, exactly flat from radius 2 on."""
    x, y = w
    return 1 - jnp.maximum(0, 1 - (x**2 + y**2) / 4) ** 3


@landscape(
    name="Sharp and flat",
    equation=r"L = -\log \left( e^{-20 (x + 1.5)^2 - 20 y^2} + e^{-(x - 1.5)^2 - y^2} \right)",
    window=((-3, 3.5), (-2, 2)),
    start=(-2.6, 0.8),
    minimum=[(-1.499981487, 0), (1.5, 0)],  # both of depth 0 to 2e-4, their curvatures 40 and 2
    saddle=[(-0.8936882283, 0)],
)
def sharp_and_flat(w):
    """-ln(exp(-20 |w - a|²) + exp(-|w - b|²)): a sharp minimum at a, as deep a flat one at b."""
    x, y = w
    sharp = -20 * (x + 1.5) ** 2 - 20 * y**2
    flat = -((x - 1.5) ** 2) - y**2
    return -jnp.logaddexp(sharp, flat)
