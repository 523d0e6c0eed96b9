"""What nobody documented; refusing when it cannot be known."""
