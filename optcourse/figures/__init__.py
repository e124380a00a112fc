"""Axes in, artists out: the visual language of the course, and the pictures of each topic."""
