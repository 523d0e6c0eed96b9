"""Why totals differ: bounds, ranges, clashes, differences, series and slips."""
