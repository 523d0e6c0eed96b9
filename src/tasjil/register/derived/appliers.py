"""What each kind of entry changes in the derived tables: one small function a kind.

The same functions run when an entry is appended and when the tables are made again,
so both ways lead to equal tables. They ask nothing of the database and change nothing:
they say what is to be changed, and `tables.Tables` does it.

A reading replaces what readers proposed before for the same report, except for claims
that a person judged: those stay as they were judged.
"""

from collections.abc import Mapping

import msgspec

from tasjil.model.judgement import ClaimState
from tasjil.register.derived import box_appliers as box
from tasjil.register.derived import coding_appliers as codings
from tasjil.register.derived import correction_appliers as corrections
from tasjil.register.derived import estimate_appliers as estimates
from tasjil.register.derived import people_appliers as people
from tasjil.register.derived import person_appliers as persons
from tasjil.register.derived.changes import (
    Amend,
    Applier,
    Change,
    Claimed,
    Contents,
    Make,
    Propose,
    Put,
    SetState,
    Supersede,
    Withdraw,
)
from tasjil.register.described import headers_in
from tasjil.register.entry import HOLD_CLAIMS, EntryKind, LogEntry
from tasjil.register.store import (
    CaseRow,
    JudgementRow,
    LinkRow,
    MadeRow,
    ReadingRow,
    ReportRow,
)


