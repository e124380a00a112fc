"""Natural gradient: the Fisher matrix, Gaussians, policies, networks, and the costs."""
