"""Which sentences may tell of harm, before they are read word by word."""

from functools import cache

from tasjil.read.arabic.harm.idioms import idiom_verbs
from tasjil.read.arabic.harm.states import is_tally
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.small_words import bare


def may_tell_of_harm(line: Line) -> bool:
    """True where one word of the sentence can tell of harm.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> told = "لقوا حتفهم قرب النهر"
        >>> may_tell_of_harm(Line.of(told, words_of(told)))
        True
    """
    return any(
        act_senses(word)
        or word.form in _others()
        or bare(word.form) in _others()
        or is_tally(word.form)
        for word in line.words
    )


@cache
def _others() -> frozenset[str]:
    """Verbs of idioms, and small words for those who are gone."""
    gone = (
        words("absences", key)
        for key in ("held", "rubble", "fate", "trace", "marks", "fragments")
    )
    under = frozenset(f"ال{form}" for form in words("absences", "rubble"))
    back = words("absences", "return")
    return frozenset().union(idiom_verbs(), under, back, *gone)
