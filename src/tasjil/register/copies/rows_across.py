"""Copies every row of a register into an empty one, from whatever store to whatever.

Row by row, and not page by page: so a file can be copied to a server and back, what was
destroyed is not carried along in free pages, and whoever goes on a journey takes nobody
of the sealed box with them. It reads in one transaction: others append meanwhile, and
the copy is of one moment.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models

from tasjil.register.border import translated
from tasjil.register.copies.workplace import Progress
from tasjil.register.rows import columns, insert
from tasjil.register.store import (
    BOARD,
    DERIVED,
    Checkpoint,
    Content,
    Entry,
    Head,
    Peer,
    PeerEntry,
    Sealed,
    Stamp,
    Store,
)

KEPT: tuple[type[models.Model], ...] = (Entry, Content)
AFTER_THE_HEAD: tuple[type[models.Model], ...] = (
    Checkpoint,
    Stamp,
    Sealed,
    Peer,
    PeerEntry,
    *DERIVED,
)
"""A guard lets a checkpoint in where the log is as long as it says."""

AT_ONCE: dict[type[models.Model], int] = {Content: 50}
"""How many rows are held in memory at once: an original can be large."""
MANY = 2_000


def copy_rows(
    source: Store, target: Store, progress: Progress, *, without_box: bool = False
) -> None:
    """Copy a register; its derived tables too, as making them again takes longer.

    Whoever goes on a journey takes the board with them: a travel copy is looked at, and
    nothing is counted in it.

    Args:
        source: The register, inside a transaction.
        target: An empty one, with the tables and guards of this program.
        progress: Told how many rows are done.
        without_box: Leave the people of the sealed box at home.
    """
    every = (*KEPT, *AFTER_THE_HEAD, *(BOARD if without_box or source.travels else ()))
    with translated():
        total = sum(_rows(kind, source).count() for kind in every)
        done = 0
        with target.transaction():
            for kind in every:
                if kind is AFTER_THE_HEAD[0]:
                    _copy_head(source, target)
                for some in _chunks(kind, source, without_box):
                    insert(target.alias, kind, some)
                    done += len(some)
                    progress(done, total)


def _rows(kind: type[models.Model], store: Store) -> Any:
    return kind._default_manager.using(store.alias).order_by("pk")


def _copy_head(source: Store, target: Store) -> None:
    end = Head.objects.using(source.alias).get(pk=1)
    Head.objects.using(target.alias).filter(pk=1).update(
        size=end.size, digest=end.digest, frontier=end.frontier
    )


def _chunks(
    kind: type[models.Model], store: Store, without_box: bool
) -> Iterator[list[tuple[Any, ...]]]:
    many = AT_ONCE.get(kind, MANY)
    some: list[tuple[Any, ...]] = []
    told = _rows(kind, store).values_list(*columns(kind))
    for row in told.iterator(chunk_size=many):
        if kind is Sealed and without_box:
            row = (row[0], None, None)
        # A server gives bytes as views of what it sent.
        some.append(tuple(bytes(v) if type(v) is memoryview else v for v in row))
        if len(some) == many:
            yield some
            some = []
    if some:
        yield some
