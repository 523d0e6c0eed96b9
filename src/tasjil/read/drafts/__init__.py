"""Tellings of one report in the making, and whose victims are the same."""
