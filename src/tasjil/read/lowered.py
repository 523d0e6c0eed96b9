"""Case of a text: lower case that keeps offsets, and text that is all capitals."""


def lowered(text: str) -> str:
    """The text in lower case, of the same length, so that offsets hold.

    Example:
        >>> lowered("THREE SOLDIERS"), len(lowered("İdlib"))
        ('three soldiers', 5)
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_all_caps(text: str) -> bool:
    """True where a text shouts, as old wire copy does: case then says nothing.

    Example:
        >>> is_all_caps("SAN TOLMIN, 3 JAN 90 -- [TEXT]"), is_all_caps("In Varesh")
        (True, False)
    """
    upper = sum(map(str.isupper, text))
    return upper > 2 and upper > 4 * sum(map(str.islower, text))
