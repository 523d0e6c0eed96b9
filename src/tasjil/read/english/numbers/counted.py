"""What a number counts: people, bodies, families, things, or nothing that is said."""

import re
from enum import Enum, auto

from tasjil.read.english.text.person_nouns import is_person_noun, things
from tasjil.read.word_lists import word_lists


class Counted(Enum):
    """What stands after a number."""

    PEOPLE = auto()
    BODIES = auto()
    FAMILIES = auto()
    THING = auto()
    UNLISTED = auto()
    """A noun that no list has: the reader judges it by the clause."""

    STANDS_ALONE = auto()
    """No noun, but a word that fits people: "13 were killed", "two of them"."""

    NOTHING = auto()
    """No noun: "killed 13."."""


_NEXT = re.compile(r"[\s\-–“”\"']*(?P<word>[^\W\d_]+)(?P<own>['’]s\b|s['’](?=\s))?")
_AGED = re.compile(
    r"(?:\s+(?:\w+\s+)?)[0-9]{1,3}[\s-]*(?:year|month|week|day)s?[\s-]+olds?\b"
)
_THE = re.compile(r"\s+(?:the|his|her|their|its|those|these)\b")
_BODIES = frozenset(("body", "bodies", "corpse", "corpses", "cadaver", "cadavers"))
_FAMILIES = frozenset(("family", "families", "household", "households"))
_LISTS = word_lists("tasjil.read.english", "lexicon/counting.txt")
_ENDS = _LISTS["ends"]
_ALONE = _LISTS["stands alone"]
_PARTITIVE = _LISTS["partitive"]
REACH = 6
"""How many words after a number its noun may stand."""


def counted_after(lower: str, end: int) -> Counted:
    """Say what is counted by a number that ends here.

    Example:
        >>> text = "two police stations"
        >>> counted_after(text, 3).name, counted_after("two police officers", 3).name
        ('THING', 'PEOPLE')
    """
    last = Counted.NOTHING
    age = _AGED.match(lower, end)
    end = age.end() if age else end
    for step in range(REACH):
        match = _NEXT.match(lower, end)
        if match is None:
            break
        word = match["word"]
        if word in _ENDS or (step == 0 and word in _ALONE):
            if step == 0 and word in _ALONE:
                return _alone(lower, match.end(), word)
            break
        kind = Counted.UNLISTED if match["own"] else _kind(word)
        if kind is not Counted.UNLISTED or last is Counted.NOTHING:
            last = kind
        end = match.end()
        if _breaks(lower, end):
            break
    return last


def _alone(lower: str, end: int, word: str) -> Counted:
    """Tell "two of the houses", which counts houses, from "two of them"."""
    whole = _THE.match(lower, end) if word in ("of", "other", "more") else None
    if whole is None and word == "of":
        return Counted.STANDS_ALONE
    counted = counted_after(lower, whole.end() if whole else end)
    return Counted.THING if counted is Counted.THING else Counted.STANDS_ALONE


def _breaks(lower: str, end: int) -> bool:
    """True where punctuation ends the noun phrase."""
    return end < len(lower) and lower[end] in ",.;:()[]!?—/"


def _kind(word: str) -> Counted:
    if word in _BODIES:
        return Counted.BODIES
    if word in _FAMILIES:
        return Counted.FAMILIES
    if word in things():
        return Counted.THING
    return Counted.PEOPLE if is_person_noun(word) else Counted.UNLISTED


