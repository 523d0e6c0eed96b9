"""Which pairs are compared at all, and which are not."""
