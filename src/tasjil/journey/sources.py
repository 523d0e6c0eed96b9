"""Says who tells, whom they pass on, and how what they told held up."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from tasjil.assess.citing import Line, citing
from tasjil.assess.independence import trace
from tasjil.assess.reliability import HeldUp
from tasjil.assess.rings import Ring
from tasjil.journey.assessments import held_up
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, count_register
from tasjil.journey.opening import Key, open_register
from tasjil.model.json import to_json
from tasjil.model.sources import SourceKind


@dataclass(frozen=True, slots=True)
class Teller:
    """One who tells, listed in the case or found in its reports.

    Attributes:
        key: A listed source's id; otherwise the folded words for it.
        claims: How many claims it is the first teller of.
        passes_on: Whom it passes on, and how that is known.
        passed_on_by: Who passes it on.
    """

    key: str
    name: str
    kind: SourceKind
    listed: bool
    claims: int
    record: HeldUp | None
    passes_on: tuple[Line, ...]
    passed_on_by: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Tellers:
    """Everybody who tells, and the rings in which some cite each other."""

    tellers: tuple[Teller, ...]
    rings: tuple[Ring, ...]


def list_sources(case: Case, key: Key) -> Tellers:
    """List everybody who tells in a case, listed or not, by how many claims they told.

    Raises:
        NotAllowed: Whoever opened the register may not look at reports.
    """
    with open_register(case, key) as register:
        return tellers_of(case, count_register(case, register))


def tellers_of(case: Case, counted: Counted) -> Tellers:
    """List everybody who tells in a count that was made already."""
    evidence = counted.evidence
    traced = trace(evidence.claims.values(), evidence.reports, case.sources)
    lines = citing(traced, case.sources)
    by_relay: dict[str, list[Line]] = defaultdict(list)
    by_first: dict[str, list[Line]] = defaultdict(list)
    for each in lines:
        by_relay[each.relay].append(each)
        by_first[each.first].append(each)
    told = Counter(origin.key for origin in traced.origins.values())
    records = held_up(counted)
    known = {str(source.id): (source.name, source.kind) for source in case.sources}
    named: dict[str, tuple[str, SourceKind]] = {
        **{each.relay: (each.relay_name, SourceKind.UNKNOWN) for each in lines},
        **{each.first: (each.first_name, SourceKind.UNKNOWN) for each in lines},
        **{each.key: (each.name, each.kind) for each in traced.origins.values()},
        **known,
    }
    tellers = [
        Teller(
            *(key, name, kind, key in known, told[key], records.get(key)),
            tuple(by_relay[key]),
            tuple(by_first[key]),
        )
        for key, (name, kind) in named.items()
    ]
    tellers.sort(key=lambda each: (-each.claims, each.key))
    return Tellers(tuple(tellers), traced.rings)


def teller_json(each: Teller) -> dict[str, Any]:
    """Put one who tells into plain JSON."""
    plain: dict[str, Any] = to_json(each)
    record = plain.pop("record")
    unknown = {"reliability": "unknown", "because": "it was the first to tell nothing"}
    return {**plain, "reliability": record or unknown}


def ring_json(ring: Ring) -> dict[str, Any]:
    """Put a ring into plain JSON, with its reason."""
    return {**to_json(ring), "because": ring.because}
