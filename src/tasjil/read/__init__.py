"""A report becomes claims, each on its exact words."""
