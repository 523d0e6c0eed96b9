"""A draft as it lies in its folder: read, and held to the digest of all its files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, TypeVar

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.release.differences import Difference
from tasjil.journey.release.facts import Facts
from tasjil.model.ids import ReleaseId
from tasjil.model.json import from_json
from tasjil.register.canonical import plain_json
from tasjil.register.releases import KeptRelease

MANIFEST, SUMMARY = "release.json", "draft.json"
PAGES, DATA = "site", "data"

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be published, as it lies in the draft's folder.

    Attributes:
        id: What it will be called.
        previous: The release before; None for the first.
        what: `sha256:` and the digest of all its files: what two people agree to.
        entries: How long the log was when it was made; `head` is its last digest.
        files: Every file with its digest.
        changes: What differs from the release before.
        answered: What readers said was wrong and was answered since, but for their
            words.
    """

    id: ReleaseId
    previous: ReleaseId | None
    what: str
    entries: int
    head: str
    files: Mapping[str, str]
    facts: Facts
    changes: tuple[Difference, ...]
    answered: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A draft in short, for a page that is opened often."""

    id: ReleaseId
    previous: ReleaseId | None
    what: str
    entries: int
    files: int
    changes: int
    shown: int
    withheld: int
    at: str

    @classmethod
    def of(cls, draft: Draft, at: datetime) -> "Summary":
        """Say a draft in short."""
        return cls(
            draft.id,
            draft.previous,
            draft.what,
            draft.entries,
            len(draft.files),
            len(draft.changes),
            len(draft.facts.reports),
            draft.facts.withheld,
            at.isoformat(timespec="seconds"),
        )


def read_summary(case: Case) -> Summary | None:
    """Read the draft in short; None where there is none, or it was taken away."""
    return _read(case, SUMMARY, Summary)


def read_draft(case: Case) -> Draft | None:
    """Read the draft as it was made; None where there is none, or it was taken away."""
    return _read(case, MANIFEST, Draft)


def _read(case: Case, name: str, kind: type[Told]) -> Told | None:
    folder = case.draft_folder
    if not (folder / PAGES).is_dir():
        return None
    try:
        plain = json.loads((folder / name).read_text(encoding="utf-8"))
        return from_json(plain, kind)
    except (OSError, ValueError, BadValue):
        return None


def facts_in(release: KeptRelease) -> Facts:
    """Read the numbers that a release was published with."""
    return from_json(release.told["facts"], Facts)


def digests_of(folder: Path) -> dict[str, str]:
    """Digest every file of a draft or release, but for what says so."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in (MANIFEST, SUMMARY):
            with path.open("rb") as file:
                found[name] = f"sha256:{file_digest(file, 'sha256').hexdigest()}"
    return found


def digest_of(files: Mapping[str, str]) -> str:
    """Give one digest for all files: what two people agree to, byte for byte."""
    return f"sha256:{sha256(plain_json(dict(sorted(files.items())))).hexdigest()}"
