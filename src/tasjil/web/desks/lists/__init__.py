"""The desk of lists: what came in, what its columns mean, and how lists overlap."""
