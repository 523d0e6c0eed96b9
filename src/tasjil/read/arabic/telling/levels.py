"""How wide a claim reaches: persons, one event, or a total over time or area."""

import re

from tasjil.model.acts import Level
from tasjil.model.edtf import Edtf
from tasjil.model.quantity import Quantity
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.lexicon import table, words
from tasjil.read.arabic.text.words import cuts, words_of
from tasjil.read.date_read import DateRead, DateRole

_TOO_MANY = 1000
_BY_NAME = 20
_AREAS = 3
_HUNDREDS, _APART = 100, 2
_DAYS, _SINCE = 2, 1


def level_of(
    quantity: Quantity,
    text: str,
    date: DateRead | None,
    *,
    named: bool,
    areas: int = 0,
    places: int = 0,
) -> Level:
    """The level of one claim.

    Args:
        quantity: How many.
        text: The sentence it stands in.
        date: The date nearest to it.
        areas: How many governorates or countries the sentence ties it to.
        places: How many places of any kind the sentence ties it to.
        named: True where the victims have names, an age, or are somebody's kin.
    """
    most = quantity.highest_stated or 0
    if named and most <= _BY_NAME:
        return Level.INDIVIDUAL
    if most >= _TOO_MANY:
        return Level.AGGREGATE
    counted = any(counts(word.form) for word in words_of(text))
    if most >= _HUNDREDS and (places >= _APART or counted):
        return Level.AGGREGATE
    if most >= _HUNDREDS and _is_a_month(date):
        return Level.AGGREGATE
    many = quantity.highest_stated is None or most > 1
    period = says_total(text) or is_long(date) or _is_counted(text, date)
    if many and (period or areas >= _AREAS):
        return Level.AGGREGATE
    return Level.INCIDENT


def _is_a_month(date: DateRead | None) -> bool:
    """True for a month or a year, told as the time of many."""
    return date is not None and len(date.edtf or "") in (len("2031"), len("2031-03"))


def _is_counted(text: str, date: DateRead | None) -> bool:
    """True for a figure that somebody counted over a month or a year."""
    if date is None or date.edtf is None or len(date.edtf) > len("2031-03"):
        return False
    return any(counts(word.form) for word in words_of(text))


def counts(form: str) -> bool:
    """True for "documented", "recorded", "counted".

    Example:
        >>> counts("وسجلت"), counts("قصفت")
        (True, False)
    """
    known = words("levels", "counting")
    return any(cut.stem in known for cut in cuts(form))


def says_total(text: str) -> bool:
    """True where the words tell of a total over a time or over many places.

    Example:
        >>> says_total("وثّق المركز منذ مطلع العام مقتل 31 مدنياً")
        True
    """
    return _totals().search(folded(text)) is not None


def _totals() -> re.Pattern[str]:
    parts = [folded(p.strip()) for p in table("levels")["total"].split(",")]
    inside = "|".join(sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?<!\w)[وف]?(?:{inside})(?!\w)")


def is_long(date: DateRead | None) -> bool:
    """True for a stretch of more than two days; a month alone may hold one event."""
    if date is None:
        return False
    since = date.role is DateRole.SINCE
    if date.edtf is None or "/" not in date.edtf:
        return date.edtf is None and since
    told = Edtf.parse(date.edtf)
    if told.earliest is None or told.latest is None:
        return since
    return (told.latest - told.earliest).days > (_SINCE if since else _DAYS)
