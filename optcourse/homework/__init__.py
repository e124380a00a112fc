"""Homework that checks itself.

    exercise                       what an exercise is: a function to write, and what is true of every right one
    given, measures, exchange      what a student's function may be handed and asked, as plain data
    answers, time_limit            ask it, safely
    catalog                        which homework there is; its exercises are in notebooks/homework/exercises/
    check                          what a learner sees under a check cell
    build                          from one source the student's notebook, the solution, and the manifest
    files, belonging               a student's file: read; which of its cells belongs to which exercise
    restore, plugin                its check cells put back, run by pytest --nbval-lax
    status                         how far a learner is

The checks are for learners and for slips. What runs in a student's own process cannot be proof against malice.
"""
