"""What entries about users, requests and signatures change in the derived tables."""

from tasjil.register.derived.changes import Amend, Change, Contents, Put
from tasjil.register.entry import LogEntry
from tasjil.register.store import AssessmentRow, DissentRow, RequestRow, UserRow


def user_said(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A user is what the newest entry about them says."""
    told = entry.told
    row = UserRow(
        id=told["user"],
        seq=entry.seq,
        role=told["role"],
        own_records=told["own_records"],
        active=told["active"],
    )
    return (Put(row),)


def approval_asked(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A request waits for a second person."""
    told = entry.told
    row = RequestRow(
        seq=entry.seq,
        deed=told["deed"],
        what=told["what"],
        by=entry.by,
        at=entry.at,
    )
    return (Put(row),)


def approval_given(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A second person gave leave."""
    given = {"approved_by": entry.by, "approved_at": entry.at}
    return (Amend(RequestRow, entry.told["asked"], given),)


def approval_used(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """What was done rests on an approval, which is spent; a house of one has none."""
    approval = entry.told.get("approval")
    if approval is None:
        return ()
    return (Amend(RequestRow, approval, {"used": entry.seq}),)


def assessment_made(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """An assessment can be found by whom or what it is about."""
    told = entry.told
    row = AssessmentRow(
        seq=entry.seq,
        about=told["about"],
        element=told["element"],
        by=entry.by,
        content_id=entry.digests["assessment"],
    )
    return (Put(row),)


def assessment_signed(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A second person stands behind it too."""
    return (Amend(AssessmentRow, entry.told["signs"], {"signed": entry.seq}),)


def assessment_dissented(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A colleague's word stands beside it, and changes nothing else."""
    row = DissentRow(
        seq=entry.seq,
        assessment=entry.told["from"],
        by=entry.by,
        at=entry.at,
        because=entry.because or "",
    )
    return (Put(row),)
