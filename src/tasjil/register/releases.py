"""Releases as the log has them: what went out, on whose leave, and in which numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from tasjil.model.ids import ReleaseId, UserId
from tasjil.register import content
from tasjil.register.border import translated
from tasjil.register.canonical import plain_json
from tasjil.register.entry import EntryKind, LogEntry, NewEntry
from tasjil.register.gone import gone
from tasjil.register.log import COLUMNS
from tasjil.register.store import Entry, Store


@dataclass(frozen=True, slots=True)
class KeptRelease:
    """One release.

    Attributes:
        number: Its entry.
        what: The digest of all its files, that two people agreed to.
        approval: The request it rests on.
        entries: How long the log was when its pages were made.
        told: Scope, codebook, files, facts and changes, as plain JSON; empty in a list.
    """

    number: int
    id: ReleaseId
    previous: ReleaseId | None
    by: UserId
    at: str
    because: str
    what: str
    approval: int | None
    entries: int
    told: Mapping[str, Any]


def published(
    id: ReleaseId, grounds: Mapping[str, Any], told: Mapping[str, Any], because: str
) -> NewEntry:
    """Record a release."""
    body = {**grounds, "release": id}
    return NewEntry(
        EntryKind.RELEASE_PUBLISHED, body, {"release": plain_json(told)}, because
    )


def every(store: Store) -> tuple[KeptRelease, ...]:
    """Give every release, oldest first, without what it told."""
    with translated():
        return tuple(_kept(each, b"") for each in _entries(store))


def one(store: Store, id: str) -> KeptRelease | None:
    """Give one release with all that it told; None where there is none of that id."""
    with translated():
        for each in _entries(store):
            if each.told["release"] == id:
                wanted = [each.digests["release"]]
                held = content.get(store, wanted, gone(store).contents)
                return _kept(each, held[wanted[0]])
    return None


def _entries(store: Store) -> list[LogEntry]:
    """Find them by their kind: they are few."""
    kind = str(EntryKind.RELEASE_PUBLISHED)
    rows = Entry.objects.using(store.alias).filter(kind=kind).order_by("seq")
    entries = [LogEntry(*row) for row in rows.values_list(*COLUMNS)]
    return [each for each in entries if "release" in each.told and each.digests]


def _kept(entry: LogEntry, data: bytes) -> KeptRelease:
    told = entry.told
    return KeptRelease(
        number=entry.seq,
        id=ReleaseId(told["release"]),
        previous=told.get("previous"),
        by=UserId(entry.by),
        at=entry.at,
        because=entry.because or "",
        what=told["what"],
        approval=told.get("approval"),
        entries=told.get("log", 0),
        told=msgspec.json.decode(data) if data else {},
    )
