"""Infinite width: where a network becomes a kernel, what that kernel can do, and what it cannot."""
