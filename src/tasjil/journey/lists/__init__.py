"""Lists of victims as a case takes them: their columns, rows and places."""
