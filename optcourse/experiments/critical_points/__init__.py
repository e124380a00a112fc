"""Critical points: saddles of networks, ways out of them, what curvature costs."""
