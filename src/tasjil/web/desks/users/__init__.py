"""Who works on the case: let in, given other work, let go; and who sits here now."""
