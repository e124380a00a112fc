"""Figures that follow the hand: an engine (explorer.py), and one or more explorers a topic."""
