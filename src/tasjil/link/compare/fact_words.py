"""What two records say beside names, and how far it agrees, in words."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from tasjil.link.compare import sentences
from tasjil.link.compare.name_words import Said
from tasjil.link.compare.sentences import Twin
from tasjil.model.causes import Cause
from tasjil.model.edtf import Edtf
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeRange, Sex
from tasjil.model.places import Where

_A_SLIP = 0.85
"""Likeness of two numbers above which one digit, or two swapped, can explain it."""


def fact_words(one: Particulars, other: Particulars) -> Iterator[Said]:
    """Say what else agrees, what differs and what one of the two does not tell.

    Example:
        >>> one = Particulars("a:1", "a", died="2031-05-03")
        >>> other = Particulars("b:1", "b", died="2031-05-06")
        >>> [said.en for _, said in fact_words(one, other)]
        ['died 3 days apart']
    """
    found = {
        "sex": _sex(one.sex, other.sex),
        "age": _births(one.born, other.born) or _ages(one.age, other.age),
        "died": _deaths(one.died, other.died),
        "place": _places(one.where, other.where),
        "home": _homes(one.home, other.home),
        "cause": _causes(one.cause, other.cause),
    }
    # A birth is compared by itself where no age is told.
    compared = {"age": ("age", "born")}
    yield from (
        (compared.get(key, (key,)), said)
        for key, said in found.items()
        if said is not None
    )
    yield from _numbers(one, other)


def _untold(what: str, one: object, other: object) -> Twin | None:
    """Say that one does not tell, where the other does."""
    if not (one or other):
        return None
    return sentences.UNTOLD.filled(what=sentences.WHAT[what])


def _sex(one: Sex, other: Sex) -> Twin | None:
    told = [each for each in (one, other) if each is not Sex.UNKNOWN]
    if len(told) < 2:
        return _untold("sex", told, ())
    return sentences.SEX_AGREES if one is other else sentences.SEX_DIFFERS


def _ages(one: AgeRange | None, other: AgeRange | None) -> Twin | None:
    if one is None or other is None:
        return _untold("age", one, other)
    own, others = _years(one), _years(other)
    if own == others:
        return sentences.SAME_AGE.filled(n=own)
    return sentences.AGES.filled(n=own, m=others)


def _years(age: AgeRange) -> str:
    if age.high == age.low:
        return str(age.low)
    return f"{age.low}+" if age.high is None else f"{age.low}-{age.high}"


def _births(one: str | None, other: str | None) -> Twin | None:
    if one is None or other is None:
        return None  # the ages say it, or that it is not told
    if one == other:
        return sentences.SAME_BIRTH
    return sentences.BIRTHS_DIFFER if _apart(one, other) else None


def _deaths(one: str | None, other: str | None) -> Twin | None:
    if one is None or other is None:
        return _untold("died", one, other)
    days = _apart(one, other)
    if days == 0:
        exact = one == other and _exact(one)
        return sentences.SAME_DAY if exact else sentences.DATES_FIT
    if days == 1:
        return sentences.DAY_APART
    return sentences.DAYS_APART.filled(n=f"{days:,}")


def _span(date: str) -> tuple[int | None, int | None]:
    spans = Edtf.parse(date).spans
    return spans[0][0], spans[-1][1]


def _exact(date: str) -> bool:
    first, last = _span(date)
    return first is not None and first == last


def _apart(one: str, other: str) -> int:
    """Days between two times, 0 where they can meet."""
    (start, end), (first, last) = _span(one), _span(other)
    gaps = [
        low - high
        for low, high in ((start, last), (first, end))
        if low is not None and high is not None
    ]
    return max(0, *gaps, 0)


def _places(one: tuple[Where, ...], other: tuple[Where, ...]) -> Twin | None:
    if not (one and other):
        return _untold("place", one, other)
    finest = [_key(each[0]) for each in (one, other)]
    wider = [_around(each) for each in (one, other)]
    if finest[0] == finest[1]:
        return sentences.SAME_PLACE
    if finest[0] in wider[1] or finest[1] in wider[0]:
        return sentences.ONE_IN_OTHER
    if wider[0] & wider[1]:
        return sentences.ONE_AREA
    return sentences.PLACES_DIFFER


def _key(where: Where) -> str:
    return str(where.place) if where.place else (where.name or where.text).casefold()


def _around(where: tuple[Where, ...]) -> set[str]:
    return {_key(each) for each in where[1:]} | set(map(str, where[0].within))


def _homes(one: tuple[Where, ...], other: tuple[Where, ...]) -> Twin | None:
    if not (one and other):
        return None
    if _key(one[0]) == _key(other[0]):
        return sentences.SAME_HOME
    shared = set(map(_key, one)) & set(map(_key, other))
    return sentences.HOMES_OF_ONE_AREA if shared else sentences.HOMES_DIFFER


def _causes(one: Cause, other: Cause) -> Twin | None:
    if Cause.UNKNOWN in (one, other):
        return None
    return sentences.SAME_CAUSE if one is other else sentences.CAUSES_DIFFER


def _numbers(one: Particulars, other: Particulars) -> Iterator[Said]:
    """Compare numbers of a kind that both bear; an untold one is no news."""
    for kind in dict.fromkeys(kind for kind, _ in one.ids):
        own = {number for each, number in one.ids if each is kind}
        others = {number for each, number in other.ids if each is kind}
        if not others:
            continue
        alike = max(SequenceMatcher(None, a, b).ratio() for a in own for b in others)
        said = sentences.NUMBERS_DIFFER
        if own & others:
            said = sentences.SAME_NUMBER
        elif alike >= _A_SLIP:
            said = sentences.SLIP_IN_NUMBER
        number = sentences.NUMBERS[kind.value]
        yield (f"id_{kind.name.lower()}",), said.filled(number=number)
