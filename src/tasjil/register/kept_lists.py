"""The lists that a register keeps, and which version of each is the newest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from tasjil.model.ids import UserId
from tasjil.register import content
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
    standing = standing_lists(store)
    told = [body for body in _bodies(store, own) if body["list"] in standing]
    # What its columns mean may have been said later, in an entry of the same list.
    bodies = list({body["list"]: body for body in told}.values())
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


def known_lists(store: Store) -> frozenset[str]:
    """Give the id of every list that was imported; an id is the digest of its bytes."""
    return frozenset(list_contents(store))


def list_contents(store: Store) -> dict[str, tuple[str, ...]]:
    """Give every list that was imported, with its contents, its record first."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.LIST_IMPORTED)
    with translated():
        told = map(msgspec.json.decode, rows.values_list("body", flat=True))
        return {
            each["list"]: (each["content"]["record"], each["content"]["original"])
            for each in told
        }


def standing_lists(store: Store) -> frozenset[str]:
    """Give the id of every list that was imported and not erased since."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.IDENTITY_ERASED)
    with translated():
        told = map(msgspec.json.decode, rows.values_list("body", flat=True))
        erased = {each for body in told for each in body.get("lists", ())}
    return known_lists(store) - erased


def find_lists(store: Store, name: str, digest: str | None) -> list[str]:
    """Give the lists of this name, or those whose digest begins like this."""
    standing = standing_lists(store)
    records = {
        id: parts[0] for id, parts in list_contents(store).items() if id in standing
    }
    if digest is not None:
        found = [id for id in records if id.startswith(f"sha256:{digest}")]
        if found:
            return found
    with translated():
        held = content.get(store, records.values(), gone(store).contents)
    names = {
        id: msgspec.json.decode(held[at])["name"]
        for id, at in records.items()
        if at in held
    }
    return [id for id, own in names.items() if own == name or own.endswith(f"/{name}")]


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
