"""Claims that tell of one incident: proposed with reasons, never forced."""
