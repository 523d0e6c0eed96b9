"""Who tells it, how firmly, and who is said to have done it."""
