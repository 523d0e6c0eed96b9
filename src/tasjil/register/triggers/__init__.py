"""The guards of the log, in the words of each store: what no program may do to it."""
