"""Who is said to have done it, and which of them are certainly not the same."""

from tasjil.model.folding import fold


def party_key(text: str | None) -> str | None:
    """Put spellings of one party together; None where nobody is blamed.

    Example:
        >>> party_key("The Security Forces") == party_key("security forces")
        True
    """
    return None if text is None else fold(text) or None
