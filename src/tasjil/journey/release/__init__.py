"""Releases: what would leave the house, and how it is frozen when two agree."""
