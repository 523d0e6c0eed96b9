"""The store: an append-only log and the tables derived from it."""
