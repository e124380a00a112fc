"""Implicit bias: which of many solutions a method finds, in matrices, networks and regression."""
