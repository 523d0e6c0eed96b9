"""Home: what waits for whoever sits here, and what changed meanwhile."""
