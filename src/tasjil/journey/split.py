"""A person says that some claims of an incident tell of another."""

from collections.abc import Collection, Sequence
from datetime import datetime

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.journey.pairs import Desk, Relinked, Spoken, pairs, refuse_too_many
from tasjil.link.words import Pair
from tasjil.model.ids import ClaimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import Judgement, Verdict

MOST_PAIRS = 5_000
"""Of claims that are called different at once."""


def split(
    case: Case,
    key: Key,
    incident: str,
    claims: Sequence[str],
    because: str,
    at: datetime,
) -> Relinked:
    """Take claims out of an incident, and say what that does to the count.

    It is kept as a word on each of them with each that stays: so what was put together
    comes apart exactly as it was. Parts ("including three children") go with their
    whole. Those that stay, stay together.

    Args:
        case: The case.
        key: What opens its register.
        incident: Its id, or how it begins.
        claims: The ids of the claims that tell of another incident.
        because: Why.
        at: When.

    Raises:
        NotInRegister: There is no such incident, or it has no such claim.
        BadValue: No claim would stay, or there are too many pairs at once.
        NotAllowed: Whoever opened the register may not say what is one.
    """
    with open_register(case, key) as register:
        desk = Desk.of(case, register)
        return desk.keep(splitting(desk, incident, claims, because, at))


def splitting(
    desk: Desk, incident: str, claims: Sequence[str], because: str, at: datetime
) -> Spoken:
    """Put into words that claims tell of another incident; nothing is kept.

    Raises:
        NotInRegister: There is no such incident, or it has no such claim.
        BadValue: No claim would stay, or there are too many pairs at once.
    """
    whole = desk.incident(incident)
    out = _with_parts(desk, whole, _of(whole, claims))
    stay = [claim for claim in whole.claims if claim not in out]
    if not stay:
        raise BadValue(
            "expected some claims that stay in the incident, found that all would "
            "leave it; name those of one side alone"
        )
    refuse_too_many(len(out) * len(stay), MOST_PAIRS)
    said: dict[Pair, Verdict] = dict.fromkeys(pairs(out, stay), Verdict.DIFFERENT)
    words = desk.say(said, at, because)
    said |= dict.fromkeys(_ties(desk, words, stay), Verdict.SAME)
    return Spoken(whole.act, tuple(desk.say(said, at, because)))


def take_back_split(
    case: Case,
    key: Key,
    incident: str,
    claims: Sequence[str],
    because: str,
    at: datetime,
) -> Relinked:
    """Take back that claims tell of another incident than the one named.

    Args:
        case: The case.
        key: What opens its register.
        incident: The one they were taken out of.
        claims: The claims that were taken out.
        because: Why.
        at: When.

    Raises:
        NotInRegister: There is no such incident.
        BadValue: Nobody took these claims out of it.
    """
    with open_register(case, key) as register:
        desk = Desk.of(case, register)
        return desk.keep(unsplitting(desk, incident, claims, because, at))


def unsplitting(
    desk: Desk, incident: str, claims: Sequence[str], because: str, at: datetime
) -> Spoken:
    """Put into words that claims were wrongly taken out; nothing is kept.

    Raises:
        NotInRegister: There is no such incident.
        BadValue: Nobody took these claims out of it.
    """
    whole = desk.incident(incident)
    asked = set(pairs(map(_plain, claims), whole.claims))
    spoken = [
        each.pair
        for each in desk.held.judgements
        if each.pair in asked and desk.said.get(each.pair) is Verdict.DIFFERENT
    ]
    if not spoken:
        raise BadValue(
            "expected claims that a person took out of this incident, found none; "
            "name the incident that they were taken out of"
        )
    return Spoken(whole.act, tuple(desk.take_back(spoken[-1], at, because)))


def _plain(claim: str) -> ClaimId:
    return ClaimId(claim.strip().removeprefix("claim/"))


def _of(whole: Incident, claims: Sequence[str]) -> set[ClaimId]:
    out = set(map(_plain, claims))
    if not out.issubset(whole.claims):
        raise NotInRegister(
            "expected claims of this incident, found another; `tasjil trace CASE "
            f"incident/{whole.id}` lists its claims"
        )
    return out


def _with_parts(desk: Desk, whole: Incident, out: set[ClaimId]) -> list[ClaimId]:
    """Take the parts of a group along where all that is told of the group leaves."""
    nesting, known = desk.counted.evidence.nesting, desk.held.claims
    here = [known[claim] for claim in whole.claims]
    stay = {
        (claim.report, claim.group)
        for claim in here
        if claim.id not in out and not nesting.is_part(claim)
    }
    leave = {(known[id].report, known[id].group) for id in out} - stay
    parts = {
        claim.id
        for claim in here
        if nesting.is_part(claim)
        and any((claim.report, group) in leave for group in nesting.above(claim))
    }
    return sorted(out | parts)


def _ties(
    desk: Desk, words: Sequence[Judgement], stay: Collection[ClaimId]
) -> list[Pair]:
    """Give what keeps the rest together, where it was one through what leaves."""
    after = desk.with_words(words)
    left = sorted(
        min(set(stay).intersection(each.claims))
        for each in after.incidents
        if not set(stay).isdisjoint(each.claims)
    )
    return [(one, other) for one, other in zip(left, left[1:], strict=False)]
