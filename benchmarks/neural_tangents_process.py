"""neural-tangents as a process: tangent_kernels.py starts it, with the Python that has it.

It reads a request a line, in JSON, and answers each:

    {"x": ..., "y": ..., "depth": ..., "pooling": ...}    with a line, once it has them
    "kernels"                                             with the bytes of NNGP and NTK, float64
    "versions"                                            with a line: its own, and that of its jax
"""

import json
import os
import sys

os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import numpy as np
from neural_tangents import __version__, stax

jax.config.update("jax_enable_x64", True)


def kernel_function(depth, pooling):
    """Of `depth` layers of 3 x 3 windows and relu, He's scale in all but the first."""
    layers = []
    for layer in range(depth):
        scale = 1.0 if layer == 0 else np.sqrt(2)
        convolution = stax.Conv(1, (3, 3), padding="SAME", W_std=scale, b_std=None)
        layers += [convolution, stax.Relu()]
    top = stax.GlobalAvgPool() if pooling else stax.Flatten()
    layers += [top, stax.Dense(1, W_std=np.sqrt(2), b_std=None)]
    *_, kernel = stax.serial(*layers)
    return jax.jit(lambda x, y: tuple(kernel(x, y, ("nngp", "ntk"))))


def main():
    compute = None
    for line in sys.stdin:
        request = json.loads(line)
        if request == "versions":
            answer = f"{__version__}, jax {jax.__version__}\n".encode()
        elif request == "kernels":
            answer = np.stack(compute()).tobytes()
        else:
            compute, answer = kernels_of(**request), b"ready\n"
        sys.stdout.buffer.write(answer)
        sys.stdout.flush()


def kernels_of(x, y, depth, pooling):
    x, y, kernel = np.array(x), np.array(y), kernel_function(depth, pooling)
    return lambda: jax.block_until_ready(kernel(x, y))


if __name__ == "__main__":
    main()
