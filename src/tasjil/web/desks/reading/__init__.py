"""The reading desk: a report's words, what was read in them, a person's word on it."""
