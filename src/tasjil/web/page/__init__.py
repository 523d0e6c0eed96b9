"""How a page of the desks is made: its words, its frame, its door."""
