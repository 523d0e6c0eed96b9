"""A file, page or list becomes a report with its text and digest."""
