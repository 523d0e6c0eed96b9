"""Where a team looks at one incident: who says what of it, and what is missing."""
