"""Adam from 100,000 starts on Himmelblau's surface: python benchmarks/many_starts.py [--rounds 11]

    ours                  `sweep`: the scan over all starts at once, compiled
    numpy                 arrays over all starts, in place; the gradient by hand
    torch                 a tensor over all starts; torch.optim.Adam, fused, and backward()
    numpy, one by one     a loop over the starts too: timed on some of them, and multiplied

200 steps in float32; only the last points are asked for. NumPy's arithmetic uses one core, the
others all they have.
"""

import jax
import numpy as np
import rounds

from optcourse import landscapes, optimizers
from optcourse.experiments.run import sweep

SURFACE = landscapes.ALL["himmelblau"]
RATE, B1, B2, EPS = 0.05, 0.9, 0.999, 1e-8  # Adam's defaults everywhere
STARTS, SOME, STEPS = 100_000, 50, 200


def starts(n: int) -> np.ndarray:
    """(n, 2) points of the window."""
    return np.random.default_rng(0).uniform(-5, 5, (n, 2)).astype(np.float32)


def ours(points, steps: int):
    descend = jax.jit(lambda w: sweep(optimizers.adam, [RATE], SURFACE.loss, w, steps).end[0])
    points = jax.numpy.asarray(points)
    return lambda: np.asarray(descend(points))


def gradient(w):
    x, y = w
    a, b = x * x + y - 11, x + y * y - 7
    return np.stack([4 * x * a + 2 * b, 2 * a + 4 * y * b])


def numpy_adam(points, steps: int) -> np.ndarray:
    """Adam with both bias corrections in the learning rate: two passes over the array fewer."""
    w = np.array(points.T, order="C")
    m, v = np.zeros_like(w), np.zeros_like(w)
    for t in range(1, steps + 1):
        g = gradient(w)
        m += (1 - B1) * (g - m)
        v += (1 - B2) * (g * g - v)
        correction = float(np.sqrt(1 - B2**t))
        w -= RATE * correction / (1 - B1**t) * m / (np.sqrt(v) + EPS * correction)
    return w.T


def one_by_one(points, steps: int) -> np.ndarray:
    return np.array([numpy_adam(point[None], steps)[0] for point in points])


def with_torch(torch, points, steps: int) -> dict:
    def at_once():
        w = torch.tensor(np.ascontiguousarray(points.T), requires_grad=True)
        adam = torch.optim.Adam([w], lr=RATE, fused=True)
        for _ in range(steps):
            adam.zero_grad()
            SURFACE.loss(w).sum().backward()
            adam.step()
        return w.detach().numpy().T

    return {"torch": at_once}


def contestants(torch, n: int, some: int, steps: int) -> dict:
    """All four; without torch, three."""
    points = starts(n)
    return {
        "ours": ours(points, steps),
        "numpy": lambda: numpy_adam(points, steps),
        **(with_torch(torch, points, steps) if torch else {}),
        "numpy, one by one": lambda: one_by_one(points[:some], steps),
    }


def main() -> None:
    everyone = contestants(rounds.peer("torch"), STARTS, SOME, STEPS)
    scales = {"numpy, one by one": STARTS / SOME}
    # near a ridge rounding grows, to 2e-3 of the largest coordinate; another minimum would be 1
    rounds.compare(f"{STARTS} starts", everyone, 1e-2, ["numpy", "torch"], scales)


if __name__ == "__main__":
    main()
