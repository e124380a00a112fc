"""Figures that follow the hand: the engine (explorer, controls, marks, questions) and one file a topic."""
