"""The words for what is missing; the site has each of them in Arabic as well."""

from tasjil.model.missing import GapKind, Part

WHAT = {
    Part.NUMBER: "how many they were",
    Part.IDENTITY: "who they were",
    Part.STATUS: "whether they were civilians",
    Part.CAUSE: "what harmed them",
    Part.PERPETRATOR: "who did it",
    Part.PLACE: "where it was",
    Part.TIME: "when it was",
}

_FIXED = {
    GapKind.UNTOLD: "nobody tells {what}",
    GapKind.ONE_TELLER: "one first teller alone tells {what}",
    GapKind.VAGUE: "nobody tells more closely {what}",
    GapKind.UNSIGNED: "one person established {what}, and no second one has signed",
    GapKind.IN_PART: "only some of them are named",
    GapKind.CONTRADICTED: "first tellers contradict each other on {what}",
}


def of_kind(part: Part, kind: GapKind) -> str:
    """Say what is missing, without the numbers of one incident.

    Example:
        >>> of_kind(Part.PERPETRATOR, GapKind.ONE_TELLER)
        'one first teller alone tells who did it'
    """
    return _FIXED[kind].format(what=WHAT[part])


def named_in_part(named: int, people: int) -> str:
    """Say how many have a name.

    Example:
        >>> named_in_part(4, 13)
        '4 of at least 13 are named'
    """
    return f"{named} of at least {people} are named"


def exclude_each_other(most: int, fewest: int) -> str:
    """Say that two numbers cannot both hold.

    Example:
        >>> exclude_each_other(24, 38)
        'no more than 24 and no fewer than 38 cannot both be so'
    """
    return f"no more than {most} and no fewer than {fewest} cannot both be so"


def statuses_exclude(one: str, other: str) -> str:
    """Say that two tellers give all the victims another status."""
    return f"all of them {one} and all of them {other} cannot both be so"


def two_parties(one: str, other: str) -> str:
    """Say that tellers name different parties."""
    return f'one teller says that "{one}" did it, another "{other}"'


def denied(party: str) -> str:
    """Say that somebody is named, and denied to have done it."""
    return f'"{party}" is said to have done it, and this is denied'


def would_verify(people: int) -> str:
    """Say by how much verified would rise."""
    return f"verified would rise by at least {people}"


def would_close(low: int, high: int) -> str:
    """Say by how much a range would close.

    Example:
        >>> would_close(13, 61)
        'the range 13 to 61 would close by 48'
    """
    return f"the range {low} to {high} would close by {high - low}"


NO_CEILING = "it would have a ceiling: nobody tells how many they were"


def would_raise_the_floor(people: int, because: str) -> str:
    """Say by how much the floor would rise, and what must be certain for it."""
    return f"the floor would rise by {people}, once it is certain {because}"


ANOTHER = "that it is an incident of its own"
IN_SCOPE = "that it lies in the scope"


def would_leave(part: Part, people: int) -> str:
    """Say how many would leave an unknown row.

    Example:
        >>> would_leave(Part.STATUS, 13)
        'at least 13 would no longer be counted as unknown by status'
    """
    return f"at least {people} would no longer be counted as unknown by {part}"
