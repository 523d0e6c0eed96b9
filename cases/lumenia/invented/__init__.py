"""Lumenia: an invented country, what happened in it, and what was told of it."""
