"""What readers' corrections change in the tables: they wait, and are answered."""

from tasjil.register.derived.changes import Amend, Change, Contents, Put
from tasjil.register.entry import LogEntry
from tasjil.register.store import CorrectionRow


def correction_received(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A correction waits for an answer."""
    told = entry.told
    row = CorrectionRow(
        seq=entry.seq,
        by=entry.by,
        at=entry.at,
        because=entry.because or "",
        about=told["about"],
        release=told["release"],
        teller=told["from"],
        content_id=entry.digests["correction"],
    )
    return (Put(row),)


def correction_answered(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """It was answered, and perhaps something was changed for it."""
    answer = {
        "answered": entry.seq,
        "answered_by": entry.by,
        "answered_at": entry.at,
        "answer": entry.because or "",
        "led_to": entry.told.get("led_to"),
    }
    return (Amend(CorrectionRow, entry.told["answers"], answer),)
