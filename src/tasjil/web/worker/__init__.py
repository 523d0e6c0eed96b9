"""The worker: a process of its own that does what desks ask for, and its supervisor."""
