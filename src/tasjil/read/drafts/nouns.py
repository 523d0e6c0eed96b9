"""What victims can be called when nothing more is said of them, in any language.

A reader gives every noun as a key: the English singular. Readers of other languages
translate their nouns to these keys, so that grouping is written once.
"""

from functools import cache

from tasjil.read.word_lists import word_lists


@cache
def nouns(section: str) -> frozenset[str]:
    """The keys of one section of `nouns.txt`: total, loose, anybody, men.

    Example:
        >>> "victim" in nouns("total")
        True
    """
    return word_lists("tasjil.read.drafts", "nouns.txt")[section]
