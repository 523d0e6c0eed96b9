"""When: dates, stretches and times told from another."""
