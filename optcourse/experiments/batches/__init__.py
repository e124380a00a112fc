"""Batches: their size, their noise, and the minima they lead to."""
