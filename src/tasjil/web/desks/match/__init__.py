"""The match desk: pairs of persons and of incidents, side by side."""
