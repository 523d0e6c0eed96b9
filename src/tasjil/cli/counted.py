"""How many there are, in words; apart from big verbs, so that small ones are quick."""


def many(count: int, what: str, more: str = "") -> str:
    """Write a number of things.

    Example:
        >>> many(1, "report"), many(1400, "claim")
        ('1 report', '1,400 claims')
        >>> many(2, "entry", "entries")
        '2 entries'
    """
    return f"{count:,} {what}" if count == 1 else f"{count:,} {more or what + 's'}"
