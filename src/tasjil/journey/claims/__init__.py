"""What a person corrects, adds, takes back, and codes apart from another."""
