"""Estimates as they are kept: from what, how, what came of it, and who took it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from tasjil.errors import NotInRegister
from tasjil.register import content
from tasjil.register.border import translated
from tasjil.register.canonical import plain_json, utc
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.gone import gone
from tasjil.register.store import EstimateRow, Store


@dataclass(frozen=True, slots=True)
class NewEstimate:
    """What an estimate is kept as; nothing of it tells of one person.

    Attributes:
        lists: Ids of the lists it rests on: it goes when one of them is erased.
        data: `sha256:` and the digest of all its tables.
        basis: The digest of what the tables were made from; another is other data.
        asked: The digest of how it was asked for.
        about: Plain values that name nobody and no list: seed, draws, versions, n.
        run: Its tables, settings, limits, outcomes and verdict, as plain JSON; the
            names of lists stand in it.
    """

    lists: Sequence[str]
    data: str
    basis: str
    asked: str
    about: Mapping[str, Any]
    run: Mapping[str, Any]

    def entry(self, because: str | None, at: datetime) -> NewEntry:
        """Record it.

        No two are the same bytes: one that went with an erased list is never meant by
        another.
        """
        body = {
            **self.about,
            "lists": sorted(self.lists),
            "data": self.data,
            "basis": self.basis,
            "asked": self.asked,
        }
        run = {**self.run, "kept": [utc(at), *sorted(self.lists)]}
        contents = {"estimate": plain_json(run)}
        return NewEntry(EntryKind.ESTIMATE_MADE, body, contents, because)


@dataclass(frozen=True, slots=True)
class KeptEstimate:
    """An estimate that was kept.

    Attributes:
        id: The number of its entry; with the office where that is another.
        office: The id of another office; "" for ours.
        by: Who asked for it; or for whom the program worked.
        run: As in `NewEstimate`; None where it went with an erased list, or did not
            come with another office's log.
        withdrawn: By whom it was taken back and why; None while it stands.
    """

    id: str
    office: str
    by: str
    at: str
    because: str
    data: str
    basis: str
    asked: str
    run: Mapping[str, Any] | None
    withdrawn: tuple[str, str] | None = None

    @property
    def stands(self) -> bool:
        """Whether it can be shown: here, whole, and not taken back."""
        return self.run is not None and self.withdrawn is None


@dataclass(frozen=True, slots=True)
class EstimateHead:
    """What a list tells of an estimate, without reading what came of it.

    Attributes:
        is_here: Its tables and its report are here; they go with an erased list.
        withdrawn: As in `KeptEstimate`.
    """

    id: str
    office: str
    by: str
    at: str
    because: str
    basis: str
    is_here: bool
    withdrawn: tuple[str, str] | None = None

    @property
    def stands(self) -> bool:
        """Whether it can be shown: here, whole, and not taken back."""
        return self.is_here and self.withdrawn is None


def heads(store: Store, limit: int) -> tuple[EstimateHead, ...]:
    """Give the newest estimates, without their tables and reports; newest first."""
    rows = EstimateRow.objects.using(store.alias).order_by("-seq")[:limit]
    with translated():
        found = list(rows)
        there = content.kept(store, (row.content_id for row in found))
    there -= gone(store).contents.keys()
    return tuple(
        EstimateHead(
            row.id,
            row.office,
            row.by,
            row.at,
            row.because,
            row.basis,
            row.content_id in there,
            _taken(row),
        )
        for row in found
    )


def _taken(row: EstimateRow) -> tuple[str, str] | None:
    if row.withdrawn is None:
        return None
    return row.withdrawn_by, row.withdrawn_because


def every(store: Store, id: str | None = None) -> tuple[KeptEstimate, ...]:
    """Give all estimates, or the one of an id, oldest first."""
    rows = EstimateRow.objects.using(store.alias).order_by("seq")
    if id is not None:
        rows = rows.filter(pk=id)
    with translated():
        found = list(rows)
        there = content.kept(store, (row.content_id for row in found))
        held = content.get(store, there, gone(store).contents)
    return tuple(_kept(row, held) for row in found)


def one(store: Store, id: str) -> KeptEstimate:
    """Give one estimate; `NotInRegister` where none has this id."""
    for found in every(store, id):
        return found
    raise unknown(id)


def unknown(id: str) -> NotInRegister:
    """Say that no estimate has this id."""
    return NotInRegister(
        f"expected the number of an estimate that was kept, found none for {id!r}; "
        "`tasjil estimate CASE --kept` lists them"
    )


def withdrawn(store: Store, id: str, because: str) -> NewEntry:
    """Record that an estimate does not stand any more.

    Raises:
        NotInRegister: None of ours has this id, or it was withdrawn before.
    """
    found = one(store, id)
    if found.office or found.withdrawn is not None:
        raise NotInRegister(
            f"expected an estimate of ours that stands, found {id!r}, which "
            f"{'is of another office' if found.office else 'was withdrawn before'}; "
            "`tasjil estimate CASE --kept` lists them"
        )
    body = {"withdraws": int(found.id)}
    return NewEntry(EntryKind.ESTIMATE_WITHDRAWN, body, because=because)


def _kept(row: EstimateRow, held: Mapping[str, bytes]) -> KeptEstimate:
    run = held.get(row.content_id)
    return KeptEstimate(
        row.id,
        row.office,
        row.by,
        row.at,
        row.because,
        row.data,
        row.basis,
        row.asked,
        None if run is None else msgspec.json.decode(run),
        _taken(row),
    )
