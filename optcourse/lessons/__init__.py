"""Notebooks as files: `canonical`, their form; `writer`, how one is run; `rules`, what a lesson must satisfy."""
