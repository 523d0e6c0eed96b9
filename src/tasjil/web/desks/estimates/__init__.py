"""Where a team estimates how many nobody documented, or is told why it cannot be."""
