"""Names of persons in an Arabic sentence: kunyas, chains of fathers, families."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from tasjil.read.arabic.people.introduced_names import goes_on, is_called, is_victim
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.person_nouns import PersonSense, person_sense
from tasjil.read.arabic.text.small_words import is_small
from tasjil.read.arabic.text.words import Word, words_of
from tasjil.read.found import Found
from tasjil.read.word_lists import word_lists

_LONGEST = 6
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name, and whether it stands behind a word for a person.

    Attributes:
        led: True for "the nurse Mira", "my son Tamo".
    """

    name: str
    led: bool


@cache
def given_names() -> frozenset[str]:
    """Given names that are no other words, folded."""
    return frozenset(map(folded, _lists()["names"]))


@cache
def doubtful_names() -> frozenset[str]:
    """Given names that are words as well: a name needs more than one of them."""
    return frozenset(map(folded, _lists()["words too"]))


def _lists() -> dict[str, frozenset[str]]:
    return word_lists("tasjil.read.arabic", "lexicon/given_names.txt")


def find_names(
    text: str, is_other: Callable[[Word], bool] = lambda word: False
) -> list[Found[PersonName]]:
    """The names of persons in a sentence.

    Args:
        text: The sentence.
        is_other: True for words that are known to be something else, as acts are.

    Example:
        >>> [f.text for f in find_names("قتل الطفل إيلي ومعه نايف حلموش وأبو مالك")]
        ['إيلي', 'نايف حلموش', 'أبو مالك']
    """
    line = words_of(text)
    found: list[Found[PersonName]] = []
    i = 0
    while i < len(line):
        run = _name_at(text, line, i, is_other)
        if run is None:
            i += 1
            continue
        start, last, led = run
        end = line[last].end
        name = PersonName(text[start:end], led)
        found.append(Found.at(text, start, end, name))
        i = last + 1
    return found


def _name_at(
    text: str, line: Sequence[Word], i: int, is_other: Callable[[Word], bool]
) -> tuple[int, int, bool] | None:
    """Where a name from word `i` on starts, its last word, and if it is led."""
    if is_victim(text, line, i):
        return line[i].start + goes_on(text, line, i), i + 1, False
    if is_called(text, line, i):
        return line[i].start, _chain(text, line, i, is_other), False
    led = _is_led(text, line, i)
    start, first = _without_and(line[i])
    if line[i].text.endswith("على") or _is_noun(person_sense(line[i])):
        return None
    last = i if first not in _KUNYA else _after_kunya(text, line, i)
    if last is None or not (_begins(text, line, i, first, led) or led):
        return None
    closed = _begins(text, line, i, first, led)
    if not closed and not _can_be_name(line[i], is_other):
        return None
    last = _chain(text, line, last, is_other)
    return (start, last, led) if closed or _is_closed(text, line, last) else None


def _without_and(word: Word) -> tuple[int, str]:
    """Where a word starts and what it is, past an "and" before a name."""
    rest = word.form[1:]
    joined = word.form[:1] == "و" and word.form not in _all_names()
    joined = joined and word.form not in words("grammar", "stop")
    if joined and (rest in _KUNYA or (len(rest) >= _SHORTEST and rest in _all_names())):
        return word.start + 1, rest
    return word.start, word.form


def _begins(text: str, line: Sequence[Word], i: int, first: str, led: bool) -> bool:
    """True where the word is the first of a name for certain."""
    if first in _KUNYA or first in given_names():
        return True
    if first == "عبد":
        return i + 1 < len(line) and line[i + 1].form.startswith("ال")
    return first in doubtful_names() and (led or _goes_on(text, line, i))


def _goes_on(text: str, line: Sequence[Word], i: int) -> bool:
    """True where another name or an age follows a name that is a word as well."""
    after = text[line[i].end : line[i].end + 2]
    if after == " (":
        return True
    if i + 1 == len(line) or after.strip():
        return False
    return line[i + 1].form in _all_names() and not is_small(line[i + 1])


def _is_closed(text: str, line: Sequence[Word], last: int) -> bool:
    """True where a mark or "and" stands behind a name that is on no list."""
    if last + 1 == len(line):
        return True
    mark = text[line[last].end : line[last + 1].start].strip()
    return bool(mark) or line[last + 1].form[:1] == "و"


_KUNYA = frozenset(["ابو", "ام", "ابا", "ابي"])
_LINKS = frozenset(["بن", "ابن", "بنت", "ال", "عبد", "ابو", "ام", "الله"])


@cache
def _all_names() -> frozenset[str]:
    return given_names() | doubtful_names() | {"عبد"}


def _is_noun(sense: PersonSense | None) -> bool:
    return sense is not None and sense.number is not Number.ONE


def _is_led(text: str, line: Sequence[Word], i: int) -> bool:
    """True behind one definite person or kinsman: "the nurse", "his wife"."""
    if i == 0 or text[line[i - 1].end : line[i].start].strip(" «"):
        return False
    sense = person_sense(line[i - 1])
    if sense is None or "ال" in line[i].form[:2]:
        return False
    one = sense.number is Number.ONE or "kin" in sense.noun.traits
    return one and sense.definite


def _after_kunya(text: str, line: Sequence[Word], i: int) -> int | None:
    """The word after "father of"; None where it is no name."""
    if i + 1 >= len(line) or text[line[i].end : line[i + 1].start].strip():
        return None
    after = line[i + 1]
    if line[i].form.lstrip("و") == "ام" and after.form not in _all_names():
        return None  # "or"
    return None if is_small(after) or after.form[:1].isdigit() else i + 1


def _chain(
    text: str, line: Sequence[Word], i: int, is_other: Callable[[Word], bool]
) -> int:
    """The last word of the name that has begun."""
    last = i
    while last + 1 < len(line) and last - i < _LONGEST:
        word = line[last + 1]
        between = text[line[last].end : word.start]
        if between.strip(" -"):
            break
        linked = line[last].form in _LINKS
        named = word.form in _all_names() or word.form in _LINKS
        if not (linked or named or _can_be_name(word, is_other)):
            break
        last += 1
        if not linked and not named:
            break  # the family's name ends the chain
    while last > i and line[last].form in _LINKS - {"الله"}:
        last -= 1
    return last


def _can_be_name(word: Word, is_other: Callable[[Word], bool]) -> bool:
    """True for a word that nothing else is known of."""
    if not word.form.isalpha() or len(word.form) < _SHORTEST:
        return False
    if word.form in words("grammar", "stop") or is_small(word) or is_other(word):
        return False
    joined = word.form[:1] in ("و", "ف") and word.form not in _all_names()
    return not joined and person_sense(word) is None and not _VERB.fullmatch(word.form)


_VERB = re.compile(
    r"[^\W\d]{3}|[يتن][^\W\d]{3}|ا[^\W\d]*(?:ت|وا?)|[^\W\d]+(?:وا|ها|هم|هن|هما)|(?!ال)[بل][^\W\d]+ه"
)
"""Forms that verbs and words with a pronoun have, and family names seldom."""
