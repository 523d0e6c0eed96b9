"""What the columns of a list mean: guessed, shown, confirmed, and saved beside it."""
