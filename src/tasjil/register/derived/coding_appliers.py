"""What coding a report twice changes in the tables: who was asked, and who is done."""

from tasjil.register.derived.changes import Change, Contents, Put
from tasjil.register.entry import LogEntry
from tasjil.register.store import CodedRow, CodingRow


def coding_asked(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A report waits for the codes of two people."""
    told = entry.told
    one, other = told["coders"]
    row = CodingRow(
        seq=entry.seq,
        report=told["report"],
        one=one,
        other=other,
        by=entry.by,
        at=entry.at,
        because=entry.because or "",
    )
    return (Put(row),)


def coding_done(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """The codes of one of them are there."""
    told = entry.told
    row = CodedRow(
        seq=entry.seq,
        asked=told["asked"],
        report=told["report"],
        by=entry.by,
        at=entry.at,
        content_id=entry.digests["codes"],
    )
    return (Put(row),)
