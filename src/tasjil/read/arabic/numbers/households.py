"""People counted by their tie to one another: "a mother and her three children"."""

from collections.abc import Sequence

from tasjil.read.arabic.numbers.cardinals import Cardinal
from tasjil.read.arabic.numbers.counted import touches
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.person_nouns import PersonSense, person_sense
from tasjil.read.arabic.text.words import Word

_MOST = 3


def first_of_household(
    text: str, words: Sequence[Word], number: Cardinal, noun: int
) -> int | None:
    """The index of the first of those who are told together with a number of kin.

    Args:
        text: The sentence.
        words: Its words.
        number: The number, with "the": "أم وأطفالها الثلاثة".
        noun: The index of the noun it counts, which stands before it.

    Returns:
        None where nobody is told with them, or where the first has a name: who that is
        the reader knows better.

    Example:
        >>> from tasjil.read.arabic.numbers.cardinals import cardinal_at
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "مقتل رجل وزوجته وأطفالهما الثلاثة"
        >>> words = words_of(text)
        >>> first_of_household(text, words, cardinal_at(text, words, 4), 3)
        1
    """
    if not number.definite or noun != number.first - 1:
        return None
    for at in range(noun, max(noun - _MOST, -1), -1):
        sense = person_sense(words[at])
        if sense is None or (at < noun and sense.number is not Number.ONE):
            return None
        if at < noun and _is_head(sense):
            return at
        if not _is_of_them(sense) or not touches(text, words, at):
            return None
    return None


def _is_head(sense: PersonSense) -> bool:
    """True for "a mother", "a man": with nobody before."""
    return not sense.after and sense.before in ("", "ال", "ل", "ب")


def _is_of_them(sense: PersonSense) -> bool:
    """True for "and her children", "and his wife"."""
    return bool(sense.after) and sense.before == "و"
