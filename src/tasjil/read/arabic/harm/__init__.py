"""Which words tell of harm, and whose."""
