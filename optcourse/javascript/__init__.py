"""JAX in the page: a function that the lesson shows, compiled to JavaScript that computes the same.

program    what JAX traced, as equations
values     an array as a function of its index
code       lines, blocks, names
compiler   one equation after the other, by the rules
rules/     what each primitive writes
"""

from optcourse.javascript import rules
from optcourse.javascript.compiler import compile_function
from optcourse.javascript.program import UnsupportedError

__all__ = ["UnsupportedError", "compile_function", "rules"]
