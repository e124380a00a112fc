"""The exercises of the course, a folder a homework: each with its solution, its cases, and what holds of every answer.

They belong to the course, not to the package, which imports them when a check is run. Their mutants are in the tests.
"""
