"""Figures that follow the hand.

explorer, picture, controls, marks, page    the engine
questions                                   predict, check, work out a number
artists                                     lines that move
the other modules                           the explorers, one or more files a topic
"""
