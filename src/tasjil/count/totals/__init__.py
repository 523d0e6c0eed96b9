"""Totals that others stated: beside the tally, growing over time, never added."""
