"""200 steps of Adam on Himmelblau's surface: python benchmarks/adam_steps.py [--rounds 11]

    ours           `run`: one compiled scan, which also keeps path, loss and gradient norm
    optax, scan    the same `run`, with optax's Adam in it
    optax, loop    a Python loop over a compiled step of optax
    torch, loop    a Python loop over torch.optim.Adam, fused

All start at the same point, in float32. Torch runs our loss: it is arithmetic alone.
"""

import jax
import jax.numpy as jnp
import numpy as np
import rounds

from optcourse import landscapes, optimizers
from optcourse.experiments.run import run

SURFACE = landscapes.ALL["himmelblau"]
START = jnp.asarray(SURFACE.start, jnp.float32)
RATE = 0.05
STEPS = 200


def compiled_run(optimizer, steps: int):
    descend = jax.jit(lambda w: run(optimizer, SURFACE.loss, w, steps))
    return lambda: np.asarray(jax.block_until_ready(descend(START)).end)


def ours(steps: int):
    return compiled_run(optimizers.adam(RATE), steps)


def with_optax(optax, steps: int) -> dict:
    adam = optax.adam(RATE)

    @jax.jit
    def step(w, state):
        updates, state = adam.update(jax.grad(SURFACE.loss)(w), state)
        return optax.apply_updates(w, updates), state

    def loop():
        w, state = START, adam.init(START)
        for _ in range(steps):
            w, state = step(w, state)
        return np.asarray(w)

    return {"optax, scan": compiled_run(optimizers.from_optax(adam), steps), "optax, loop": loop}


def with_torch(torch, steps: int) -> dict:
    def loop():
        w = torch.tensor(np.asarray(START), requires_grad=True)
        adam = torch.optim.Adam([w], lr=RATE, fused=True)
        for _ in range(steps):
            adam.zero_grad()
            SURFACE.loss(w).backward()
            adam.step()
        return w.detach().numpy()

    return {"torch, loop": loop}


def main() -> None:
    torch, optax = rounds.peer("torch"), rounds.peer("optax")
    contestants = {"ours": ours(STEPS), **with_optax(optax, STEPS), **with_torch(torch, STEPS)}
    rounds.compare(f"{STEPS} steps of Adam", contestants, 1e-4, ["optax", "torch"])


if __name__ == "__main__":
    main()
