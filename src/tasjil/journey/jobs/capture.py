"""Captures what was dropped or pasted, file by file, and reads the reports among it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tasjil.capture.door import Captured, Failed, Known
from tasjil.capture.given import LISTS, GivenFile, capture_given, stated
from tasjil.capture.headers import Headers
from tasjil.capture.lists import CapturedList
from tasjil.errors import NotInRegister
from tasjil.journey.capture import capture_case
from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Became, Files
from tasjil.journey.lists.keeping import before_of, import_lists, keep_list
from tasjil.journey.opening import Seat
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress, Silence
from tasjil.journey.read import Reads, read_case, read_some
from tasjil.model.ids import ReportId
from tasjil.model.report import Report
from tasjil.register.desk.job import Incoming
from tasjil.register.register import Register

ERASED = (
    "it holds what was erased for somebody's safety and is never captured again; "
    "destroy this copy of it too"
)


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Capture every file of a job that waits, and read the reports that came of them.

    A file that cannot be captured says why, and the rest goes on. A job that was cut
    off goes on with the file it was at. One without files takes in the case's folder.

    Args:
        case: The case.
        seat: For whom.
        asked: `headers`, what is known of every file, by the names that a sidecar has
            (publisher, published, language, title, url, wording); it is over what the
            files say themselves.
        files: What is to be captured.
        progress: Told how far it is.
    """
    register, lines = seat.register, list(files)
    if not lines:
        return _folder(case, register, progress)
    taking = _Taking(case, register, files, stated(asked.get("headers", {})))
    progress.begin("Capturing", len(lines))
    for each in lines:
        if each.waits and each.outcome is None:
            taking.take(each)
        progress.step()
    reads = read_some(case, register, _reports(register, files), progress)
    _count_claims(register, files)
    return {**files.summed(), **_read(reads)}


def _folder(case: Case, register: Register, progress: Progress) -> dict[str, Any]:
    """Take in what lies in the case's folder, as a build does."""
    taken = capture_case(case, register, progress)
    lists = import_lists(case, register, progress)
    failed = (*taken.failures, *taken.erased, *lists.failures)
    return {
        "new": taken.new,
        "known": taken.known,
        "list": lists.new,
        "failed": {each.name: each.reason for each in failed},
        **_read(read_case(case, register, progress)),
    }


def _read(reads: Reads) -> dict[str, Any]:
    unread = {report.id: why for report, why in (*reads.unread, *reads.failed)}
    return {"read": reads.read, "unread": unread}


def _count_claims(register: Register, files: Files) -> None:
    """Say beside each file how many claims were found in its report."""
    for each in files:
        report = (each.outcome or {}).get("report")
        if report is not None:
            found = register.claims(report=ReportId(report))
            files.add(each, claims=sum(1 for _ in found))


@dataclass(slots=True)
class _Taking:
    """Captures one file after the other."""

    case: Case
    register: Register
    files: Files
    beside: Headers
    known: set[str] = field(init=False)

    def __post_init__(self) -> None:
        """Ask once what is there already."""
        known = self.register.known_digests() | self.register.known_lists()
        self.known = set(known)

    def take(self, each: Incoming) -> None:
        """Capture one file, and write down what became of it."""
        given = GivenFile(each.name, self.files.data(each))
        found = capture_given(given, self.known, self.beside)
        match found:
            case Failed():
                self.files.settle(each, Became.FAILED, reason=found.reason)
            case Known():
                self.files.settle(each, Became.KNOWN, report=found.id)
            case Captured():
                self._report(each, found)
            case CapturedList():
                self._list(each, found)

    def _report(self, each: Incoming, found: Captured) -> None:
        report = found.report
        pair = (report, found.original)
        if self.register.box.erased_among([pair]):
            self.files.settle(each, Became.FAILED, reason=ERASED)
            return
        same = self.register.same_words([report.text_digest]).get(report.text_digest)
        at = datetime.now(UTC)
        if not self.register.capture(*pair, by=PROGRAM, at=at):
            self.files.settle(each, Became.KNOWN, report=report.id)
            return
        self.known.add(report.id)
        became = Became.NEW if same is None else Became.COPY
        self.files.settle(each, became, **_told(report), same_as=same)

    def _list(self, each: Incoming, found: CapturedList) -> None:
        file = found.list
        if self.register.box.destroyed([file.id]):
            self.files.settle(each, Became.FAILED, reason=ERASED)
            return
        before = before_of(self.register, file.name)
        told = {"list": file.name.removeprefix(LISTS), "rows": len(file.rows)}
        notes = list(file.notes) or None
        if before is not None:
            self.files.settle(
                each, Became.UPDATE, **told, updates=before.list, notes=notes
            )
            return
        heard = _Heard()
        keep_list(self.case, self.register, found, heard)
        self.known.add(file.id)
        self.files.settle(
            each, Became.LIST, **told, id=file.id, notes=heard.notes or None
        )


class _Heard(Silence):
    """Keeps what is said of one list."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, line: str) -> None:
        self.notes.append(line)


def _told(report: Report) -> dict[str, Any]:
    """Say what is known of a report, and which of it was guessed, to be confirmed."""
    return {
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "language": report.language,
        "guessed": list(report.guessed),
        "notes": list(report.notes) or None,
    }


def _reports(register: Register, files: Files) -> Iterator[Report]:
    """Give the reports of a job, those that were captured before it was cut off too."""
    for each in files:
        id = (each.outcome or {}).get("report")
        if id is None:
            continue
        try:
            yield register.report(ReportId(id))
        except NotInRegister:
            # A colleague's, and whoever asked sees their own alone; or a list's id.
            continue
