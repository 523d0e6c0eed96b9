"""What first tellers say of one incident, part by part: where they agree and clash."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from tasjil.assess.parties import named_party, other_party
from tasjil.model.acts import PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim
from tasjil.model.defined import Defined
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import LEFT_OUT, ClaimState
from tasjil.model.missing import Part
from tasjil.model.persons import Status
from tasjil.model.places import Where
from tasjil.model.tally import Origin

MOST_COMPARED = 20
"""First tellers of one incident that are held against each other pair by pair."""


class Accord(Defined):
    """How what first tellers say of one part goes together."""

    CLASH = "clash", "They say what cannot all be so."
    DIFFER = "differ", "They say it in different ways that can all be so."
    AGREE = "agree", "All who tell it say the same."
    ONE = "one", "One first teller alone tells it."
    NOBODY = "nobody", "Nobody tells it."


@dataclass(frozen=True, slots=True)
class Compared:
    """One part of an incident.

    Attributes:
        told: The claims that tell it, by the key of their first teller.
    """

    part: Part
    accord: Accord
    told: Mapping[str, tuple[Claim, ...]]


def standing_of(
    claims: Iterable[Claim], states: Mapping[ClaimId, ClaimState]
) -> tuple[Claim, ...]:
    """Give the claims that nobody rejected or put another in the place of."""
    return tuple(
        each
        for each in claims
        if states.get(each.id, ClaimState.PROPOSED) not in LEFT_OUT
    )


def side_by_side(
    claims: Iterable[Claim], origins: Mapping[ClaimId, Origin]
) -> tuple[Compared, ...]:
    """Hold what first tellers say of an incident against each other.

    What one teller says in several ways is told by that one: only different tellers
    clash. A date that holds another, or a place that lies in another, is said in
    another way, and no clash.

    Args:
        claims: Those of the incident that nobody rejected.
        origins: The first teller of each; a claim without one has its report's.

    Example:
        >>> [str(each.accord) for each in side_by_side([], {})][:2]
        ['nobody', 'nobody']
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    return tuple(_compared(part, ordered, origins) for part in Part)


def _compared(
    part: Part, claims: Sequence[Claim], origins: Mapping[ClaimId, Origin]
) -> Compared:
    tells, same, clash = RULES[part]
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if tells(claim):
            origin = origins.get(claim.id)
            told[claim.report if origin is None else origin.key].append(claim)
    kept = {key: tuple(found) for key, found in told.items()}
    return Compared(part, _accord(list(kept.values()), same, clash), kept)


Told = tuple[Claim, ...]
Rule = Callable[[Told, Told], bool]


def _accord(told: Sequence[Told], same: Rule, clash: Rule) -> Accord:
    if not told:
        return Accord.NOBODY
    if len(told) == 1:
        return Accord.ONE
    pairs = list(combinations(islice(told, MOST_COMPARED), 2))
    if any(clash(one, other) for one, other in pairs):
        return Accord.CLASH
    return Accord.AGREE if all(same(*pair) for pair in pairs) else Accord.DIFFER


def span_told(claims: Sequence[Claim]) -> tuple[int, int | None]:
    """Give the fewest and the most people that one teller's claims stand for.

    Groups of one report are added; a part is in its whole; several reports of one
    teller span what they say.
    """
    reports: dict[str, list[Claim]] = defaultdict(list)
    for claim in _wholes(claims):
        reports[claim.report].append(claim)
    spans = [_added(found) for found in reports.values()]
    highs = [high for _, high in spans if high is not None]
    low = min((low for low, _ in spans), default=0)
    return low, max(highs) if spans and len(highs) == len(spans) else None


def _wholes(claims: Sequence[Claim]) -> list[Claim]:
    known = [each for each in claims if each.quantity.known]
    return [each for each in known if each.part_of is None] or known


