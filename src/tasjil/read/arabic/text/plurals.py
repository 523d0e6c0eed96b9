"""Whether Arabic words for people tell of more than one."""

from tasjil.read.arabic.text.act_words import Grammar, act_senses
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.words import Word, words_of


def tells_of_many(text: str) -> bool:
    """True where the first noun for people stands in the plural, in Arabic.

    Example:
        >>> [tells_of_many(t) for t in ("مدنيين", "قتلى التفجير", "مدني", "civilians")]
        [True, True, False, False]
    """
    numbers = (_number(word) for word in words_of(text))
    first = next((number for number in numbers if number is not None), None)
    return first is Number.MANY


def _number(word: Word) -> Number | None:
    """How many the word stands for; None for a word that is none for people."""
    sense = person_sense(word)
    if sense is not None:
        return sense.number
    states = (s for s in act_senses(word) if s.grammar is Grammar.STATE)
    return next((s.number for s in states), None)
