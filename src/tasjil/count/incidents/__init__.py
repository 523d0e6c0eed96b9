"""What one incident adds: its numbers, its names, what people established of it."""
