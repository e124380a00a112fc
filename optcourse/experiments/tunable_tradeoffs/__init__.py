"""Trade-offs with a target: multipliers, penalties and their rivals, on fronts and in networks."""
