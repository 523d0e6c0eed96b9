"""Tasjil: casualty recording, from what was said to a count that can be defended."""

__version__ = "0.2.0"
