"""Homework that checks itself.

    exercise                       a function to write, and the properties of every right one
    given, measures, exchange      what a student's function is handed and asked, as plain data
    answers, time_limit            ask it, safely
    catalog                        which homework there is, from notebooks/homework/exercises/
    feedback                       what a learner reads about an answer
    check                          what a learner sees under a check cell
    your_turn, blanks              the same for the lines that a lesson leaves to its reader
    build                          one source: the student's notebook, solution and manifest
    files, belonging               a student's file, and which cell belongs to which exercise
    restore, plugin                its check cells put back, run by pytest --nbval-lax
    status                         how far a learner is

The checks run in the student's own process: they catch mistakes, not cheating.
"""
