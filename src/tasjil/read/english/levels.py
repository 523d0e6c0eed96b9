"""How wide a claim reaches: particular persons, one event, or a total over time or area."""

import re

from tasjil.model.acts import Level
from tasjil.model.quantity import Quantity
from tasjil.read.english.dates import DateRead, DateRole

_TOTAL = re.compile(
    r"\b(?:since|so far this|this year|last year|during the (?:war|conflict|civil war|past|last|first)|"
    r"in the (?:past|last) (?:\w+ )?(?:few |several )?(?:days|weeks|months|years|decade|decades)|over the (?:past|last|next|course)|"
    r"in (?:the )?(?:\w+ )?years of|nationwide|across the (?:country|province|provinces|coast|region)|throughout the (?:country|year)|"
    r"(?:bringing|brought|brings|raising) the total|overall|up until that point|so far in the|since the (?:start|beginning|outbreak)|a year|every (?:day|year|month)|"
    r"decades of|decades during|(?:two|three|\d+) decades|"
    r"each (?:day|year|month)|between \w+ \d{4} and|from \w+ \d{4} to|per (?:day|month|year)|"
    r"number of (?:dead|deaths|killed|victims|people killed)[\w\s]{0,30}(?:since|in \d{4}|during)|"
    r"in 19\d\d|in 20\d\d|annually|wave of|in recent (?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
_LONG = re.compile(r"^(\d{4})-(\d\d)-(\d\d)/(\d{4})-(\d\d)-(\d\d)$")
_TOO_MANY = 3000
"""More than this in one event is told so seldom that a period is the likelier reading."""

_SPAN_ROLES = frozenset({DateRole.SINCE, DateRole.DURING, DateRole.UNTIL})


def level_of(
    quantity: Quantity, sentence: str, date: DateRead | None, *, named: bool, areas: int
) -> Level:
    """The level of one claim.

    Args:
        quantity: How many.
        sentence: The sentence it stands in.
        date: The date nearest to it.
        named: True where the victims have names or are one person's kin.
        areas: How many governorates or countries the sentence ties it to.
    """
    one = quantity.exact and quantity.low == 1
    if named or one:
        return Level.INDIVIDUAL
    if (quantity.highest_stated or 0) >= _TOO_MANY:
        return Level.AGGREGATE
    many = quantity.highest_stated is None or quantity.highest_stated > 2
    if many and (_TOTAL.search(sentence) or _is_long(date) or areas >= 3):
        return Level.AGGREGATE
    return Level.INCIDENT


def _is_long(date: DateRead | None) -> bool:
    """True for a time of more than three days, or one that runs since a day."""
    if date is None:
        return False
    if date.role in _SPAN_ROLES and date.role is not DateRole.UNTIL:
        return True
    if date.edtf is None:
        return False
    if len(date.edtf) in (4, 7):
        return True
    match = _LONG.match(date.edtf)
    return match is not None and _days(match) > 3


def _days(match: re.Match[str]) -> int:
    """About how many days an interval lasts."""
    y1, m1, d1, y2, m2, d2 = (int(g) for g in match.groups())
    return (y2 - y1) * 365 + (m2 - m1) * 30 + (d2 - d1)
