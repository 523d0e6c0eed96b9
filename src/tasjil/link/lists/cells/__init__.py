"""Cells of lists, one kind a file: what somebody typed, turned into a value."""
