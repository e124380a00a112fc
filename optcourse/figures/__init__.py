"""Axes in, artists out: the course's one visual language, and the pictures each topic draws with it."""
