"""Places in Arabic script, where no capital letter says that a word is a name."""
