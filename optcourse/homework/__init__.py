"""Homework that checks itself.

    exercise, arguments, answers   what is asked, what may be asked, what an answer must look like
    critical_points/               the exercises of homework 01, one a file
    catalog                        which homework there is
    check                          what a learner sees under a check cell
    build                          from one source the student's notebook, the solution, and the manifest
    files, restore, plugin         a student's file: read, its check cells put back, run by pytest --nbval-lax
    status                         how far a learner is

The checks are for learners and for slips. What runs in a student's own process cannot be proof against malice.
"""
