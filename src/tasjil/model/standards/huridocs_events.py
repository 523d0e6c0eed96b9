"""Lists of HURIDOCS for events and for the work on them, in our own words.

Source: HURIDOCS, Events Standard Formats and micro-thesauri (2001), whose keepers say
to use a portion and adapt it.
"""

from tasjil.model.defined import Defined


class CountingUnit(Defined):
    """What one entry about people counts (HURIDOCS)."""

    INDIVIDUAL = "individual", "One person."
    FAMILY = "family", "A family or household, whatever its size."
    ORGANISATION = (
        "organisation",
        "A body with members: a party, a union, an association.",
    )
    COMMUNITY = "community", "People who live together in one place."
    SOCIAL_GROUP = (
        "social group",
        "People who share a trait, a trade or a belief, wherever they live.",
    )
    PEOPLE = "people in general", "Nobody in particular: the public, passers-by."


class ViolationStatus(Defined):
    """Whether an event is established, and whether it is a violation (HURIDOCS)."""

    CONFIRMED_VIOLATION = (
        "confirmed: violation",
        "It happened, and it is a violation of human rights.",
    )
    CONFIRMED_SIMILAR = (
        "confirmed: similar act",
        "It happened; it is like a violation, but by somebody who is not bound by the "
        "same law.",
    )
    CONFIRMED_NOT = "confirmed: not a violation", "It happened, and it is no violation."
    LIKELY = "likely", "More speaks for it than against it."
    POSSIBLE = "possible", "It may have happened; little is known."
    UNLIKELY = "unlikely", "More speaks against it than for it."
    UNKNOWN = "unknown", "Nobody has looked into it yet, or nothing can be said."


class Monitoring(Defined):
    """Whether anybody still works on an event (HURIDOCS)."""

    ACTIVE = "active", "Somebody is gathering information on it now."
    PENDING = "pending", "It waits for information or for a decision."
    CLOSED = "closed", "Nothing more is done, unless something new comes in."


class Priority(Defined):
    """How soon an event is to be worked on (HURIDOCS)."""

    URGENT = "urgent", "At once: lives may depend on it."
    HIGH = "high", "Before the ordinary work."
    NORMAL = "normal", "In its turn."
    LOW = "low", "When there is time."
    REJECTED = "rejected", "Not to be worked on; the entry is kept."


class DateType(Defined):
    """How a written date falls short of the day (HURIDOCS)."""

    ESTIMATE = "estimate", "The whole date is a guess by the one who recorded it."
    DAY_UNKNOWN = "day unknown", "Month and year are told; the day is not."
    DAY_AND_MONTH_UNKNOWN = "day and month unknown", "Only the year is told."


class EventLink(Defined):
    """How one event stands to another (HURIDOCS)."""

    PRECEDES = "precedes", "It came before the other."
    FOLLOWS = "follows", "It came after the other."
    CAUSES = "causes", "It brought the other about."
    CONSEQUENCE = "consequence of", "The other brought it about."
    PARALLEL = "parallel", "Both happened side by side."
    CONTAINS = "contains", "The other is one part of it."
    PART_OF = "part of", "It is one part of the other."
