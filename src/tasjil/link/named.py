"""Everybody named in a report, as a record of a list that is linked like any other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from tasjil.link.kin_told import Beside, kin_told
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, RecordId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import Judgement, PairKind
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeRange, VictimGroup
from tasjil.model.places import PlaceLevel, Where

REPORTS = "reports"
"""The list that everybody named in reports stands on; it is never a clean one."""


def mention_id(claim: ClaimId, nth: int) -> VictimId:
    """Name a person by the words that name them: the nth name of a claim.

    What people say about two victims is said about two such names, and holds whoever
    is found to be whom later.
    """
    return VictimId("v-" + sha256(f"{claim}|{nth}".encode()).hexdigest()[:12])


def record_of(mention: str) -> RecordId:
    """Give the id that a name in a report has as a record.

    Example:
        >>> record_of("v-0a"), mention_of(record_of("v-0a")), mention_of("hospital:17")
        ('reports:v-0a', 'v-0a', None)
    """
    return RecordId(f"{REPORTS}:{mention}")


def mention_of(record: str) -> VictimId | None:
    """Give the name in a report that a record stands for; None for a row of a list."""
    list, _, mention = record.partition(":")
    return VictimId(mention) if list == REPORTS and mention else None


@dataclass(frozen=True, slots=True)
class Named:
    """One name in one claim, as a record; the claim's passage is its evidence."""

    told: Particulars
    claim: ClaimId


def named_records(
    claims: Mapping[ClaimId, Claim], incidents: Iterable[Incident]
) -> tuple[Named, ...]:
    """Give everybody who is named in the claims of incidents, each name once.

    Args:
        claims: By id, at least those of the incidents.
        incidents: As they stand; totals name nobody here.

    Returns:
        In the order of their records' ids.
    """
    beside = Beside.of(claims.values())
    found = {
        each.told.record: each
        for incident in incidents
        for id in incident.claims
        for each in _named(claims[id], incident, beside)
    }
    return tuple(found[record] for record in sorted(found))


def _named(claim: Claim, incident: Incident, beside: Beside) -> Iterator[Named]:
    told, kin = claim.victims, kin_told(claim, beside)
    alone = len(told.names) == 1
    age = _age(told) if alone else None
    for nth, name in enumerate(told.names):
        if fold(name):
            particulars = Particulars(
                record_of(mention_id(claim.id, nth)),
                REPORTS,
                name=name,
                sex=told.sex,
                age=age,
                died=_died(claim, incident),
                where=_finest_first(claim.where),
                kin=kin,
                cause=claim.cause,
                status=told.status,
            )
            yield Named(particulars, claim.id)


def _age(told: VictimGroup) -> AgeRange | None:
    if told.age is not None:
        return AgeRange(told.age, told.age, str(told.age))
    return told.age_range


def _died(claim: Claim, incident: Incident) -> str | None:
    """Only of a killing: a body is found, and somebody missed, on other days."""
    if incident.act is not Act.KILLED:
        return None
    return claim.when.edtf or incident.edtf


FINEST_FIRST = tuple(reversed(PlaceLevel))
"""What stands in no list of places comes first: mostly that is a village."""


def _finest_first(places: Iterable[Where]) -> tuple[Where, ...]:
    return tuple(sorted(places, key=lambda each: FINEST_FIRST.index(each.level)))


def as_records(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Give what people said about two victims and about two rows, all of records.

    Args:
        judgements: Of any kind, oldest first; those on claims are passed over.
    """
    found = []
    for each in judgements:
        if each.kind is PairKind.RECORDS:
            found.append(each)
        elif each.kind is PairKind.VICTIMS:
            one, other = record_of(each.one), record_of(each.other)
            found.append(
                replace(each, kind=PairKind.RECORDS, one=str(one), other=str(other))
            )
    return tuple(found)
