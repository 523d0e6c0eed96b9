"""What estimates change in the derived tables: each can be found, and taken back."""

from tasjil.register.derived.changes import Amend, Change, Contents, Put
from tasjil.register.entry import LogEntry
from tasjil.register.store import EstimateRow


def estimate_made(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """An estimate stands beside those before; none replaces another."""
    told = entry.told
    row = EstimateRow(
        id=entry.from_office(str(entry.seq)),
        seq=entry.order,
        office=entry.office,
        by=entry.from_office(told.get("for", entry.by)),
        at=entry.at,
        because=entry.because or "",
        data=told["data"],
        basis=told["basis"],
        asked=told["asked"],
        content_id=entry.digests["estimate"],
    )
    return (Put(row),)


def estimate_withdrawn(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """What was taken back stays, with who took it back and why."""
    taken = {
        "withdrawn": entry.order,
        "withdrawn_by": entry.author,
        "withdrawn_because": entry.because or "",
    }
    withdrawn = entry.from_office(str(entry.told["withdraws"]))
    return (Amend(EstimateRow, withdrawn, taken),)
