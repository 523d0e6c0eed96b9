"""Where people say how well each element is established, and others sign or dissent."""
