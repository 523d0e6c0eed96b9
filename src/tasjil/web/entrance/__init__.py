"""Where people sign in, are locked out, and make a case the first time."""
