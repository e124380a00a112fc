"""Flooding: what it does to the loss, the accuracy and the curvature of small networks."""
