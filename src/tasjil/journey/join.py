"""A person says that two incidents are one."""

from datetime import datetime

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.journey.pairs import Desk, Relinked, Spoken
from tasjil.link.words import Pair
from tasjil.model.ids import ClaimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import Verdict


def join(
    case: Case,
    key: Key,
    incidents: tuple[str, str],
    because: str,
    at: datetime,
) -> Relinked:
    """Put two incidents together, and say what that does to the count.

    It is kept as a word on the two claims that they are named after, and on all pairs
    that somebody had called different.

    Args:
        case: The case.
        key: What opens its register.
        incidents: Their ids, or how these begin.
        because: Why.
        at: When.

    Raises:
        NotInRegister: There is no such incident.
        BadValue: They are one already, or of two acts; or there is no reason.
        NotAllowed: Whoever opened the register may not say what is one.
    """
    with open_register(case, key) as register:
        desk = Desk.of(case, register)
        return desk.keep(joining(desk, incidents, because, at))


def joining(
    desk: Desk, incidents: tuple[str, str], because: str, at: datetime
) -> Spoken:
    """Put into words that two incidents are one; nothing is kept.

    Raises:
        NotInRegister: There is no such incident.
        BadValue: They are one already, or of two acts; or there is no reason.
    """
    one, other = (desk.incident(each) for each in incidents)
    if one == other:
        raise BadValue("expected two incidents, found that they are one already")
    if one.act is not other.act:
        raise BadValue(
            f"expected two incidents of one act, found {one.act} and {other.act}; "
            "different acts are counted apart, and nobody is added up"
        )
    spoken = [first_pair(desk, incidents), *_called_different(desk, one, other)]
    words = desk.say(dict.fromkeys(spoken, Verdict.SAME), at, because)
    return Spoken(one.act, tuple(words))


def take_back_join(
    case: Case,
    key: Key,
    incidents: tuple[str, str],
    because: str,
    at: datetime,
) -> Relinked:
    """Take back that two incidents are one; they are what they were before.

    Args:
        case: The case.
        key: What opens its register.
        incidents: The ids that they had before they were put together.
        because: Why.
        at: When.

    Raises:
        NotInRegister: No incident has, or had, such an id.
        BadValue: Nobody put these two together.
    """
    with open_register(case, key) as register:
        desk = Desk.of(case, register)
        return desk.keep(unjoining(desk, incidents, because, at))


def unjoining(
    desk: Desk, incidents: tuple[str, str], because: str, at: datetime
) -> Spoken:
    """Put into words that two incidents were wrongly joined; nothing is kept.

    Raises:
        NotInRegister: No incident has, or had, such an id.
        BadValue: Nobody put these two together.
    """
    pair = first_pair(desk, incidents)
    if desk.said.get(pair) is not Verdict.SAME:
        raise BadValue(
            "expected two incidents that a person put together, by the ids they "
            "had before, found none; to divide what the program put together, use "
            "`tasjil split`"
        )
    act = desk.incident(incidents[0]).act
    return Spoken(act, tuple(desk.take_back(pair, at, because)))


def first_pair(desk: Desk, incidents: tuple[str, str]) -> Pair:
    """Give the two claims that two incidents are, or were, named after."""
    one, other = (desk.named_after(each) for each in incidents)
    return min(one, other), max(one, other)


def _called_different(desk: Desk, one: Incident, other: Incident) -> list[Pair]:
    sides = {claim: one.id for claim in one.claims}
    sides |= {claim: other.id for claim in other.claims}
    return [
        (a, b)
        for (a, b), verdict in desk.said.items()
        if verdict is Verdict.DIFFERENT
        and {sides.get(ClaimId(a)), sides.get(ClaimId(b))} == {one.id, other.id}
    ]
