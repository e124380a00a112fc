"""What an exercise may ask about: numbers, words, arrays, and losses by name. All of it fits into JSON, answers too.

    Loss("himmelblau", angle=0.7)      a landscape of the course, turned
    FAMILIES                           other functions by name; a homework adds its own
    Failure("stopped with ...")        what stands for an answer where there is none
    to_json(value), from_json(value)   there and back; a loss travels by its name, never as code

So the same question can be put in the notebook, or to a student's code that runs elsewhere.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from optcourse import landscapes
from optcourse.linalg import rotation


@jax.jit
def row(w):
    """Any number of weights w in a row, each tied to the next and in a double well of its own."""
    wells = jnp.sum((w**2 - 1) ** 2) / 4
    return wells + jnp.sum((w[1:] - w[:-1]) ** 2) / 2


@jax.jit
def hills(w, center, directions, curvatures, height):
    """height + ½ Σ λ_i c_i² + (Σ c_i)³/3 with c_i = u_iᵀ(w - center), u_i column i of `directions`.

    At the center g = 0, and H has the eigenvectors u_i with the eigenvalues λ_i in `curvatures`.
    """
    along = (w - jnp.asarray(center)) @ jnp.asarray(directions)
    return height + jnp.sum(jnp.asarray(curvatures) * along**2) / 2 + jnp.sum(along) ** 3 / 3


def sensor(w):
    """Σ i w_i² in NumPy: it can be asked for values, and JAX cannot differentiate it."""
    w = np.asarray(w, float)
    return float(np.sum(np.arange(1, w.size + 1) * w**2))


@cache
def turned(name: str) -> Callable:
    """The landscape as a function of w and the angle by which the plane is turned, compiled once for all angles."""
    return jax.jit(lambda w, angle: landscapes.ALL[name].loss(rotation(angle) @ w))


FAMILIES: dict[str, Callable] = {"row": row, "hills": hills, "sensor": sensor}


class Loss:
    """A loss that either side can make from its name and settings; loss(w) is its value; some take more than w.

    The names are those of the landscapes, with a setting `angle` (radians), and those of FAMILIES.
    """

    def __init__(self, name: str, **settings):
        if name not in FAMILIES and name not in landscapes.ALL:
            raise ValueError(f"no loss is called {name!r}: choose one of {', '.join([*FAMILIES, *landscapes.ALL])}")
        self.name, self.settings = name, settings

    def __call__(self, w, *more):
        if self.name in FAMILIES:
            return FAMILIES[self.name](w, *more, **self.settings)
        return turned(self.name)(w, self.settings.get("angle", 0.0))

    def __repr__(self):
        angle = self.settings.get("angle")
        return f"{self.name} turned by {angle:.2g}" if angle else self.name

    def __eq__(self, other):
        return isinstance(other, Loss) and (self.name, self.settings) == (other.name, other.settings)

    def __hash__(self):
        return hash((self.name, repr(self.settings)))


class Failure(NamedTuple):
    """No answer: a sentence with the reason. begun is False where the function still holds its placeholder."""

    sentence: str
    begun: bool = True


def to_json(value):
    """The value as JSON can hold it; lists stand for sequences, one-key dictionaries for everything with a type."""
    if isinstance(value, Loss):
        return {"loss": value.name, "settings": value.settings}
    if isinstance(value, np.ndarray):
        return {"array": value.tolist()}
    if isinstance(value, Failure):
        return {"failure": list(value)}
    if isinstance(value, tuple):
        return {"tuple": [to_json(each) for each in value]}
    if isinstance(value, list):
        return [to_json(each) for each in value]
    if isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} cannot be sent: use numbers, words, NumPy arrays, tuples, lists or a Loss")


def from_json(value):
    """What to_json was given."""
    if isinstance(value, list):
        return [from_json(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "loss" in value:
        return Loss(value["loss"], **value["settings"])
    if "array" in value:
        return np.asarray(value["array"])  # labels stay whole numbers
    if "failure" in value:
        return Failure(*value["failure"])
    return tuple(from_json(each) for each in value["tuple"])


def shown(value) -> str:
    """A value in a message: few digits, of a long array its ends, of a large matrix its shape."""
    if isinstance(value, tuple):
        return f"({', '.join(shown(each) for each in value)})"
    if not isinstance(value, np.ndarray | float | int):
        return repr(value)
    numbers = [f"{number:.4g}" for number in np.ravel(value)]
    if np.ndim(value) == 0:
        return numbers[0]
    if np.ndim(value) > 1:
        small = np.ndim(value) == 2 and np.size(value) <= 8
        return f"[{', '.join(map(shown, value))}]" if small else f"an array of shape {np.shape(value)}"
    if len(numbers) > 8:
        numbers = [*numbers[:3], f"... {len(numbers)} numbers ...", numbers[-1]]
    return f"[{', '.join(numbers)}]"
