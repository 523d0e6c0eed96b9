"""What can be done to a register, each as the entries it leaves in the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tasjil.errors import BadValue
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId, UserId
from tasjil.model.json import to_json
from tasjil.model.judgement import ClaimJudgement, Judgement
from tasjil.model.report import Report
from tasjil.register.canonical import content_digest, plain_json
from tasjil.register.entry import EntryKind, NewEntry


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found in one report; no claims is a finding too."""

    report: ReportId
    reader: str
    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        """Refuse claims of another report or reader, and one id for two claims."""
        for claim in self.claims:
            if (claim.report, claim.reader) != (self.report, self.reader):
                raise BadValue(
                    f"expected claims of {self.reader!r} on {self.report!r}, got one "
                    f"of {claim.reader!r} on {claim.report!r}"
                )
        if len({claim.id for claim in self.claims}) < len(self.claims):
            raise BadValue(
                f"expected an id of its own for each claim of {self.reader!r} on "
                f"{self.report!r}, got one id twice"
            )


def captured(report: Report, original: bytes) -> NewEntry:
    """Record that a file became a report.

    Raises:
        BadValue: The bytes are not those of the report's id, or the text not that of
            its digest.
    """
    text = report.text.encode()
    for expected, data in ((report.id, original), (report.text_digest, text)):
        if content_digest(data) != expected:
            raise BadValue(
                f"expected the bytes that {expected} was made from, got others; "
                "capture the file again"
            )
    record = to_json(report)
    del record["text"]
    contents = {"record": plain_json(record), "text": text, "original": original}
    return NewEntry(EntryKind.DOCUMENT_CAPTURED, {"report": report.id}, contents)


def read(reading: Reading) -> tuple[NewEntry, ...]:
    """Record each claim a reader proposes, then that it finished the report."""
    proposed = [
        NewEntry(
            EntryKind.CLAIM_PROPOSED,
            {"claim": claim.id, "report": claim.report},
            {"claim": plain_json(to_json(claim))},
        )
        for claim in reading.claims
    ]
    body = {
        "report": reading.report,
        "reader": reading.reader,
        "claims": len(proposed),
    }
    return (*proposed, NewEntry(EntryKind.DOCUMENT_READ, body))


def first_lead(user: UserId) -> NewEntry:
    """Record who made the register; that person adds the others."""
    body = {"user": user, "role": "lead", "own_records": False, "active": True}
    return NewEntry(EntryKind.USER_ADDED, body)


def judged(judgement: ClaimJudgement) -> NewEntry:
    """Record what a person decided about a claim."""
    body: dict[str, Any] = {"claim": judgement.claim, "state": str(judgement.state)}
    if judgement.takes_back:
        body["takes_back"] = True
    return NewEntry(EntryKind.CLAIM_JUDGED, body, because=judgement.because)


def linked(judgement: Judgement) -> NewEntry:
    """Record what a person decided about a pair."""
    one, other = judgement.pair
    body = {
        "kind": str(judgement.kind),
        "one": one,
        "other": other,
        "verdict": str(judgement.verdict),
    }
    return NewEntry(EntryKind.LINK_JUDGED, body, because=judgement.because)


def scoped(case: Any, because: str | None = None) -> NewEntry:
    """Record what the case counts, with its sources and places, as plain JSON."""
    return NewEntry(EntryKind.SCOPE_SET, {}, {"case": plain_json(case)}, because)


def imported(found: Mapping[str, Any], original: bytes) -> NewEntry:
    """Record that a list was kept; its name stands apart, as it may name somebody.

    Args:
        found: Its `list` (the digest of its bytes), `name`, `sheet`, `notes`, and the
            number of its `rows` and `headers`; of a later version the one that it
            `follows`; and where there are any, the `numbers` its records are called
            by, those that are `gone`, and what its `columns` mean.
        original: Its bytes.

    Raises:
        BadValue: The bytes are not those of the list's id.
    """
    if content_digest(original) != found["list"]:
        raise BadValue(
            f"expected the bytes that {found['list']} was made from, got others; "
            "build the case again"
        )
    body = {key: found[key] for key in ("list", "rows", "headers")}
    if found.get("follows") is not None:
        body["follows"] = found["follows"]
    record = {key: found[key] for key in ("name", "sheet", "notes")}
    more = ("file", "numbers", "gone", "columns")
    record |= {key: found[key] for key in more if found.get(key)}
    contents = {"record": plain_json(record), "original": original}
    return NewEntry(EntryKind.LIST_IMPORTED, body, contents)


def all_read(readings: Sequence[Reading]) -> list[NewEntry]:
    """Record several readings, one after the other."""
    return [entry for reading in readings for entry in read(reading)]
