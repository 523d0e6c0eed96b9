"""Whether what another office wrote makes sense, before any of it is kept."""

from datetime import datetime
from typing import Any

import msgspec

from tasjil.errors import BadBundle, BadValue, LogBroken
from tasjil.model.claim import Claim
from tasjil.model.json import from_json
from tasjil.model.report import Report
from tasjil.register.canonical import utc
from tasjil.register.checks import sound as checks
from tasjil.register.derived.appliers import OF_OTHERS
from tasjil.register.entry import HOLD_CLAIMS, EntryKind, LogEntry
from tasjil.register.store import ReportRow, Store

LATEST = "9000"
"""No clock is so wrong that it shows a later year."""


class _Imported(msgspec.Struct):
    office: str
    clock: str
    here: str
    seen: dict[str, int]
    absent: list[str]


class _Erased(msgspec.Struct):
    reports: list[str]
    claims: list[str]
    contents: list[str]
    lists: list[str] = []


BODIES: dict[str, Any] = {
    EntryKind.BUNDLE_IMPORTED: _Imported,
    EntryKind.IDENTITY_ERASED: _Erased,
}
"""What is read of entries from which no table is made."""


class Reader:
    """Reads another office's entries one after the other, and refuses nonsense."""

    def __init__(self, store: Store, office: str) -> None:
        """Begin with what is known here."""
        self._store = store
        self._office = office
        self._texts: dict[str, str] = {}

    def check(self, entry: LogEntry, contents: dict[str, bytes]) -> None:
        """Check one entry with the contents of it that came.

        Raises:
            BadBundle: Names the entry, and nothing that it says.
        """
        if entry.kind not in OF_OTHERS:
            raise BadBundle(
                f"{checks.called(entry.seq, self._office)} is of a kind that this "
                "tasjil does not know; nothing of the bundle was taken: install the "
                "tasjil that the other office has, and take it in again"
            )
        try:
            sound = self._sound(entry, contents)
        except (*checks.SENSELESS, BadValue, LogBroken, OverflowError):
            sound = False
        if not sound:
            raise BadBundle(
                f"{checks.called(entry.seq, self._office)} says what no tasjil writes; "
                "nothing of the bundle was taken: ask that office to run `tasjil "
                "verify`"
            )

    def _sound(self, entry: LogEntry, contents: dict[str, bytes]) -> bool:
        if not _is_time(entry.at) or not entry.by.strip():
            return False
        told = entry.told
        if entry.kind in BODIES:
            body = msgspec.json.decode(entry.body, type=BODIES[entry.kind])
            return not isinstance(body, _Imported) or (
                body.here == self._office and _is_time(body.clock)
            )
        needed = set(entry.digests.values())
        if needed <= contents.keys():
            OF_OTHERS[EntryKind(entry.kind)](entry, contents)
        if entry.kind == EntryKind.DOCUMENT_CAPTURED:
            return self._is_report(told, contents)
        if entry.kind in HOLD_CLAIMS:
            return self._is_claim(told, contents)
        return True

    def _is_report(self, told: dict[str, Any], contents: dict[str, bytes]) -> bool:
        held = told["content"]
        self._texts[told["report"]] = held["text"]
        if held["original"] != told["report"]:
            return False
        if held["record"] not in contents or held["text"] not in contents:
            return True
        record = msgspec.json.decode(contents[held["record"]])
        text = contents[held["text"]].decode()
        report = from_json({**record, "text": text}, Report)
        return (report.id, report.text_digest) == (told["report"], held["text"])

    def _is_claim(self, told: dict[str, Any], contents: dict[str, bytes]) -> bool:
        digest = told["content"]["claim"]
        if digest not in contents:
            return True
        claim = from_json(msgspec.json.decode(contents[digest]), Claim)
        if (claim.id, claim.report) != (told["claim"], told["report"]):
            return False
        text = contents.get(self.text_of(claim.report) or "")
        if text is not None:
            claim.check(text.decode())
        return True

    def text_for(self, entry: LogEntry) -> str | None:
        """Name the text that a claim has to be held against."""
        if entry.kind not in HOLD_CLAIMS:
            return None
        report = entry.told.get("report")
        return self.text_of(report) if isinstance(report, str) else None

    def text_of(self, report: str) -> str | None:
        """Name the text of a report, where it was captured before."""
        if report not in self._texts:
            rows = ReportRow.objects.using(self._store.alias).filter(pk=report)
            found = rows.values_list("text_id", flat=True).first()
            if found is None:
                return None
            self._texts[report] = found
        return self._texts[report]


def _is_time(text: str) -> bool:
    return text < LATEST and utc(datetime.fromisoformat(text)) == text
