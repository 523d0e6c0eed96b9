"""A large invented case for the desks: its names, its paper, its board."""
