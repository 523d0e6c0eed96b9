"""Who is whom in a case, and in lists that belong to no case."""
