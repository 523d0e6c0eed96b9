"""What a list's columns mean, and its cells cleaned for comparing."""
