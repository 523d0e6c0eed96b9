"""Work that a desk asks for and a worker does: one file a kind."""
