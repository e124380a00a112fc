"""Momentum: on quadratics, on digits, in wells with walls, and where it bounces."""
