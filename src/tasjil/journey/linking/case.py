"""Links a case: which rows of its lists, and which names in its reports, are one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import msgspec

from tasjil.journey.case import Case
from tasjil.journey.count import held_by
from tasjil.journey.linking.going_on import Before, Done, asked_digest, go_on
from tasjil.journey.linking.people import People, people_of
from tasjil.journey.linking.records import CaseRecords, case_records
from tasjil.journey.linking.work import (
    KeptWork,
    pack,
    pack_columns,
    told_digest,
    unpack,
)
from tasjil.journey.opening import Key, open_register
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.link.linking import Linked, LinkSettings, link_records
from tasjil.link.named import as_records
from tasjil.link.score.model import Model
from tasjil.model.ids import RecordId, VictimId
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars
from tasjil.register.deeds import Deed
from tasjil.register.persons import KeptPerson, LinkingRun, PersonMove, Proposed
from tasjil.register.register import Register

DEFAULT = LinkSettings()

Kept = Mapping[RecordId, KeptPerson]
"""Who each record is held to tell of, as the register has it."""


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """Who is whom in a case, and what the last linking changed.

    Attributes:
        moved: Records that tell of another person than before.
        new: Records that were not linked before.
        gone: Records that are there no more.
        model: How records were weighed; None where nothing was new to link.
        compared: Pairs that were looked at because something of them is new; None
            where all were, or nothing was new.
    """

    people: People
    moved: int = 0
    new: int = 0
    gone: int = 0
    model: Model | None = None
    compared: int | None = None


def link_case(
    case: Case,
    key: Key,
    at: datetime,
    progress: Progress,
    settings: LinkSettings = DEFAULT,
) -> LinkedCase | None:
    """Link a case's lists and those its reports name, and keep who is one.

    Args:
        case: The case.
        key: What opens its register.
        at: When.
        progress: Told how far it is.
        settings: How.

    Returns:
        None where there is nothing to link: no list, and no two reports with names.

    Raises:
        NoRegister: The case has not been built yet.
        NotAllowed: Whoever opened it may not keep which records are one person.
    """
    with open_register(case, key) as register:
        register.must(Deed.LINK_PERSONS)
        return link_register(case, register, at, progress, settings)


def link_register(
    case: Case,
    register: Register,
    at: datetime,
    progress: Progress,
    settings: LinkSettings = DEFAULT,
) -> LinkedCase | None:
    """Link what an open register holds, and keep it in one transaction.

    Where nothing is new since the last time, nothing is done.
    """
    held = held_by(register, Deed.LOOK_AT_REPORTS)
    records = case_records(case, register, held)
    kept = kept_in(register)
    if not records.worth_linking and not kept:
        return None
    words = as_records(held.judgements)
    basis, last = basis_of(records, words, settings), register.last_linking()
    if last is not None and last.work is not None and last.about["basis"] == basis:
        return LinkedCase(people_kept(register))
    progress.begin("Linking", None)
    left = None if last is None or last.work is None else unpack(last.work)
    found = go_on(
        records, words, settings, Before(last, left, register.last_columns(), kept)
    )
    if found.how:
        progress.note(found.how)
    before = {record: each.person for record, each in kept.items()}
    before = held.goes.persons(before)
    past = past_of(register.person_moves(), before)
    people = people_of(found.linked, records.list_of, before, past)
    changed = changes(records, people, kept, register.papers_of_records())
    lists = records.lists | register.known_lists()
    run = _run(changed, lists, found, people, (basis, at))
    register.keep_persons(run, by=PROGRAM, at=at)
    return _told(people, run, found)


def linked_anew(
    records: CaseRecords, words: Sequence[Judgement], settings: LinkSettings
) -> Linked:
    """Link the records of a case, and keep nothing."""
    return link_records(
        records.told, clean=records.clean, judgements=words, settings=settings
    )


def past_of(
    moves: Iterable[PersonMove], now: Mapping[RecordId, VictimId]
) -> dict[VictimId, frozenset[RecordId]]:
    """Give the records that each id named last which names nobody now.

    All of them left it in one linking: the last in which any did.
    """
    standing = set(now.values())
    last: dict[VictimId, tuple[int, set[RecordId]]] = {}
    for each in moves:
        was = VictimId(each.was)
        if was in standing:
            continue
        run, records = last.get(was, (0, set()))
        if each.run > run:
            records = set()
        records.add(each.record)
        last[was] = each.run, records
    return {was: frozenset(records) for was, (_, records) in last.items()}


def kept_in(register: Register) -> Kept:
    """Give what the register holds of who is whom."""
    return {each.record: each for each in register.persons()}


def work_kept(register: Register) -> KeptWork | None:
    """Give the pairs of the last linking; None where they went with an erased paper."""
    last = register.last_linking()
    return None if last is None or last.work is None else unpack(last.work)


def people_kept(register: Register, to: Deed = Deed.LOOK_AT_REPORTS) -> People:
    """Give who is whom as the register holds it, without linking."""
    kept = tuple(register.persons(to))
    last = register.last_linking(to)
    work = None if last is None or last.work is None else unpack(last.work)
    return People.of(kept, work)


def basis_of(
    records: CaseRecords, words: Sequence[Judgement], settings: LinkSettings
) -> str:
    """Digest all that a linking rests on: where it is the same, so is the outcome."""
    digest = sha256(PROGRAM.encode())
    digest.update(asked_digest(settings).encode())
    for told in records.told:
        digest.update(told_digest(told).encode())
        digest.update(records.papers[told.record].encode())
    digest.update(msgspec.json.encode([words, sorted(records.clean.items())]))
    return digest.hexdigest()


def changes(
    records: CaseRecords, people: People, kept: Kept, papers: Mapping[str, str]
) -> dict[str, Proposed]:
    """Say what a linking changed, list by list and report by report.

    Args:
        records: What was linked.
        people: Who is whom now.
        kept: What the register holds.
        papers: The list or report of every record it holds.
    """
    changed: dict[str, Proposed] = defaultdict(Proposed)
    for told in records.told:
        record, paper = told.record, records.papers[told.record]
        was, now = kept.get(record), _as_kept(people, told)
        if was is not None and papers[record] != paper:
            changed[papers[record]].left.append(record)
        if was is None or was != now or papers[record] != paper:
            before = "" if was is None else was.person
            changed[paper].records.append(msgspec.structs.replace(now, was=before))
    for record, was in sorted(kept.items()):
        if record not in records.papers:
            changed[papers[record]].gone.append((record, was.person))
    return changed


def _as_kept(people: People, told: Particulars) -> KeptPerson:
    person = people.persons[told.record]
    sure = round(1_000 * people.certainty[person])
    doubtful = person in people.doubtful
    return KeptPerson(told.record, told_digest(told), person, "", sure, doubtful)


def _run(
    changed: Mapping[str, Proposed],
    lists: frozenset[str],
    found: Done,
    people: People,
    made: tuple[str, datetime],
) -> LinkingRun:
    basis, at = made
    return LinkingRun(
        {id: each for id, each in changed.items() if id in lists},
        {id: each for id, each in changed.items() if id not in lists},
        about={
            "records": len(people.persons),
            "persons": len(people.certainty),
            "doubtful": len(people.doubtful),
            "pairs": people.pairs,
            "seed": found.linked.model.seed,
            "basis": basis,
        },
        model=found.linked.model.to_json().encode(),
        work=pack(found.linked, found.work, found.learned, people.beside, at),
        columns=pack_columns(found.work, at),
        anew=True,
    )


def _told(people: People, run: LinkingRun, found: Done) -> LinkedCase:
    every = [*run.lists.values(), *run.reports.values()]
    rows = [row for each in every for row in each.records]
    return LinkedCase(
        people,
        moved=sum(bool(row.was) and row.was != row.person for row in rows),
        new=sum(not row.was for row in rows),
        gone=sum(len(each.gone) for each in every),
        model=found.linked.model,
        compared=found.compared,
    )
