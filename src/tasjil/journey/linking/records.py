"""Everybody a case tells of, as records: rows of its lists, and names in reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tasjil.journey.case import Case
from tasjil.journey.count import Held, incidents_of
from tasjil.journey.lists.keeping import lists_of
from tasjil.journey.lists.placing import places_of
from tasjil.link.lists.cleaning import Cleaner
from tasjil.link.named import REPORTS, named_records
from tasjil.model.ids import ClaimId, RecordId
from tasjil.model.particulars import Particulars
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class CaseRecords:
    """What a case's lists and reports tell of people, cleaned for comparing.

    Attributes:
        papers: The list or report of each record, by its digest.
        lists: The ids of those papers that are lists.
        claims: The claim in which each name of a report stands.
        clean: For each list what people said of it: whether nobody stands on it twice.
    """

    told: tuple[Particulars, ...]
    papers: Mapping[RecordId, str]
    lists: frozenset[str]
    claims: Mapping[RecordId, ClaimId] = field(default_factory=dict)
    clean: Mapping[str, bool | None] = field(default_factory=dict)

    @property
    def list_of(self) -> dict[RecordId, str]:
        """The name of the list of every record."""
        return {each.record: each.list for each in self.told}

    @property
    def worth_linking(self) -> bool:
        """Whether there are two papers at least that somebody could stand in."""
        return len(set(self.papers.values())) > 1 or bool(self.lists)


def case_records(case: Case, register: Register, held: Held) -> CaseRecords:
    """Gather the records of a case, in the order of their ids.

    Args:
        case: The case.
        register: Its register, where its lists are kept.
        held: What a count rests on.
    """
    told: dict[RecordId, Particulars] = {}
    papers: dict[RecordId, str] = {}
    claims: dict[RecordId, ClaimId] = {}
    clean: dict[str, bool | None] = {}
    place_of = places_of(case)
    for each in lists_of(case, register):
        clean[each.name] = each.clean
        tidy = Cleaner(each.columns, place_of).clean
        for at, row in enumerate(each.rows):
            if at not in each.nobody:
                one = tidy(row)
                told[one.record], papers[one.record] = one, each.id
    lists = frozenset(papers.values())
    for named in named_records(held.claims, incidents_of(case, held)):
        record = named.told.record
        told[record], claims[record] = named.told, named.claim
        papers[record] = held.claims[named.claim].report
        clean[REPORTS] = False
    ordered = tuple(told[record] for record in sorted(told))
    held_lists = {each.list for each in ordered}
    clean = {name: said for name, said in clean.items() if name in held_lists}
    return CaseRecords(ordered, papers, lists, claims, clean)
