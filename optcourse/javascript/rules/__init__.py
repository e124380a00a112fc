"""What each primitive of JAX writes: importing this folder makes the compiler know them."""

from optcourse.javascript.rules import (
    elementwise,
    indexing,
    loops,
    rearranging,
    reductions,
    replaced,
)

__all__ = ["elementwise", "indexing", "loops", "rearranging", "reductions", "replaced"]
