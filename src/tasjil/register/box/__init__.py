"""Who must not be found: the sealed box, consent, and erasing."""
