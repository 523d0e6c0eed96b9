"""What is odd about a table, said before anyone estimates from it."""

from dataclasses import dataclass

from tasjil.model.defined import Defined


class FindingKind(Defined):
    """Something about lists or counts that a person should look at."""

    EMPTY = "empty list", "Nobody is on the list."
    IDENTICAL = "identical lists", "The same people are on two lists: one is a copy."
    NESTED = (
        "nested lists",
        "Everyone on one list is on another: it was passed on, not seen again.",
    )
    UNION = "union of lists", "A list is others put together, and sees nobody itself."
    SMALL = "small list", "A list has so few people that what it shares is chance."
    APART = "list apart", "A list shares nobody with any other."
    GROUPS = (
        "groups that share nobody",
        "The lists fall into groups without a common person: separate populations, "
        "or records that were not linked.",
    )
    SINGLETONS = "mostly on one list", "Nearly everyone is on a single list."
    REPEATED = "repeated rows", "One pattern of lists stands in several rows."
    ROUNDED = "rounded counts", "The counts end in 0 or 5 too often."
    EQUAL = "equal counts", "One count of people stands in too many rows."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is odd, with its lists and numbers.

    Attributes:
        words: What was found and what to look at, in English.
        lists: The lists it is about.
        people: How many people it is about; None where it is about rows.
    """

    kind: FindingKind
    words: str
    lists: tuple[str, ...] = ()
    people: int | None = None
