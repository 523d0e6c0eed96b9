"""Whether the log is whole: nothing changed, removed, put in between or cut off.

What this cannot know: somebody who rewrites the whole register consistently, or puts
an older copy in its place, leaves a whole log. Only a signed checkpoint that is kept
elsewhere shows that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tasjil.errors import LogBroken
from tasjil.register import home, log
from tasjil.register.border import translated
from tasjil.register.box.checks import check_box
from tasjil.register.checks import checking, guards, second
from tasjil.register.checks import sound as checks
from tasjil.register.checks.checking import Heard, Walked
from tasjil.register.derived import tables
from tasjil.register.derived.target import InStore, Target
from tasjil.register.keys.ring import Opened
from tasjil.register.signatures import checkpoints, stamps
from tasjil.register.signatures.checkpoints import Brought
from tasjil.register.signatures.stamps import StampsFound
from tasjil.register.signatures.witness import Attested, Witness
from tasjil.register.store import Head, Store, scratch
from tasjil.register.tree.checkpoint import LogKey

Progress = checking.Progress

LONG = 20_000
"""From how many entries on a second process is worth the second it takes to start."""

NOTHING_BROUGHT = Brought()


@dataclass(frozen=True, slots=True)
class Verified:
    """A whole log: its length, its last digest, and what was checked beside it.

    Attributes:
        travel: It is a travel copy: nobody is in its sealed box.
    """

    entries: int
    contents: int
    head: str
    tables: dict[str, str]
    attested: Attested
    stamps: StampsFound
    travel: bool = False


def verify_register(
    folder: Path,
    opened: Opened,
    progress: Progress | None = None,
    brought: Brought = NOTHING_BROUGHT,
) -> Verified:
    """Check a register from end to end, without writing to it.

    Works on a store that `Register.open` refuses, so start here when in doubt.

    Args:
        folder: Where it lives.
        opened: What `ring.unlock` gave.
        progress: Told how far it is.
        brought: Checkpoints that were kept elsewhere, and roots for stamps.

    Raises:
        BadCheckpoint: One that was brought is not this office's.
        LogBroken: Names the first bad entry, or what else is not as the log says.
        NoRegister: There is none in this folder.
    """
    home.require(folder)
    checkpoints.check_office(folder, opened)
    waits = home.waits(folder)
    try:
        return _verify_once(folder, opened, progress, brought)
    except LogBroken:
        # A page that a full disk cut in two stands whole in what waits beside the file.
        if not waits:
            raise
        home.settle(folder, opened)
    return _verify_once(folder, opened, progress, brought)


def _verify_once(
    folder: Path, opened: Opened, progress: Progress | None, brought: Brought
) -> Verified:
    kept = Store(home.database(folder, opened, writes=False))
    fresh = Store(scratch())
    try:
        with kept.transaction():
            kept.require_log()
            end = log.head(kept)
            with guards.checked_file(kept, beside=end.size >= LONG):
                kept.require_current()
                fresh.migrate()
                guards.check_tables(kept, fresh)
                tables.leave_only_keys(fresh)
                held = Held(end, checkpoints.log_key(opened), brought)
                # One transaction: in memory, each of a million would look at all pages.
                with fresh.transaction():
                    return _verify(
                        kept, fresh, held, progress or (lambda done, total: None)
                    )
    finally:
        fresh.close()
        kept.close()


@dataclass(frozen=True, slots=True)
class Held:
    """What the log is held against besides itself."""

    end: Head
    key: LogKey
    brought: Brought


def _verify(kept: Store, fresh: Store, held: Held, progress: Progress) -> Verified:
    """Check a short log here, and a long one with a second process where that works."""
    if held.end.size >= LONG:
        try:
            with second.reading(kept, held.end) as reader:
                return _compared(kept, fresh, reader, held, progress)
        except second.Lost:
            tables.empty(fresh)
    return _compared(kept, fresh, Here(kept), held, progress)


class Reader(Protocol):
    """Whoever reads the register: this process or a second one."""

    def walk(self, target: Target, heard: Heard) -> Walked:
        """Check the log, and send the rows it makes to a target."""

    def tables(self) -> dict[str, str]:
        """Digest each derived table as it is kept; after the walk."""


class Here:
    """Reads in this process."""

    def __init__(self, kept: Store) -> None:
        """Read this register."""
        self._kept = kept

    def walk(self, target: Target, heard: Heard) -> Walked:
        """Check the log, and send the rows it makes to a target."""
        return checking.check_log(self._kept, target, heard)

    def tables(self) -> dict[str, str]:
        """Digest each derived table as it is kept."""
        with translated():
            return tables.digests(self._kept)


def _compared(
    kept: Store, fresh: Store, reader: Reader, held: Held, progress: Progress
) -> Verified:
    """Read the log once, make the tables again beside it, and compare."""
    notes = checkpoints.notes(kept)
    witness = Witness(held.key, notes, held.brought.checkpoints)

    def heard(done: int, total: int, digests: Sequence[str]) -> None:
        for digest in digests:
            witness.see(digest)
        progress(done, total)

    walked = reader.walk(InStore(fresh.alias), heard)
    attested = checkpoints.attested(witness, held.end)
    stamped = stamps.check_all(kept, dict(notes), held.brought.roots)
    checks.check_no_more(kept, walked.contents)
    check_box(kept, fresh)
    rebuilt = tables.digests(fresh)
    found = reader.tables()
    _check_same(found, rebuilt)
    return Verified(
        *(walked.entries, walked.contents, walked.head, found, attested, stamped),
        travel=kept.travels,
    )


def _check_same(found: Mapping[str, str], rebuilt: Mapping[str, str]) -> None:
    """Compare the tables that people query with what the log says they hold."""
    for name, digest in rebuilt.items():
        if found[name] != digest:
            raise LogBroken(
                f"the log is whole, but the table {name} was changed beside it; make "
                "the tables again from the log: tasjil rebuild CASE"
            )
