"""Sources: who tells, and the sealed box of those whom a name could harm."""
