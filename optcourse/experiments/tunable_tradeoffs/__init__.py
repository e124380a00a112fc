"""Trade-offs with a target: multipliers, penalties and their rivals, in closed form and in networks."""
