"""The Merkle tree over the log, signed notes on it, stamps of their time."""