_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|"
    r"april|august|september|october|november|december)"
)
_LABELS = "|".join(map(re.escape, sorted(_LISTS["labels"], key=len, reverse=True)))
_LABEL_BEFORE = re.compile(
    rf"(?:[$£€#+:]|\b[a-z]+[-/]|[0-9][.,/:-]|\b(?:us|r)\$\s?"
    rf"|\b{_MONTH}\.?\s+(?:the\s+)?|\b(?:{_LABELS})s?\.?\s+"
    rf"|\bage[ds]?\s+(?:between\s+|from\s+)?(?:[0-9]{{1,2}}(?:,|,?\s+and|\s+to|\s+or)\s+)*"
    rf"|\+[0-9]+\s|\b(?!(?:19|20)[0-9][0-9]\s)[0-9]+\s"
    rf"|\b(?:on|by|since|until|before|after)\s+the\s+)$"
)
_DAY_BEFORE = re.compile(rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?\s+$")
_HOUR = re.compile(
    r"\b(?:at|since|until|by|before|after|from)\s+"
    r"(?:about\s+|around\s+|approximately\s+|some\s+)?$"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|of|by|from|during|before|after|and|late|early|mid|to)"
    r"\s+(?:the\s+)?|[-–/,]\s*|\(|^)$"
)
_AGE_BEFORE = re.compile(
    r"(?:[^\W\d_]{2}[’']?(?:,\s+|\s*\()"
    r"|\b(?:who|he|she)\s+(?:was|is)\s+(?:only\s+|just\s+)?)$"
)
_AGE_AFTER = re.compile(r"\s*(?:[,.;)]|$|and\s+(?:his|her|their|[^\W\d_]+,))(?![0-9])")
_UNIT_AFTER = re.compile(
    rf"(?:st|nd|rd|th|s|am|pm|km|mm|kg|m|x)\b|%|[.:/][0-9]|,[0-9]|\s[0-9]+\b(?!-)|[°º]"
    rf"|\s*(?:%|percent\b|per\s+cent\b|a\.m|p\.m|o[’']clock)"
    rf"|\s+(?:of\s+)?{_MONTH}(?:\b(?!\s+(?:have|be|also|not|still|yet|die))|\.)"
    rf"|(?:\s*[-–]\s*[0-9]{{1,2}})?\s+{_MONTH}\.?\s+(?:[0-9]{{2,4}})\b"
    rf"|[-–\s](?:year|month|day|week|hour|minute|mile|km|kilomet|met|point|foot|story|"
    rf"storey|millimet|mm|pound|ton|inch)[a-z]*[-–](?!member)"
    rf"|\s+(?:million|billion|thousand)?\s*(?:dollars|euros|pesos|pounds|colones)\b"
    rf"|\s+(?:out\s+)?of\s+the\s+(?:{_MONTH})\b"
)


def not_people(lower: str, start: int, end: int) -> bool:
    """True for dates, years, times, ages, money, distances, ordinals and labels.

    Example:
        >>> text = "on 7 march, article 4"
        >>> not_people(text, 3, 4), not_people(text, 20, 21)
        (True, True)
    """
    before = lower[max(0, start - 24) : start]
    if _UNIT_AFTER.match(lower, end):
        return True
    if _LABEL_BEFORE.search(before) and not _is_behind_a_day(lower, start, before):
        return True
    if lower[start] == "0" and end - start > 1 or _is_mark(lower, start, end):
        return True
    return _is_age(lower, before, start, end) or _is_year(lower, start, end)


def _is_behind_a_day(lower: str, start: int, before: str) -> bool:
    """True for the "two" of "on 9 March two men": the month has its day already."""
    return not lower[start].isdigit() and _DAY_BEFORE.search(before) is not None


def _is_mark(lower: str, start: int, end: int) -> bool:
    """True for the number of a list ("7."), a channel ("Cadena 1)"), or an hour."""
    after = lower[end : end + 1]
    if after == ")" and lower[max(0, start - 1) : start].isspace():
        return True
    if after == "." and not lower[:start].rstrip("([ \t").rpartition("\n")[2]:
        return True
    if end - start != 4 or not _HOUR.search(lower[max(0, start - 24) : start]):
        return False
    return counted_after(lower, end) is not Counted.PEOPLE


def _is_age(lower: str, before: str, start: int, end: int) -> bool:
    """True for a number in apposition: "Anton Dravich, 25, a farmer"."""
    if end - start > 2 or not lower[start:end].isdigit():
        return False
    return bool(_AGE_BEFORE.search(before) and _AGE_AFTER.match(lower, end))


def _is_year(lower: str, start: int, end: int) -> bool:
    digits = lower[start:end]
    if len(digits) != 4 or not digits.isdigit() or not 1900 <= int(digits) <= 2099:
        return False
    counts_people = counted_after(lower, end) is Counted.PEOPLE
    return not counts_people or bool(
        _YEAR_BEFORE.search(lower[max(0, start - 12) : start])
    )
