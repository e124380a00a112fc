"""Notebooks as files: `parsing`, from any program; `canonical`, their form; `writer`, how one is run; `rules`; and
`saving`, what JupyterLab must not lose.
"""
