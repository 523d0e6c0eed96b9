"""Whether two tellings of one number are surely of one thing."""

from tasjil.count.reconcile.slips.tellings import Telling
from tasjil.model.folding import fold
from tasjil.model.reach import SETTLEMENTS

SPEAKS_FOR_ITSELF = 30
"""Numbers from which one teller hardly gives the same for two things in a week."""

SPEAKS_OF_A_PLACE = 10
"""The same for one settlement on one list of places, or one day."""

ALIKE = 0.5
"""Share of common words (Jaccard) from which two sentences are one text."""

SOON = 7
"""Days within which a figure is passed on."""


def surely_one(telling: Telling, other: Telling) -> bool:
    """Tell whether a relay's figure is that of a telling nearer to the source.

    It must be told soon after, and where the number is small, names or most of the
    words must be the same: a monitor counts three dead in a village more than once.
    """
    if telling.day is None or other.day is None:
        return False
    if not 0 <= telling.day - other.day <= SOON:
        return False
    number = telling.claim.quantity.highest_stated or 0
    quotes = telling.claim.passage.quote, other.claim.passage.quote
    return (
        number >= SPEAKS_FOR_ITSELF
        or (number >= SPEAKS_OF_A_PLACE and _one_settlement_or_day(telling, other))
        or _share_names(telling, other)
        or word_likeness(*quotes) >= ALIKE
    )


def _one_settlement_or_day(one: Telling, other: Telling) -> bool:
    mine, theirs = one.claim, other.claim
    settled = [
        {each.place for each in claim.where if each.level in SETTLEMENTS}
        for claim in (mine, theirs)
    ]
    shared = (settled[0] & settled[1]) - {None}
    return bool(shared) or (
        mine.when.edtf is not None and mine.when.edtf == theirs.when.edtf
    )


def word_likeness(one: str, other: str) -> float:
    """Give the share of words two sentences have in common (Jaccard).

    Example:
        >>> word_likeness("Twelve people were killed", "Twelve were killed")
        0.75
    """
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    together = mine | theirs
    return len(mine & theirs) / len(together) if together else 0.0


def _share_names(one: Telling, other: Telling) -> bool:
    mine = {fold(name) for claim in one.claims for name in claim.victims.names}
    theirs = {fold(name) for claim in other.claims for name in claim.victims.names}
    return bool(mine & theirs)
