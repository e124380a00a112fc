"""Kernels of convolutional networks beside neural-tangents: python benchmarks/tangent_kernels.py

    ours               `convolutional_kernels`
    neural-tangents    the same network of `stax`, its kernel_fn under jax.jit

It runs on an old jax alone, in an environment and a process of its own, which
neural_tangents_process.py is: the two take turns, and while one computes the other waits. Both
give both kernels, NNGP and NTK, in float64, of two hidden layers of 3 x 3 windows.
"""

import json
import math
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import jax
import numpy as np
import rounds

from optcourse import kernels

HERE = Path(__file__).parent
PYTHON = HERE.parent / ".venv-neural-tangents" / "bin" / "python"
DEPTH = 2
TOLERANCE = 1e-8
# Title: how many images x and y, their shape, and pooling
CASES = {
    "24 x 24 images of 8 x 8, pooled": (24, (8, 8, 1), True),
    "2 x 2 images of 32 x 32 x 3, pooled": (2, (32, 32, 3), True),
    "128 x 128 images of 8 x 8, not pooled": (128, (8, 8, 1), False),
    "48 x 48 images of 32 x 32 x 3, not pooled": (48, (32, 32, 3), False),
}


def images(count: int, shape):
    """x and y, of so many images each."""
    return np.random.default_rng(0).normal(size=(2, count, *shape))


def ours(x, y, pooling: bool):
    solve = jax.jit(partial(kernels.convolutional_kernels, depth=DEPTH, pooling=pooling))
    return lambda: np.stack(jax.block_until_ready(solve(x, y)))


class NeuralTangents:
    """The process in which they run."""

    def __init__(self, python):
        self.command = [str(python), str(HERE / "neural_tangents_process.py")]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(self.command, **pipes, stderr=subprocess.DEVNULL)

    def ask(self, request, size: int | None = None) -> bytes:
        """The answer: a line, or so many bytes."""
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:  # it has ended, and answers nothing
            pass
        stdout = self.process.stdout
        answer = stdout.readline() if size is None else stdout.read(size)
        if not answer:
            sys.exit(f"neural-tangents ended without an answer; see  {' '.join(self.command)}")
        return answer

    def close(self):
        self.process.communicate()


def theirs(peer: NeuralTangents, x, y, pooling: bool):
    peer.ask({"x": x.tolist(), "y": y.tolist(), "depth": DEPTH, "pooling": pooling})
    shape = 2, len(x), len(y)
    size = 8 * math.prod(shape)
    return lambda: np.frombuffer(peer.ask("kernels", size)).reshape(shape)


def contestants(peer: NeuralTangents, count: int, shape, pooling: bool) -> dict:
    x, y = images(count, shape)
    return {"ours": ours(x, y, pooling), "neural-tangents": theirs(peer, x, y, pooling)}


def main() -> None:
    if not PYTHON.exists():
        recipe = "benchmarks/README.md says how to make it"
        print(f"Left out: {sys.argv[0]} needs {PYTHON}; {recipe}.\n", flush=True)
        return
    with jax.enable_x64(True), closing(NeuralTangents(PYTHON)) as peer:
        print(f"neural-tangents {peer.ask('versions').decode()}", flush=True)
        for title, case in CASES.items():
            rounds.compare(title, contestants(peer, *case), TOLERANCE)


if __name__ == "__main__":
    main()
