"""Where a team takes its counts apart, and holds the totals of others beside them."""
