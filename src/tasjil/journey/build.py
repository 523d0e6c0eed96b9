"""The main job: capture, read, count, publish, and go on where it was stopped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tasjil.capture.door import Failed
from tasjil.capture.printable import shown
from tasjil.journey.backup import reminder
from tasjil.journey.capture import capture_case
from tasjil.journey.case import Case, as_set
from tasjil.journey.count import Counted
from tasjil.journey.estimating.building import Allowed, estimate_in_build
from tasjil.journey.estimating.case import Deciding, Made
from tasjil.journey.linking.case import LinkedCase, link_register
from tasjil.journey.linking.people import People
from tasjil.journey.lists.keeping import import_lists
from tasjil.journey.opening import Key, open_or_create
from tasjil.journey.pages import Seen, publish, seen_in
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.journey.read import Reads, read_case
from tasjil.journey.site import view_of
from tasjil.model.json import to_json
from tasjil.model.report import Report
from tasjil.publish.view import Failure, SiteView, Unread
from tasjil.register.deeds import Deed
from tasjil.register.register import Register

ALLOWED = Allowed()


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and where its pages are.

    Attributes:
        captured: How many reports were new.
        again: How many files were known already, or are copies of another.
        unread: Names of reports that no reader can read yet, with the reason.
        failures: Files that could not be captured, or that broke their reader.
        site: The folder of the pages; None where none were written, because whoever
            built sees their own records alone.
        lists: How many lists the register holds; no figure counts them yet.
        people: Who is whom in lists and reports; None where there is nothing to link.
        estimated: An estimate that was made and kept; None where the lists do not
            allow one, or one of the same data is kept.
    """

    counted: Counted
    captured: int
    again: int
    reports: int
    claims: int
    unread: tuple[tuple[str, str], ...]
    failures: tuple[Failed, ...]
    site: Path | None
    lists: int = 0
    new_lists: int = 0
    people: People | None = None
    estimated: Made | None = None


def build_case(
    case: Case,
    key: Key,
    out: Path | None,
    progress: Progress,
    allowed: Allowed = ALLOWED,
) -> Built:
    """Bring a case's register up to its folder, count, and write its pages.

    Every step is kept as it is done: a build that was killed loses nothing that was
    kept, and the next one goes on from there.

    Args:
        case: The case.
        key: What opens its register, or is to open it.
        out: Where to write the pages; the case's own folder if not given.
        progress: Told how far it is.
        allowed: How long it may estimate.
    """
    site = out or case.site_folder
    with open_or_create(case, key, progress) as register:
        register.set_scope(to_json(as_set(case)), by=PROGRAM, at=datetime.now(UTC))
        capturing = capture_case(case, register, progress)
        importing = import_lists(case, register, progress)
        reading = read_case(case, register, progress)
        linked = _linked(case, register, progress)
        deciding = Deciding(datetime.now(UTC))
        estimated = estimate_in_build(case, register, deciding, progress, allowed)
        progress.begin("Counting", None)
        seen = seen_in(case, register)
        due = reminder(register, datetime.now(UTC))
        if due is not None:
            progress.note(due)
    failures = (
        *capturing.failures,
        *capturing.erased,
        *importing.failures,
        *(_not_read(case, report, why) for report, why in reading.failed),
    )

    def view(seen: Seen) -> SiteView:
        failed = (*capturing.failures, *importing.failures)
        return _view(case, seen, failed, reading)

    own = seen.counted.own_records
    if not own:
        seen = publish(case, key, seen, view, site, progress)
    return Built(
        counted=seen.public.counted,
        captured=capturing.new,
        again=capturing.known,
        reports=len(seen.counted.reports),
        claims=len(seen.counted.evidence.claims),
        unread=tuple((report.name, why) for report, why in reading.unread),
        failures=failures,
        site=None if own else site,
        lists=importing.lists,
        new_lists=importing.new,
        people=None if linked is None else linked.people,
        estimated=estimated,
    )


def _linked(case: Case, register: Register, progress: Progress) -> LinkedCase | None:
    """Link what is there, where whoever builds may: others see their own records."""
    if not register.may(Deed.LINK_PERSONS):
        return None
    return link_register(case, register, datetime.now(UTC), progress)


def _view(case: Case, seen: Seen, failed: Sequence[Failed], reading: Reads) -> SiteView:
    """Put the pages together; a report that was erased since is named nowhere."""
    there = seen.counted.reports
    not_read = (
        Failure(seen.public.name(report.id, report.name), why)
        for report, why in reading.failed
        if report.id in there
    )
    failures = (*(Failure(each.name, each.reason) for each in failed), *not_read)
    unread = (Unread(r.id, why) for r, why in reading.unread if r.id in there)
    view = view_of(case, seen.public, seen.log, failures, tuple(unread))
    return replace(view, lists=seen.lists, estimate=seen.estimate)


def _not_read(case: Case, report: Report, why: str) -> Failed:
    """A report that is kept, but broke its reader."""
    return Failed(shown(report.name), why, case.folder / report.name)