def _added(claims: Sequence[Claim]) -> tuple[int, int | None]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.group].append(claim)
    low, high = 0, 0
    is_open = False
    for found in groups.values():
        low += min(each.quantity.low or 0 for each in found)
        highs = [each.quantity.high for each in found]
        is_open = is_open or None in highs
        high += max((each for each in highs if each is not None), default=0)
    return low, None if is_open else high


def _numbers_clash(one: Told, other: Told) -> bool:
    (low, high), (least, most) = span_told(one), span_told(other)
    return (high is not None and high < least) or (most is not None and most < low)


def _same_number(one: Told, other: Told) -> bool:
    return span_told(one) == span_told(other)


def _names(told: Told) -> frozenset[str]:
    return frozenset(fold(name) for each in told for name in each.victims.names)


def _statuses(told: Told) -> frozenset[str]:
    return frozenset(str(each.victims.status) for each in told)


def _causes(told: Told) -> frozenset[str]:
    return frozenset(str(each.cause) for each in told)


def _parties(told: Told) -> frozenset[str]:
    return frozenset(fold(each.perpetrator.text or "") for each in told)


def _denies(claim: Claim) -> bool:
    return claim.perpetrator.stance is PerpetratorStance.DENIED


def _parties_clash(one: Told, other: Told) -> bool:
    """Two name parties that can only be different, or one denies what another says."""
    if all(map(_denies, one)) != all(map(_denies, other)):
        return True
    mine, theirs = (
        [named_party(each.perpetrator.text or "") for each in told]
        for told in (one, other)
    )
    return all(other_party(a, b) for a in mine for b in theirs)


def _places(told: Told) -> list[Where]:
    return [where for each in told for where in each.where]


def _places_clash(one: Told, other: Told) -> bool:
    """Neither names a place that is, holds, or lies in one of the other's."""
    return not any(_may_be_one(a, b) for a in _places(one) for b in _places(other))


def _may_be_one(a: Where, b: Where) -> bool:
    if a.place is None or b.place is None:
        return True
    return a.place == b.place or a.place in b.within or b.place in a.within


def _place_ids(told: Told) -> frozenset[str]:
    return frozenset(str(where.place or fold(where.text)) for where in _places(told))


def _times(told: Told) -> list[Edtf]:
    return [Edtf.parse(each.when.edtf) for each in told if each.when.edtf is not None]


def _times_clash(one: Told, other: Told) -> bool:
    return not any(a.overlaps(b) for a in _times(one) for b in _times(other))


def _dates(told: Told) -> frozenset[str]:
    return frozenset(each.text for each in _times(told))


def _alike(what: Callable[[Told], frozenset[str]]) -> Rule:
    return lambda one, other: what(one) == what(other)


def _apart(what: Callable[[Told], frozenset[str]]) -> Rule:
    return lambda one, other: what(one).isdisjoint(what(other))


def _never(one: Told, other: Told) -> bool:
    """One who names more people contradicts nobody."""
    return False


RULES: dict[Part, tuple[Callable[[Claim], bool], Rule, Rule]] = {
    Part.NUMBER: (
        lambda claim: claim.quantity.known and claim.stance is not Stance.DENIED,
        _same_number,
        _numbers_clash,
    ),
    Part.IDENTITY: (lambda claim: bool(claim.victims.names), _alike(_names), _never),
    Part.STATUS: (
        lambda claim: claim.victims.status is not Status.UNKNOWN,
        _alike(_statuses),
        _apart(_statuses),
    ),
    Part.CAUSE: (
        lambda claim: claim.cause is not Cause.UNKNOWN,
        _alike(_causes),
        _apart(_causes),
    ),
    Part.PERPETRATOR: (
        lambda claim: claim.perpetrator.text is not None,
        _alike(_parties),
        _parties_clash,
    ),
    Part.PLACE: (lambda claim: bool(claim.where), _alike(_place_ids), _places_clash),
    Part.TIME: (
        lambda claim: claim.when.edtf is not None,
        _alike(_dates),
        _times_clash,
    ),
}
"""Which claims tell a part, when two tellers say the same, and when they clash."""
