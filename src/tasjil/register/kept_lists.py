"""The lists that a register keeps, and which version of each is the newest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from tasjil.model.ids import UserId
from tasjil.register import content, queries
from tasjil.register.border import translated
from tasjil.register.entry import EntryKind
from tasjil.register.gone import gone
from tasjil.register.store import Entry, Store


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """One version of a list, as it was kept.

    Attributes:
        list: The digest of its bytes.
        follows: The version before it; None for the first.
        name: Its first file's name, told from the case's folder; its records are
            called by it.
        file: Its newest file's name.
        numbers: What each of its records is called; None where they are counted.
        gone: Numbers that records of earlier versions had, and no record has now.
        columns: The file that said what its columns mean; None where it was guessed.
    """

    list: str
    follows: str | None
    name: str
    file: str
    numbers: tuple[str, ...] | None
    gone: tuple[str, ...]
    columns: str | None


def newest(store: Store, own: UserId | None = None) -> tuple[KeptVersion, ...]:
    """Give the newest version of each list, by name; those erased are left out.

    Args:
        store: The register.
        own: A user who sees only the lists that they keep; None for all.
    """
    standing = queries.standing_lists(store)
    bodies = [body for body in _bodies(store, own) if body["list"] in standing]
    followed = {body.get("follows") for body in bodies}
    last = [body for body in bodies if body["list"] not in followed]
    with translated():
        records = [body["content"]["record"] for body in last]
        held = content.get(store, records, gone(store).contents)
    found = [
        _version(body, msgspec.json.decode(held[body["content"]["record"]]))
        for body in last
        if body["content"]["record"] in held
    ]
    return tuple(sorted(found, key=lambda each: (each.name, each.list)))


def original(store: Store, version: KeptVersion) -> bytes:
    """Give the bytes of a version as they were kept."""
    with translated():
        return content.get(store, [version.list])[version.list]


def _bodies(store: Store, own: UserId | None) -> Sequence[dict[str, Any]]:
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.LIST_IMPORTED)
    with translated():
        found = list(rows.order_by("seq").values_list("by", "body"))
    told = [(author, msgspec.json.decode(body)) for author, body in found]
    return [
        body for author, body in told if own is None or own in (author, body.get("for"))
    ]


def _version(body: dict[str, Any], record: dict[str, Any]) -> KeptVersion:
    numbers = record.get("numbers")
    return KeptVersion(
        list=body["list"],
        follows=body.get("follows"),
        name=record["name"],
        file=record.get("file", record["name"]),
        numbers=None if numbers is None else tuple(numbers),
        gone=tuple(record.get("gone", ())),
        columns=record.get("columns"),
    )
