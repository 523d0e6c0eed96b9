"""What several desks show in one way: claims with their words, and what people did."""
