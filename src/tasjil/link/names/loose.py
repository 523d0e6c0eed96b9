"""One coarse form of a word, under which letters that are mistaken for each other meet.

Arabic hands and scanners mistake letters that differ in their dots; romanisations
mistake those that sound alike. Where the two chains would join half the alphabet, the
weaker link is cut: n is kept from t, q from f only in Latin.
"""

_COARSE = str.maketrans("hxjGdDzrtTbnpsSfkWY", "hhhhddddttttbsskk  ")


def loose_form(consonants: str) -> str:
    """Give the coarse form of the consonants of a word.

    Example:
        >>> loose_form("xld") == loose_form("jlD")
        True
    """
    coarse = consonants.translate(_COARSE).replace(" ", "")
    kept = [letter for at, letter in enumerate(coarse) if coarse[at - 1 : at] != letter]
    return "".join(kept) or consonants
