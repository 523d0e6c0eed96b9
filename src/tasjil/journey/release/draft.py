"""Makes what would leave the house next: pages, figures, codebook, and what changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.count import tally_json
from tasjil.journey.opening import Seat
from tasjil.journey.pages import Seen, publish, seen_in
from tasjil.journey.progress import Progress
from tasjil.journey.release.differences import differences
from tasjil.journey.release.drafted import (
    DATA,
    MANIFEST,
    PAGES,
    SUMMARY,
    Draft,
    Summary,
    digest_of,
    digests_of,
    facts_in,
)
from tasjil.journey.release.showing import facts_of, viewing
from tasjil.model.ids import ReleaseId
from tasjil.model.json import to_json
from tasjil.register.canonical import plain_json
from tasjil.register.deeds import Deed
from tasjil.register.register import Register


def make_draft(case: Case, seat: Seat, progress: Progress) -> Draft:
    """Count, and write everything that would be published into the draft's folder.

    Raises:
        NotAllowed: They may not publish.
    """
    register = seat.register
    register.must(Deed.PUBLISH)
    folder = case.draft_folder
    folder.mkdir(parents=True, exist_ok=True)
    for name in (SUMMARY, MANIFEST):
        (folder / name).unlink(missing_ok=True)
    progress.begin("Counting", None)
    first = seen_in(case, register)
    seen = publish(case, seat, first, viewing(case), folder / PAGES, progress)
    progress.begin("Comparing with the release before", None)
    draft = _compared(case, register, seen)
    _write_data(case, folder / DATA, seen, draft)
    files = digests_of(folder)
    whole = replace(draft, files=files, what=digest_of(files))
    _put(folder / MANIFEST, to_json(whole))
    _put(folder / SUMMARY, to_json(Summary.of(whole, datetime.now(UTC))))
    return whole


def _compared(case: Case, register: Register, seen: Seen) -> Draft:
    past = register.releases()
    last = register.release(past[-1].id) if past else None
    facts = facts_of(seen)
    before = None if last is None else facts_in(last)
    since = 0 if last is None else last.entries
    return Draft(
        id=ReleaseId(f"{case.id}-{len(past) + 1}"),
        previous=None if last is None else last.id,
        what="",
        entries=seen.log.entries,
        head=seen.log.digest,
        files={},
        facts=facts,
        changes=differences(register, before, since, facts),
        answered=tuple(_answered(register, since)),
    )


def _answered(register: Register, since: int) -> Iterator[dict[str, Any]]:
    """Give what was answered after an entry; the reader's own words stay here."""
    for each in register.corrections(waiting=False):
        if each.answered is not None and each.answered > since:
            yield {
                "about": each.about,
                "release": each.release,
                "answer": each.answer,
                "led_to": each.led_to,
            }


def _write_data(case: Case, folder: Path, seen: Seen, draft: Draft) -> None:
    folder.mkdir(exist_ok=True)
    counted = seen.public.counted
    _put(folder / "figures.json", tally_json(case, counted))
    _put(folder / "incidents.json", to_json(draft.facts.incidents))
    _put(
        folder / "codebook.json",
        {"scope": to_json(case.scope), "codebook": to_json(case.codebook)},
    )
    _put(
        folder / "changes.json",
        {
            "release": draft.id,
            "previous": draft.previous,
            "changes": [to_json(each.change()) for each in draft.changes],
            "corrections": list(draft.answered),
        },
    )


def _put(path: Path, plain: Any) -> None:
    path.write_bytes(plain_json(plain) + b"\n")