def document_captured(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A report can be found by its name, date and language."""
    told = entry.told
    held = told["content"]
    record = msgspec.json.decode(contents[held["record"]])
    row = ReportRow(
        id=told["report"],
        seq=entry.order,
        name=record["name"],
        published=record["published"],
        language=record["language"],
        publisher=record["publisher"],
        by=entry.from_office(told.get("for", entry.by)),
        record_id=held["record"],
        text_id=held["text"],
    )
    return (Put(row),)


def document_described(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A report can be found by what a person said of where it comes from."""
    report, digest = entry.told["report"], entry.digests["headers"]
    headers = headers_in(contents[digest], report)
    found = {name: headers[name] for name in FOUND_BY if name in headers}
    said = {**found, "described_seq": entry.order, "described_id": digest}
    return (Amend(ReportRow, report, said),)


def claim_proposed(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """A claim is proposed until a person judges it."""
    return (Propose(claimed(entry, contents, PROPOSED)),)


def claimed(entry: LogEntry, contents: Contents, state: str) -> Claimed:
    """Give the row of the claim that an entry brings."""
    told = entry.told
    digest = told["content"]["claim"]
    claim = _look_for(contents[digest])
    return Claimed(
        id=told["claim"],
        seq=entry.order,
        report=told["report"],
        state=state,
        act=claim.act,
        level=claim.level,
        reader=claim.reader,
        # The first place that was found in a list of places.
        place=next((where.place for where in claim.where if where.place), None),
        edtf=claim.when.edtf,
        content_id=digest,
    )


FOUND_BY = ("publisher", "published", "language")
"""What is said of a report by which people look for it."""


class _When(msgspec.Struct):
    edtf: str | None


class _Where(msgspec.Struct):
    place: str | None


class _LookedFor(msgspec.Struct):
    """The parts of a claim that people look for it by; the rest is passed over."""

    act: str
    level: str
    reader: str
    when: _When
    where: list[_Where]


_look_for = msgspec.json.Decoder(_LookedFor).decode
PROPOSED, ACCEPTED = ClaimState.PROPOSED.value, ClaimState.ACCEPTED.value


def document_read(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """The claims just before this entry replace what was proposed earlier."""
    told = entry.told
    row = ReadingRow(report=told["report"], seq=entry.order, reader=told["reader"])
    return Supersede(told["report"], entry.order - told["claims"]), Put(row)


def claim_judged(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """The newest judgement sets the state; all of them are kept."""
    told = entry.told
    row = JudgementRow(
        seq=entry.order,
        claim=told["claim"],
        state=told["state"],
        by=entry.author,
        at=entry.at,
        because=entry.because or "",
        takes_back=told.get("takes_back") is True,
    )
    return Put(row), SetState(told["claim"], told["state"])


def claim_made(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """What a person made is accepted by it; what it corrects stays, not counted."""
    told = entry.told
    row = MadeRow(
        claim=told["claim"],
        seq=entry.order,
        report=told["report"],
        of=told.get("of", ""),
        root=told.get("root", ""),
        by=entry.author,
        at=entry.at,
        because=entry.because or "",
    )
    return Make(claimed(entry, contents, ACCEPTED), told.get("root", "")), Put(row)


def claim_withdrawn(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """What a person made stays, and is not counted; the one before stands again."""
    told = entry.told
    taken = {
        "withdrawn": entry.order,
        "withdrawn_by": entry.author,
        "withdrawn_at": entry.at,
        "withdrawn_because": entry.because or "",
    }
    return (
        Withdraw(told["claim"], told.get("of", ""), told.get("state", "")),
        Amend(MadeRow, told["claim"], taken),
    )


def link_judged(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """Every word on a pair is kept; the newest is the one that stands."""
    told = entry.told
    one, other = sorted((told["one"], told["other"]))
    row = LinkRow(
        seq=entry.order,
        kind=told["kind"],
        one=one,
        other=other,
        verdict=told["verdict"],
        by=entry.author,
        at=entry.at,
        because=entry.because or "",
    )
    return (Put(row),)


def scope_set(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """The newest scope is the one that counts."""
    case = entry.digests["case"]
    return (Put(CaseRow(id=1, seq=entry.order, content_id=case)),)


def log_only(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """Nothing is derived from this kind of entry yet."""
    return ()


APPLIERS: Mapping[str, Applier] = {
    EntryKind.DOCUMENT_CAPTURED: document_captured,
    EntryKind.DOCUMENT_DESCRIBED: document_described,
    EntryKind.CLAIM_PROPOSED: claim_proposed,
    EntryKind.DOCUMENT_READ: document_read,
    EntryKind.CLAIM_JUDGED: claim_judged,
    EntryKind.CLAIM_CORRECTED: claim_made,
    EntryKind.CLAIM_ADDED: claim_made,
    EntryKind.CLAIM_WITHDRAWN: claim_withdrawn,
    EntryKind.CODING_ASKED: codings.coding_asked,
    EntryKind.CODING_DONE: codings.coding_done,
    EntryKind.SCOPE_SET: scope_set,
    EntryKind.LIST_IMPORTED: log_only,
    EntryKind.LINK_JUDGED: link_judged,
    EntryKind.PERSONS_PROPOSED: persons.persons_proposed,
    EntryKind.PERSONS_LINKED: log_only,
    EntryKind.ESTIMATE_MADE: estimates.estimate_made,
    EntryKind.ESTIMATE_WITHDRAWN: estimates.estimate_withdrawn,
    EntryKind.ASSESSMENT_MADE: people.assessment_made,
    EntryKind.ASSESSMENT_SIGNED: people.assessment_signed,
    EntryKind.ASSESSMENT_DISSENTED: people.assessment_dissented,
    EntryKind.CONSENT_GIVEN: box.consent_given,
    EntryKind.CONSENT_WITHDRAWN: box.consent_withdrawn,
    EntryKind.IDENTITY_SEALED: box.identity_sealed,
    EntryKind.IDENTITY_TIED: box.identity_tied,
    EntryKind.IDENTITY_OPENED: log_only,
    EntryKind.IDENTITY_ERASED: box.identity_erased,
    EntryKind.RELEASE_PUBLISHED: people.approval_used,
    EntryKind.CORRECTION_RECEIVED: corrections.correction_received,
    EntryKind.CORRECTION_ANSWERED: corrections.correction_answered,
    EntryKind.APPROVAL_ASKED: people.approval_asked,
    EntryKind.APPROVAL_GIVEN: people.approval_given,
    EntryKind.BUNDLE_EXPORTED: people.approval_used,
    EntryKind.BUNDLE_IMPORTED: log_only,
    EntryKind.BUNDLE_REFUSED: log_only,
    EntryKind.USER_ADDED: people.user_said,
    EntryKind.USER_CHANGED: people.user_said,
    EntryKind.BOX_GRANTED: log_only,
    EntryKind.BOX_TAKEN: log_only,
    EntryKind.BACKUP_MADE: log_only,
    EntryKind.KEYS_CHANGED: log_only,
}

OF_OTHERS: Mapping[str, Applier] = {
    **dict.fromkeys(APPLIERS, log_only),
    EntryKind.DOCUMENT_CAPTURED: document_captured,
    EntryKind.DOCUMENT_DESCRIBED: document_described,
    EntryKind.CLAIM_PROPOSED: claim_proposed,
    EntryKind.DOCUMENT_READ: document_read,
    EntryKind.CLAIM_JUDGED: claim_judged,
    EntryKind.CLAIM_CORRECTED: claim_made,
    EntryKind.CLAIM_ADDED: claim_made,
    EntryKind.CLAIM_WITHDRAWN: claim_withdrawn,
    EntryKind.LINK_JUDGED: link_judged,
    EntryKind.ESTIMATE_MADE: estimates.estimate_made,
    EntryKind.ESTIMATE_WITHDRAWN: estimates.estimate_withdrawn,
    EntryKind.SCOPE_SET: scope_set,
    EntryKind.IDENTITY_SEALED: box.protected_elsewhere,
    EntryKind.IDENTITY_TIED: box.protected_elsewhere,
}
"""What an entry of another office's log changes here.

Its users, requests, codings, sealed box and signatures are its own: nobody gains a
right here by what another office writes. Nor does its linking count here: which records
are one person each office finds for itself, and people's words on pairs are what
travels.
"""

PARTS_READ: Mapping[str, str] = {
    EntryKind.DOCUMENT_CAPTURED: "record",
    EntryKind.DOCUMENT_DESCRIBED: "headers",
    **dict.fromkeys(HOLD_CLAIMS, "claim"),
    EntryKind.PERSONS_PROPOSED: "persons",
}
"""Which content an applier looks into; all others are held by digest alone."""


def changes_of(entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
    """Say what an entry changes in the derived tables.

    Nothing is derived from what was destroyed since: the entry that destroyed it took
    the rows away, and making the tables again must not miss them.
    """
    needed = digest_read(entry)
    if needed is not None and needed not in contents:
        return ()
    return (OF_OTHERS if entry.office else APPLIERS)[entry.kind](entry, contents)


def digest_read(entry: LogEntry) -> str | None:
    """The digest of the content that the entry's applier looks into, if any."""
    part = PARTS_READ.get(entry.kind)
    return None if part is None else entry.digests[part]
