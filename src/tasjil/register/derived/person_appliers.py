"""What linking changes in the derived tables: which person each record tells of."""

from collections.abc import Iterator

import msgspec

from tasjil.register.derived.changes import Change, Contents, Drop, Put
from tasjil.register.entry import LogEntry
from tasjil.register.persons import Proposed
from tasjil.register.store import PersonMoveRow, PersonRow


def persons_proposed(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """The newest linking stands; every move from one person to another stays."""
    told = contents[entry.digests["persons"]]
    return tuple(_changes(entry, msgspec.json.decode(told, type=Proposed)))


def _changes(entry: LogEntry, told: Proposed) -> Iterator[Change]:
    seq, paper = entry.order, paper_of(entry)

    def move(record: str, was: str, person: str) -> Put:
        row = PersonMoveRow(
            seq=seq,
            record=record,
            paper=paper,
            was=was,
            person=person,
            run=entry.told["run"],
            at=entry.at,
        )
        return Put(row)

    away = [*(record for record, _ in told.gone), *told.left]
    if away:
        yield Drop(PersonRow, "record", away)
    for record, was in told.gone:
        yield move(record, was, "")
    for each in told.records:
        row = PersonRow(
            record=each.record,
            seq=seq,
            paper=paper,
            person=each.person,
            told=each.told,
            certainty=each.certainty,
            doubtful=each.doubtful,
        )
        yield Put(row)
        if each.was and each.was != each.person:
            yield move(each.record, each.was, each.person)


def paper_of(entry: LogEntry) -> str:
    """Give the id of the list or report whose records an entry is about."""
    return str(entry.told.get("list") or entry.told["report"])
