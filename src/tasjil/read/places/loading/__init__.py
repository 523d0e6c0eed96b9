"""Lists of places that others publish, read into places of a case."""
