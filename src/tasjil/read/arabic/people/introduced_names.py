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
    joined = goes_on(text, line, i)
    led = i and (_is_harm(line[i - 1]) or _is_among_the_dead(line, i))
    if behind >= len(line) or not (led or joined):
        return False
    gaps = (text[line[k - 1].end : line[k].start].strip() for k in (i, i + _ONE))
    gaps = (gap for gap in list(gaps)[joined:])
    if any(gaps) or line[i].form.startswith("ال") or not _are_plain(line[i:behind]):
        return False
    mark = text[line[i + _ONE].end : line[behind].start].strip()
    after = line[behind].form
    told = (after.isdigit() and len(after) < _YEAR) or is_one_of(line[behind], "who_is")
    return mark in _MARKS and told


def goes_on(text: str, line: Sequence[Word], i: int) -> bool:
    """True for a name joined by "and" to one with its age: "(52 عاما) وأدرين مرزال"."""
    if i < _TWO or line[i].form[:1] != "و" or len(line[i].form) <= _YEAR - 1:
        return False
    closed = text[line[i - 1].end : line[i].start].strip() in (")", ")،")
    return closed and any(w.form.isdigit() for w in line[max(0, i - _TWO) : i])


def _is_among_the_dead(line: Sequence[Word], i: int) -> bool:
    """True behind "among the dead", "of the victims"."""
    if i < _TWO:
        return False
    senses = act_senses(line[i - 1])
    state = any(s.grammar is Grammar.STATE and "ال" in s.before for s in senses)
    return state and bare(line[i - _TWO].form) in ("بين", "من")


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
