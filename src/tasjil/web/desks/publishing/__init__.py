"""Publishing: what would leave the house, what is held back, and what readers say."""
