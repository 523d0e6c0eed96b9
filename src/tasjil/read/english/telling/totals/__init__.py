"""Totals: which number is a part of which, whose doing it was, what was said before."""
