"""A weighted sum at 1000 weights, one start each: python benchmarks/many_weights.py [--rounds 11]

    ours                  `weigh`: one compiled call for all weights
    loop, compiled solve  a Python loop over the weights, around the same descent, compiled once
    numpy, at once        arrays over all weights; the gradients by hand
    numpy, one by one     a loop over the weights too: timed on some of them, and multiplied

Gradient descent on L1 + alpha L2 of the concave model, bent(1.5): 200 steps of 0.02, in float32.
"""

import jax
import numpy as np
import rounds

from optcourse import tradeoffs
from optcourse.experiments.linear_combinations.fronts import RATE, STEPS, descent_end, sweep_weights

K = 1.5
WEIGHTS, SOME = 1000, 50
START = np.array([0.4, 0.5], np.float32)


def ours(alphas, steps: int):
    solve = jax.jit(
        lambda alphas: sweep_weights(
            tradeoffs.curved_front(K), alphas, START[None], steps=steps
        ).theta[:, 0]
    )
    return lambda: np.asarray(solve(alphas))


def loop(alphas, steps: int):
    solve = jax.jit(
        lambda alpha: descent_end(
            tradeoffs.weighted_sum(tradeoffs.curved_front(K), alpha), START, steps=steps
        )
    )
    return lambda: np.stack([np.asarray(solve(alpha)) for alpha in alphas])


def numpy_descent(alphas, steps: int) -> np.ndarray:
    """For an array of weights or for one; s = sin^2(pi theta1 / 2), and half_sine^2 = s (1 - s)."""
    theta1, theta2 = np.full_like(alphas, START[0]), np.full_like(alphas, START[1])
    for _ in range(steps):
        s, half_sine = np.sin(np.pi / 2 * theta1) ** 2, np.sin(np.pi * theta1) / 2
        slope = 2 * s - alphas * 2 * (1 - s) + (1 + alphas) * K * (1 - 2 * s)
        theta1 = theta1 - RATE * slope * np.pi * half_sine
        theta2 = theta2 - RATE * 2 * (1 + alphas) * theta2
    return np.stack([theta1, theta2], axis=-1)


def contestants(n: int, some: int, steps: int) -> dict:
    """All four; the last for some of the weights only."""
    alphas = np.geomspace(0.2, 5, n).astype(np.float32)
    return {
        "ours": ours(alphas, steps),
        "loop, compiled solve": loop(alphas, steps),
        "numpy, at once": lambda: numpy_descent(alphas, steps),
        "numpy, one by one": lambda: np.stack(
            [numpy_descent(alpha, steps) for alpha in alphas[:some]]
        ),
    }


def main() -> None:
    scales = {"numpy, one by one": WEIGHTS / SOME}
    rounds.compare(f"{WEIGHTS} weights", contestants(WEIGHTS, SOME, STEPS), 1e-3, ["numpy"], scales)


if __name__ == "__main__":
    main()
