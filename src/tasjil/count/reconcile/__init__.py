"""Why totals differ: bounds, ranges, clashes, series."""
