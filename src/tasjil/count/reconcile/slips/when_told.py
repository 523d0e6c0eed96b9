"""A relay that puts a figure on other days than the first teller."""

from collections.abc import Iterator

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.likeness import surely_one
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.tellings import (
    LOOKED_AT,
    Telling,
    Tellings,
    named_apart,
)
from tasjil.model.edtf import Edtf
from tasjil.model.edtf_parts import EdtfPrecision
from tasjil.model.reconciliation import Slip, SlipKind
from tasjil.model.same_figure import places_meet, statuses_meet

LONGEST_DAY = 2
"""Days that can still be one day told loosely: a night, a day and the next morning."""

A_WHILE = 4
"""Days from which a period is no longer one day told loosely."""


def other_days(found: Tellings, evidence: Evidence) -> Iterator[Slip]:
    """Find relays whose days cannot be those of the tellings nearer to the source.

    A month for a period inside it is the same told less finely, and a later end is a
    count that goes on; neither is a slip.
    """
    for (_, _, number), told in found.items():
        wholes = [each for each in told[:LOOKED_AT] if not each.is_part and _edtf(each)]
        for at, telling in enumerate(wholes):
            nearer = [each for each in wholes[:at] if _one_figure(telling, each)]
            if nearer and all(_apart(telling, each) for each in nearer):
                yield _slip(telling, nearer[0], number, evidence)


def _one_figure(telling: Telling, other: Telling) -> bool:
    mine, theirs = telling.claim, other.claim
    return (
        telling.steps > 1
        and places_meet(mine.where, theirs.where)
        and statuses_meet(mine.victims.status, theirs.victims.status)
        and surely_one(telling, other)
    )


def _apart(telling: Telling, other: Telling) -> bool:
    """Tell whether days differ by more than how finely they are told."""
    mine, theirs = _edtf(telling), _edtf(other)
    if mine is None or theirs is None:
        return False
    if not mine.overlaps(theirs):
        return True
    days = mine.days, theirs.days
    one_day = [each is not None and each <= LONGEST_DAY for each in days]
    a_while = [each is None or each >= A_WHILE for each in days]
    if one_day[0] and a_while[1]:
        return theirs.precision is EdtfPrecision.INTERVAL
    return _starts_apart(mine, theirs)


def _starts_apart(mine: Edtf, theirs: Edtf) -> bool:
    """Compare first days, where both tell the day."""
    fine = (EdtfPrecision.DAY, EdtfPrecision.INTERVAL)
    first, other = mine.earliest, theirs.earliest
    if mine.precision not in fine or theirs.precision not in fine:
        return False
    return first is not None and other is not None and first != other


def _edtf(telling: Telling) -> Edtf | None:
    told = next((claim.when.edtf for claim in telling.claims if claim.when.edtf), None)
    return None if told is None else Edtf.parse(told)


def _slip(telling: Telling, other: Telling, number: int, evidence: Evidence) -> Slip:
    mine, theirs = named_apart(telling, other, evidence)
    when, before = _edtf(telling), _edtf(other)
    days = [each.text if each else "unknown" for each in (when, before)]
    return Slip(
        claim=telling.claim.id,
        kind=SlipKind.DATE,
        text=Says.OTHER_DAYS.say(mine, days[0], number, theirs, days[1]),
        claims=(other.claim.id,),
    )
