"""Names on no list, which the words around them show to be names."""

from collections.abc import Sequence

from tasjil.read.arabic.numbers.counting import is_thing
from tasjil.read.arabic.text.act_words import Grammar, act_senses
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.small_words import bare, is_one_of, is_small
from tasjil.read.arabic.text.words import Word

_ONE, _TWO = 1, 2
_YEAR = 4
_MARKS = frozenset(["،", ",", "("])


def is_called(text: str, line: Sequence[Word], i: int) -> bool:
    """True right behind "named", "his name": whatever the word is, it is a name.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> told = "شاب يدعى كرم"
        >>> is_called(told, words_of(told), 2)
        True
    """
    if not i or not line[i].form.isalpha() or is_small(line[i]):
        return False
    if text[line[i - 1].end : line[i].start].strip(' «"“'):
        return False
    known = line[i].form.startswith("ال") or person_sense(line[i]) is not None
    return is_one_of(line[i - 1], "named") and not known


def is_victim(text: str, line: Sequence[Word], i: int) -> bool:
    """True for two words between a verb of harm and an age, or "who is".

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> told = "قتل درويش سوريل (25 عاما)"
        >>> is_victim(told, words_of(told), 1)
        True
    """
    behind = i + _TWO
    if not i or behind >= len(line) or not _is_harm(line[i - 1]):
        return False
    gaps = (text[line[k - 1].end : line[k].start].strip() for k in (i, i + _ONE))
    if any(gaps) or line[i].form.startswith("ال") or not _are_plain(line[i:behind]):
        return False
    mark = text[line[i + _ONE].end : line[behind].start].strip()
    after = line[behind].form
    told = (after.isdigit() and len(after) < _YEAR) or is_one_of(line[behind], "who_is")
    return mark in _MARKS and told


def _is_harm(word: Word) -> bool:
    """True for a verb of harm that one person can be the subject of."""
    return any(
        s.person is not None and not s.after and s.grammar is not Grammar.DEED
        for s in act_senses(word)
    )


def _are_plain(names: Sequence[Word]) -> bool:
    """True for words that are no nouns for people or things, small words or acts."""
    return not any(
        is_small(w) or person_sense(w) or act_senses(w) or _is_thing(w) for w in names
    )


def _is_thing(word: Word) -> bool:
    """True for a number, a thing that is counted, and what kills."""
    form = bare(word.form)
    return not form.isalpha() or is_thing(form) or form in words("grammar", "agents")
