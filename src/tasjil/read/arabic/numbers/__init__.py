"""How many people the words of a number stand for."""
