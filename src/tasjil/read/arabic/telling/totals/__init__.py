"""Totals in Arabic: which number is a part of which, what was said before, by whom."""
