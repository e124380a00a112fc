"""Annotations of the package become checks, under pytest only.

jaxtyping's import hook would wrap every function, and a function in a function each time the outer one is called: a
third of the homework's tests went there. What has no annotation has nothing to check.
"""

import ast

from jaxtyping import _import_hook, install_import_hook


class AnnotatedOnly(_import_hook.JaxtypingTransformer):
    """Decorates the functions with annotations, and goes on to those within the others."""

    def visit_FunctionDef(self, node: ast.FunctionDef):
        if is_annotated(node):
            return super().visit_FunctionDef(node)
        self._parents.append(node)
        self.generic_visit(node)
        self._parents.pop()
        return node


def is_annotated(node: ast.FunctionDef) -> bool:
    """Whether the function says of an argument, or of its result, what it is."""
    return node.returns is not None or any(argument.annotation for argument in arguments(node.args))


def arguments(of: ast.arguments) -> list[ast.arg]:
    every = [*of.posonlyargs, *of.args, *of.kwonlyargs, of.vararg, of.kwarg]
    return [argument for argument in every if argument is not None]


def check_types(function, *options, **named):
    """beartype's decorator; under our name, so that bytecode with every function wrapped is not read."""
    from beartype import beartype

    return beartype(function, *options, **named)


def install(*packages: str):
    """Before anything imports the packages."""
    _import_hook.JaxtypingTransformer = AnnotatedOnly
    return install_import_hook(packages, "shape_checks.check_types")
