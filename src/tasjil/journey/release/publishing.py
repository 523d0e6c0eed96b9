"""Asks for leave to publish a draft, and publishes it once a second person gave it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tasjil.errors import PagesOutdated, PublishError
from tasjil.journey.case import Case
from tasjil.journey.opening import Key, Seat, open_register
from tasjil.journey.release.drafted import (
    PAGES,
    Draft,
    digest_of,
    digests_of,
    read_draft,
)
from tasjil.model.ids import ReleaseId, ReportId
from tasjil.model.json import to_json
from tasjil.publish.swap import swapped_in
from tasjil.register.deeds import Deed
from tasjil.register.desk.logbook import Cut, Wanted
from tasjil.register.entry import EntryKind
from tasjil.register.register import Register
from tasjil.register.releases import KeptRelease

HIDING = (
    *(EntryKind.IDENTITY_SEALED, EntryKind.IDENTITY_TIED),
    *(EntryKind.IDENTITY_ERASED, EntryKind.CONSENT_WITHDRAWN),
    *(EntryKind.CONSENT_GIVEN, EntryKind.BUNDLE_IMPORTED),
)
"""Entries after which something may not be shown any more."""


@dataclass(frozen=True, slots=True)
class StillShown:
    """A release that has left the house and shows what may not be shown any more.

    Attributes:
        reports: Reports that are held back or gone by now.
        here: Whether its frozen folder still lies on this machine.
    """

    release: ReleaseId
    reports: tuple[ReportId, ...]
    here: bool


def ask_release(case: Case, key: Key, because: str) -> int:
    """Ask a second person for leave to publish the draft as it is now.

    Raises:
        PublishError: There is no draft, or its files were changed.
    """
    draft = whole_draft(case)
    with open_register(case, key) as register:
        return register.ask(
            Deed.PUBLISH, draft.what, because=because, at=datetime.now(UTC)
        )


def whole_draft(case: Case) -> Draft:
    """Give the draft, with every byte as it was when it was made.

    Raises:
        PublishError: There is none, or a file was changed.
    """
    draft = read_draft(case)
    if draft is None:
        raise PublishError(
            "expected a draft of what would be published, found none; make one first: "
            "tasjil release CASE"
        )
    if digest_of(digests_of(case.draft_folder)) != draft.what:
        raise PublishError(
            "expected the draft as it was made, found that a file in its folder was "
            "changed; make it again"
        )
    return draft


def publish_release(case: Case, seat: Seat, because: str) -> ReleaseId:
    """Publish the draft that a second person agreed to; freeze it, and show its pages.

    Raises:
        NotAllowed: A second person has not agreed to exactly this.
        PublishError: There is no draft, or it was changed.
        PagesOutdated: Somebody was sealed or erased since it was made.
    """
    draft, register = whole_draft(case), seat.register
    now = datetime.now(UTC)
    grounds = register.leave_for_export(draft.what, at=now, deed=Deed.PUBLISH)
    _refuse_outdated(register, draft)
    frozen = case.releases_folder / draft.id
    if frozen.exists():
        raise PublishError(
            f"expected no release {draft.id} yet, found its folder; make the draft "
            "again"
        )
    case.draft_folder.rename(frozen)
    try:
        register.publish_release(
            draft.id,
            {**grounds, "previous": draft.previous, "log": draft.entries},
            _told(case, draft),
            because=because,
            at=now,
        )
    except BaseException:
        frozen.rename(case.draft_folder)
        raise
    with swapped_in(case.site_folder) as fresh:
        shutil.copytree(frozen / PAGES, fresh, dirs_exist_ok=True)
    return draft.id


def _refuse_outdated(register: Register, draft: Draft) -> None:
    if not_to_show(register, draft.facts.reports):
        raise PagesOutdated(
            "expected a draft that shows what may be shown, found reports in it that "
            "were held back or erased since it was made; make the draft again"
        )


def not_to_show(
    register: Register, reports: tuple[ReportId, ...]
) -> tuple[ReportId, ...]:
    """Give those of some reports that may not be shown any more, or are gone."""
    held, known = register.box.withheld(), register.known_digests()
    return tuple(each for each in reports if each in held or each not in known)


def still_shown(
    case: Case, register: Register, release: KeptRelease
) -> StillShown | None:
    """Say whether a release shows what was sealed or erased after it."""
    later = register.logbook.page(
        Wanted(kinds=HIDING), Cut(after=release.entries), size=1
    )
    whole = register.release(release.id) if later.entries else None
    if whole is None:
        return None
    gone = not_to_show(register, tuple(whole.told["facts"]["reports"]))
    here = (case.releases_folder / release.id).is_dir()
    return StillShown(release.id, gone, here) if gone else None


def _told(case: Case, draft: Draft) -> dict[str, object]:
    """Give what the log keeps of a release, so that the same numbers come again."""
    return {
        "release": draft.id,
        "scope": to_json(case.scope),
        "codebook": to_json(case.codebook),
        "files": dict(draft.files),
        "head": draft.head,
        "facts": to_json(draft.facts),
        "changes": to_json(draft.changes),
    }


class _Chunks:
    """Takes the bytes of an archive as they are made; nothing is kept."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: bytes) -> int:
        self._held += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere."""

    def taken(self) -> bytes:
        given = bytes(self._held)
        self._held.clear()
        return given


def archived(folder: Path) -> Iterator[bytes]:
    """Give a frozen folder as one archive, piece by piece; no file is made for it."""
    out = _Chunks()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:  # type: ignore[call-overload]
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                made.write(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
                yield out.taken()
    yield out.taken()
