"""JAX in the page: a function that the lesson shows, compiled to JavaScript that computes the same.

To read in this order:

program    what JAX traced, as equations, without what nobody asks for
values     an array as a function of its index: who reads it writes it
compiler   one equation after the other, by the rules; what is read twice is stored
code       lines and blocks; an outermost loop is a function that runs where what it reads changed
rules/     what each primitive writes
helpers.js what travels with a module where JavaScript has no word for it
"""

from optcourse.javascript import rules
from optcourse.javascript.compiler import compile_function
from optcourse.javascript.program import UnsupportedError

__all__ = ["UnsupportedError", "compile_function", "rules"]
