"""A relay whose number differs from the first teller's as a slip of the pen would."""

import re
from collections.abc import Iterator

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.digits import Pen, slips_of_the_pen
from tasjil.count.reconcile.slips.likeness import ALIKE, word_likeness
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.statement import figure
from tasjil.count.reconcile.slips.tellings import Telling, Tellings, named_apart
from tasjil.model.ids import ReportId
from tasjil.model.reconciliation import Slip, SlipKind
from tasjil.model.same_figure import may_be_one_thing

SAYS = {
    Pen.SWAPPED: Says.SWAPPED,
    Pen.DROPPED: Says.DROPPED,
    Pen.MISTYPED: Says.MISTYPED,
}

NEXT_DAY = 1
"""Days within which a relay passes a figure on before the next one is there."""

LARGE = 100
"""Numbers from which two figures of one day are of one thing without a place."""

SHARED = 2
"""Other figures two reports share, from which they are of one statement."""

_GREW = re.compile(
    r"\b(?:rise|rose|risen|increas\w+|climb\w*|revis\w+|correct\w*|updat\w+|earlier"
    r"|previous\w*)\b|ارتفع\w*|ارتفاع|زاد\w*|صحح\w*|حدث\w*|سابق\w*",
    re.IGNORECASE,
)


def other_numbers(found: Tellings, evidence: Evidence) -> Iterator[Slip]:
    """Find relays that give a number one slip of the pen away from their first teller.

    Held against each other are figures of one teller, act, scope and day. Where
    somebody nearer gives the relay's own number too, or the words tell of a change,
    nobody slipped. A single digit that is another needs the same other figures beside
    it, or the same words, because a count that goes on changes single digits too.
    """
    beside = _beside(found)
    for (teller, act, number), told in found.items():
        for telling in told:
            slip = None
            for other_number, pen in slips_of_the_pen(number):
                for other in found.get((teller, act, other_number), ()):
                    if slip is None and _slipped(telling, other, pen, beside):
                        mine, theirs = named_apart(telling, other, evidence)
                        text = SAYS[pen].say(mine, number, theirs, other_number)
                        claims = (other.claim.id,)
                        slip = Slip(telling.claim.id, SlipKind.NUMBER, text, claims)
            if slip is not None and not _told_nearer(telling, told):
                yield slip


Beside = dict[ReportId, set[int]]


def _beside(found: Tellings) -> Beside:
    """Give the numbers of each report."""
    numbers: Beside = {}
    for (_, _, number), told in found.items():
        for telling in told:
            numbers.setdefault(telling.claim.report, set()).add(number)
    return numbers


def _told_nearer(telling: Telling, told: tuple[Telling, ...]) -> bool:
    """Tell whether somebody at least as near to the teller gives the same number."""
    return any(
        other is not telling
        and other.steps <= telling.steps
        and other.publisher != telling.publisher
        for other in told
    )


def _slipped(telling: Telling, other: Telling, pen: Pen, beside: Beside) -> bool:
    mine, theirs = telling.claim, other.claim
    told = beside[mine.report]
    if mine.report == theirs.report or _said(other) in told:
        return False
    if _GREW.search(mine.passage.quote) or not _same_day(telling, other):
        return False
    if not _one_thing(telling, other):
        return False
    shared = len(told & beside[theirs.report]) >= SHARED
    if telling.steps <= other.steps:
        return shared and telling.steps == other.steps
    alike = word_likeness(mine.passage.quote, theirs.passage.quote) >= ALIKE
    plain = pen is Pen.SWAPPED or (pen is Pen.DROPPED and telling.is_total)
    return plain or shared or alike


def _one_thing(telling: Telling, other: Telling) -> bool:
    """Compare scopes; small numbers must share a place that both of them tell."""
    mine, theirs = telling.claim, other.claim
    people = [
        (each.victims.status, each.victims.sex, each.victims.age_group)
        for each in (mine, theirs)
    ]
    placed = bool(mine.where and theirs.where)
    return (
        telling.is_part == other.is_part
        and telling.is_total == other.is_total
        and people[0] == people[1]
        and (placed or _said(telling) >= LARGE)
        and may_be_one_thing(mine, theirs)
    )


def _same_day(telling: Telling, other: Telling) -> bool:
    if telling.day is None or other.day is None:
        return False
    return 0 <= telling.day - other.day <= NEXT_DAY


def _said(telling: Telling) -> int:
    return figure(telling.claim)
