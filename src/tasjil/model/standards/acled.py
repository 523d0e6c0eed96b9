"""Codes of the Armed Conflict Location & Event Data project (ACLED), in our own words.

Source: ACLED's codebook and knowledge base. It takes the most conservative figure where
sources differ, and does not verify deaths itself.
"""

from tasjil.model.defined import DefinedCode


class GeoPrecision(DefinedCode):
    """How exactly an event's place is known (ACLED, `geo_precision`)."""

    TOWN = 1, "The town or village is known."
    NEARBY = 2, "Near a known town, or in a part of a region."
    REGION = (
        3,
        "Only the region is known; its capital's coordinates stand in for it, so they "
        "must not be drawn as a point.",
    )


class TimePrecision(DefinedCode):
    """How exactly an event's date is known (ACLED, `time_precision`)."""

    DAY = 1, "The day is known."
    WEEK = 2, "The week is known."
    MONTH = 3, "Only the month is known."


class ActorKind(DefinedCode):
    """What kind an actor is (ACLED, `inter1` and `inter2`).

    Which of the two actors comes first says nothing about who attacked whom.
    """

    STATE = 1, "The forces of a state."
    REBEL = 2, "A group that fights to replace a government or to break away."
    POLITICAL_MILITIA = 3, "An armed group with political ends other than power."
    IDENTITY_MILITIA = 4, "An armed group formed round a community, a faith or a place."
    RIOTERS = 5, "People who use violence in a demonstration or a mob."
    PROTESTERS = 6, "People who demonstrate without violence."
    CIVILIANS = 7, "People who are attacked and are not organised or armed."
    EXTERNAL = 8, "Forces from outside the state, or of another sort than these."


def interaction(one: ActorKind, other: ActorKind | None = None) -> int:
    """Write ACLED's two-digit code for who met whom; the lower kind comes first.

    Example:
        >>> interaction(ActorKind.CIVILIANS, ActorKind.STATE)
        17
        >>> interaction(ActorKind.PROTESTERS)
        60
    """
    if other is None:
        return one * 10
    low, high = sorted((one, other))
    return low * 10 + high
