"""What entries about people in the sealed box, and their consent, change."""

from collections.abc import Iterable

from tasjil.register.derived.changes import Amend, Change, Contents, Drop, Put
from tasjil.register.entry import LogEntry
from tasjil.register.store import (
    ClaimRow,
    CodedRow,
    CodingRow,
    ConsentRow,
    ErasedRow,
    IdentityRow,
    JudgementRow,
    LinkRow,
    MadeRow,
    PersonMoveRow,
    PersonRow,
    ProtectedRow,
    ReadingRow,
    ReportRow,
)


def identity_sealed(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """Somebody is known by reference, and the reports about them are protected."""
    told = entry.told
    row = IdentityRow(
        reference=told["reference"],
        seq=entry.seq,
        kind=told["kind"],
        digest=told["digest"],
    )
    return (Put(row), *_protected(told["reference"], told["reports"]))


def identity_tied(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """More reports are protected."""
    told = entry.told
    return tuple(_protected(told["reference"], told["reports"]))


def _protected(reference: str, reports: Iterable[str]) -> Iterable[Put]:
    return (Put(ProtectedRow(reference=reference, report=each)) for each in reports)


def protected_elsewhere(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """Another office protects somebody: their reports are held back here too."""
    told = entry.told
    return tuple(_protected(entry.from_office(told["reference"]), told["reports"]))


def consent_given(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """What was agreed to can be asked by person."""
    told = entry.told
    row = ConsentRow(
        seq=entry.seq, reference=told["reference"], uses="\n".join(told["uses"])
    )
    return (Put(row),)


def consent_withdrawn(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """Everything the person had agreed to is taken back."""
    taken = {"withdrawn": entry.seq}
    return tuple(Amend(ConsentRow, seq, taken) for seq in entry.told["consents"])


def identity_erased(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A person's key, or reports and all that was read in them, are gone."""
    told = entry.told
    reports, claims = told["reports"], told["claims"]
    papers = [*reports, *told.get("lists", ())]
    judged = [*claims, *told.get("records", ())]
    gone = [Put(ErasedRow(digest=each, seq=entry.seq)) for each in told["contents"]]
    who = told["reference"]
    person = () if who is None else (Amend(IdentityRow, who, {"erased": entry.seq}),)
    return (
        *person,
        *gone,
        Drop(ReportRow, "id", reports),
        Drop(ReadingRow, "report", reports),
        Drop(ClaimRow, "report", reports),
        Drop(JudgementRow, "claim", claims),
        Drop(MadeRow, "report", reports),
        Drop(CodingRow, "report", reports),
        Drop(CodedRow, "report", reports),
        Drop(LinkRow, "one", judged),
        Drop(LinkRow, "other", judged),
        Drop(PersonRow, "paper", papers),
        Drop(PersonMoveRow, "paper", papers),
    )
