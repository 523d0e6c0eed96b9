"""Whether two tellings of one number are surely of one thing."""

from tasjil.count.reconcile.slips.tellings import Telling
from tasjil.model.folding import fold
from tasjil.model.reach import SETTLEMENTS

SPEAKS_FOR_ITSELF = 30
"""Numbers from which one teller hardly gives the same for two things in a week."""

SPEAKS_OF_A_PLACE = 3
"""The same for one settlement: one killed there is told more than once a week."""

ALIKE = 0.5
"""Share of common words (Jaccard) from which two sentences are one text."""

SOON = 7
"""Days within which a figure is passed on."""


def surely_one(telling: Telling, other: Telling) -> bool:
    """Tell whether a relay's figure is that of a telling nearer to the source.

    It must be told within days, and where the number is small, something more must be
    the same: the settlement, the day, names, most of the words; or the relay names the
    publisher of the other. A monitor counts three dead more than once.
    """
    if telling.day is None or other.day is None or telling.is_total != other.is_total:
        return False
    days = telling.day - other.day
    if not (days >= 0 or telling.steps == other.steps) or abs(days) > SOON:
        return False
    number = telling.claim.quantity.highest_stated or 0
    quotes = telling.claim.passage.quote, other.claim.passage.quote
    return (
        number >= SPEAKS_FOR_ITSELF
        or other.publisher in telling.origin.chain[1:]
        or (number >= SPEAKS_OF_A_PLACE and _share_a_settlement(telling, other))
        or _share_a_name(telling, other)
        or word_likeness(*quotes) >= ALIKE
    )


def _share_a_settlement(one: Telling, other: Telling) -> bool:
    """Compare settlements by name, so that two of one name are compared further."""
    mine, theirs = (
        {
            fold(where.name or where.text)
            for where in telling.claim.where
            if where.level in SETTLEMENTS
        }
        for telling in (one, other)
    )
    return bool(mine & theirs)


def _share_a_name(one: Telling, other: Telling) -> bool:
    mine = {fold(name) for claim in one.claims for name in claim.victims.names}
    theirs = {fold(name) for claim in other.claims for name in claim.victims.names}
    return bool(mine & theirs)


def word_likeness(one: str, other: str) -> float:
    """Give the share of words two sentences have in common (Jaccard).

    Example:
        >>> word_likeness("Twelve people were killed", "Twelve were killed")
        0.75
    """
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    together = mine | theirs
    return len(mine & theirs) / len(together) if together else 0.0
