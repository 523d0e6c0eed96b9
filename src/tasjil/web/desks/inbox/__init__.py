"""The inbox: where reports and lists come in, and what became of each."""
