"""A relay that says civilians where the first teller said persons."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.likeness import surely_one
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.tellings import (
    LOOKED_AT,
    Telling,
    Tellings,
    named_apart,
)
from tasjil.count.reconcile.words import status_words
from tasjil.model.claim import Claim
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.reconciliation import Slip, SlipKind
from tasjil.model.same_figure import may_be_one_thing

_CIVILIANS = re.compile(r"\bcivilians?\b|\bnon-?combatants?\b|مدني", re.IGNORECASE)
_PERSONS = re.compile(
    r"\b(?:people|persons?|individuals|victims|dead|deaths|killings|residents|bodies)\b"
    r"|شخص|أشخاص|اشخاص|ضحي[ةه]|ضحايا|قتيل|قتلى|القتلى|نسمة",
    re.IGNORECASE,
)

LARGE = 100
"""Numbers that two relays hardly have from two statements of one teller."""


def other_people(found: Tellings, evidence: Evidence) -> Iterator[Slip]:
    """Find relays that count other people than the tellings nearer to the source.

    Silence is no contradiction: the nearer telling must say "persons" or another
    status in so many words. A relay that says "people" of civilians is true, if less
    exact, and is left alone.
    """
    for (_, _, number), told in found.items():
        totals = [each for each in told[:LOOKED_AT] if each.is_total]
        for telling in totals:
            nearer = [each for each in totals if each.steps < telling.steps]
            if any(_said(each) is _said(telling) for each in nearer):
                continue
            held = (o for o in totals if _contradicts(telling, o, number))
            other = next(held, None)
            if other is not None:
                yield _slip(telling, other, number, evidence)


def _contradicts(telling: Telling, other: Telling, number: int) -> bool:
    """Tell whether a telling at least as near to the source counts other people."""
    mine, theirs = _said(telling), _said(other)
    both = {mine, theirs}
    if None in both or mine is theirs or Status.CIVILIAN not in both:
        return False
    if mine is Status.UNKNOWN or telling.steps == 1:
        return False
    if telling.is_part is not other.is_part and number < LARGE:
        return False
    farther = other.steps < telling.steps
    level = other.steps == telling.steps and number >= LARGE
    told_so = farther or (level and theirs is Status.UNKNOWN)
    return (
        told_so
        and surely_one(telling, other)
        and may_be_one_thing(_anybody(telling.claim), other.claim)
    )


def _anybody(claim: Claim) -> Claim:
    return replace(claim, victims=VictimGroup())


def _said(telling: Telling) -> Status | None:
    """Give whom it counts by its words: unknown for "persons", None for silence."""
    words = [claim.victims.text or "" for claim in telling.claims]
    told = {claim.victims.status for claim in telling.claims} - {Status.UNKNOWN}
    if Status.CIVILIAN in told:
        clear = any(map(_CIVILIANS.search, words))
        return Status.CIVILIAN if clear else None
    if told:
        return min(told)
    return Status.UNKNOWN if any(map(_PERSONS.search, words)) else None


def _slip(telling: Telling, other: Telling, number: int, evidence: Evidence) -> Slip:
    mine, theirs = named_apart(telling, other, evidence)
    said, before = _said(telling), _said(other)
    if said is Status.CIVILIAN and before is Status.UNKNOWN:
        sure = other.steps < telling.steps
        says = Says.CIVILIANS if sure else Says.MAY_BE_CIVILIANS
        text = says.say(mine, number, theirs)
    else:
        counted = [status_words(each or Status.UNKNOWN) for each in (said, before)]
        text = Says.OTHER_STATUS.say(mine, number, counted[0], theirs, counted[1])
    return Slip(telling.claim.id, SlipKind.STATUS, text, (other.claim.id,))
