"""Adaptive learning rates: on two weights, on digits, at the start of a run."""
