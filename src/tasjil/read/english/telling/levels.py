"""How wide a claim reaches: persons, one event, or a total over time or area."""

import re

from tasjil.model.acts import Level
from tasjil.model.edtf import Edtf
from tasjil.model.quantity import Quantity
from tasjil.read.english.times.dates import DateRead, DateRole

_CUES = (
    r"since",
    r"so far (?:this|in the)",
    r"(?:this|last|a|each|every|per) year",
    r"during the (?:war|conflict|civil war|past|last|first)",
    r"in the (?:past|last) (?:\w+ ){0,2}(?:days|weeks|months|years|decades?)",
    r"over the (?:past|last|next|course)",
    r"(?:\w+ )?years of",
    r"nationwide",
    r"across the (?:country|provinces?|coast|region)",
    r"throughout the (?:country|year)",
    r"(?:bringing|brought|brings|raising) the total",
    r"overall",
    r"up until that point",
    r"decades (?:of|during)",
    r"(?:two|three|\d+) decades",
    r"(?:each|every|per|a) (?:day|month)",
    r"between \w+ \d{4} and",
    r"from \w+ \d{4} to",
    r"in (?:19|20)\d\d",
    r"annually",
    r"wave of",
    r"in recent (?:days|weeks|months|years)",
    r"(?:toll|count|tally)[^.;]{0,60}? (?:stands?|stood) at",
)
_TOTAL = re.compile(rf"\b(?:{'|'.join(_CUES)})\b", re.IGNORECASE)
_LONG = re.compile(r"^(\d{4})-(\d\d)-(\d\d)/(\d{4})-(\d\d)-(\d\d)$")
_TOO_MANY = 1000
"""More than this in one event is told seldom: a period is the likelier reading."""

_A_COUPLE = 2
_A_DAY = len("2025-03-06")
_SINCE = re.compile(r"\b(?:since|so far|total|overall|to date)\b", re.IGNORECASE)
_BY_NAME = 20
_WIDE_AREA = 100
_SO_FAR = re.compile(r"\bha(?:ve|s) (?:been|now|so far|\w+ed)\b", re.IGNORECASE)


def level_of(
    quantity: Quantity,
    sentence: str,
    date: DateRead | None,
    *,
    named: bool,
    areas: int,
    places: int = 0,
) -> Level:
    """The level of one claim.

    Args:
        quantity: How many.
        sentence: The sentence it stands in.
        date: The date nearest to it.
        named: True where the victims have names or are one person's kin.
        places: How many places of any kind the sentence ties it to.
        areas: How many governorates or countries the sentence ties it to.
    """
    one = quantity.exact and quantity.low == 1
    few = (quantity.highest_stated or 0) <= _BY_NAME
    if one or (named and few):
        return Level.INDIVIDUAL
    if (quantity.highest_stated or 0) >= _TOO_MANY:
        return Level.AGGREGATE
    hundreds = (quantity.highest_stated or 0) >= _WIDE_AREA
    counted = date is not None and date.role is DateRole.UNTIL
    if hundreds and (places >= 2 or counted or _SO_FAR.search(sentence)):
        return Level.AGGREGATE
    if few and _is_one_day(date) and not _SINCE.search(sentence):
        return Level.INCIDENT
    many = quantity.highest_stated is None or quantity.highest_stated > 2
    if many and (_TOTAL.search(sentence) or _is_long(date) or areas >= 3):
        return Level.AGGREGATE
    return Level.INCIDENT


def _is_one_day(date: DateRead | None) -> bool:
    """True for a single day told outright."""
    return (
        date is not None
        and date.role is DateRole.AT
        and date.edtf is not None
        and len(date.edtf) == _A_DAY
    )


def _is_long(date: DateRead | None) -> bool:
    """True for a time of more than three days, or one that runs since a day."""
    if date is None:
        return False
    if date.role is DateRole.SINCE:
        return date.edtf is None or _is_wide(date.edtf)
    if date.edtf is None:
        return date.role is DateRole.DURING
    if len(date.edtf) in (4, 7):
        return True
    match = _LONG.match(date.edtf)
    return match is not None and _days(match) > 3


def _is_wide(edtf: str) -> bool:
    """False for "since this morning", which is a day."""
    days = Edtf.parse(edtf).days
    return days is None or days > _A_COUPLE


def _days(match: re.Match[str]) -> int:
    """About how many days an interval lasts."""
    y1, m1, d1, y2, m2, d2 = (int(g) for g in match.groups())
    return (y2 - y1) * 365 + (m2 - m1) * 30 + (d2 - d1)
