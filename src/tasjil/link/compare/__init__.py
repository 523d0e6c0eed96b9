"""What two records agree on, comparison by comparison."""
