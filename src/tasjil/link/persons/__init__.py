"""Records put together as persons, under what cannot be."""
