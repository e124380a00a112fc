"""Weighted sums of losses: on fronts in closed form, in everyday sums, in small networks."""
