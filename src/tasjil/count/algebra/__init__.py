"""The arithmetic of a count, over columns: what may be added, what only widens."""
