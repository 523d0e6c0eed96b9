"""Who has sat down at a desk, and for how long the chair is kept."""
