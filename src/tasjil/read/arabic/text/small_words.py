"""The small words of Arabic that hold others together, alone or joined to "and"."""

from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.words import Word

_JOINED = ("و", "ف")
_ON = "علي"


def bare(form: str) -> str:
    """A form without the "and" before it.

    Example:
        >>> bare("وبينهم") == "بينهم"
        True
    """
    return form[1:] if form[:1] in _JOINED and len(form) > 2 else form


def is_one_of(word: Word, key: str) -> bool:
    """True where the word, with "and" or without, is on a list of the grammar."""
    known = words("grammar", key)
    if bare(word.form) == _ON and not word.text.endswith("ى"):
        return False  # the name Ali, which folds to "on"
    return word.form in known or bare(word.form) in known


def is_small(word: Word) -> bool:
    """True for prepositions, pronouns and the like, which are never a name.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> [is_small(w) for w in words_of("ومن زهرة")]
        [True, False]
    """
    return is_one_of(word, "prepositions") or is_one_of(word, "stop")
