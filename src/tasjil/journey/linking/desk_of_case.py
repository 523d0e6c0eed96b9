"""Lays a case on the desk: rows of its lists and names in its reports, in pairs."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.count import Held, held_by
from tasjil.journey.linking.card import Material
from tasjil.journey.linking.case import kept_in, link_register, work_kept
from tasjil.journey.linking.desk import Desk
from tasjil.journey.linking.records import CaseRecords, case_records
from tasjil.journey.linking.spoken import word_on
from tasjil.journey.lists.keeping import lists_of
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Progress
from tasjil.link.named import as_records
from tasjil.link.score.model import Model
from tasjil.model.ids import ClaimId, RecordId
from tasjil.model.judgement import Judgement
from tasjil.register.deeds import Deed
from tasjil.register.register import Register


@contextmanager
def desk_of_case(
    case: Case, key: Key, now: Callable[[], datetime], progress: Progress
) -> Iterator[Desk]:
    """Lay a case on the desk; each answer is kept at once, and links when it is left.

    Args:
        case: The case.
        key: What opens its register.
        now: The clock.
        progress: Told how far the linking is.

    Yields:
        The desk, as long as the register is open.

    Raises:
        BadValue: There is nothing to link.
        NotAllowed: Whoever opened the register may not judge whether two are one.
    """
    with open_register(case, key) as register:
        register.must(Deed.JUDGE_LINK)
        link_register(case, register, now(), progress)
        held = held_by(register, Deed.LOOK_AT_REPORTS)
        laid = material_of(case, register, held)
        if laid is None:
            raise BadValue(
                "expected lists, or two reports with names, to ask about, found none; "
                "put lists into the case's lists/ and build it"
            )
        desk = Desk(
            laid.material, lambda word: _keep(register, word), register.user, now
        )
        yield desk
        if desk.standings().answered:
            link_register(case, register, now(), progress)


def _keep(register: Register, word: Judgement) -> None:
    """Keep a word in the form it is kept in: two names in reports are victims.

    So it settles them wherever people named in reports are put together.
    """
    one, other = (RecordId(each) for each in word.pair)
    at = datetime.fromisoformat(word.at)
    register.judge_link(
        word_on((one, other), word.verdict, register.user, at, word.because)
    )


@dataclass(frozen=True, slots=True)
class Laid:
    """A case as it is laid on a desk.

    Attributes:
        claims: The claim in which each name of a report stands, by record.
    """

    material: Material
    claims: Mapping[str, ClaimId]


def material_of(case: Case, register: Register, held: Held) -> Laid | None:
    """Lay out what the last linking left; None where nothing was linked.

    Args:
        case: The case.
        register: Its register, linked just now.
        held: What a count rests on.
    """
    work, last = work_kept(register), register.last_linking()
    if work is None or last is None:
        return None
    records = case_records(case, register, held)
    told = {each.record: each for each in records.told}
    kept = kept_in(register)
    persons = [kept[record].person for record in work.records]
    lists, list_of = np.unique(
        [told[record].list for record in work.records], return_inverse=True
    )
    clean: Mapping[str, bool] = work.beside.get("clean", {})

    def passage(record: RecordId) -> str | None:
        claim = records.claims.get(record)
        return None if claim is None else held.claims[claim].passage.quote

    material = Material(
        work.records,
        told,
        np.unique(persons, return_inverse=True)[1].astype(np.int64),
        list_of.astype(np.int64),
        np.array([clean.get(name, False) for name in lists.tolist()], np.bool_),
        work.pairs,
        Model.from_json(last.model.decode()).comparisons,
        as_records(held.judgements),
        _cells(case, register, records),
        passage,
    )
    return Laid(material, {str(id): claim for id, claim in records.claims.items()})


def _cells(
    case: Case, register: Register, records: CaseRecords
) -> Callable[[RecordId], Mapping[str, str]]:
    """Find rows as they came; a list is looked through once, when first asked for."""
    found: dict[str, dict[RecordId, Mapping[str, str]]] = {}

    def cells(record: RecordId) -> Mapping[str, str]:
        paper = records.papers[record]
        if paper not in records.lists:
            return {}
        if not found:
            for each in lists_of(case, register):
                found[each.id] = {row.id: row.cells for row in each.rows}
        return found[paper].get(record, {})

    return cells
