"""What each primitive of JAX writes: importing this folder makes the compiler know them.

elementwise   one number from one number of each operand: two tables of templates
rearranging   the same numbers at other places: broadcast, reshape, slices, concatenate, pad
reductions    sums and their kin, products of matrices, cumulative sums, sorts
indexing      places that are computed: moving slices, gather, scatter
loops         scan, while, cond
replaced      random bits, small linear algebra and cumlogsumexp, in simpler primitives of JAX
"""

from optcourse.javascript.rules import (
    elementwise,
    indexing,
    loops,
    rearranging,
    reductions,
    replaced,
)

__all__ = ["elementwise", "indexing", "loops", "rearranging", "reductions", "replaced"]
