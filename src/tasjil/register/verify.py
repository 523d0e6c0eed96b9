"""Whether the log is whole: nothing changed, removed, put in between or cut off.

What this cannot know: somebody who rewrites the whole register consistently, or puts
an older copy in its place, leaves a whole log. Only a signed checkpoint that is kept
elsewhere shows that.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tasjil.errors import BadValue, LogBroken, RegisterError
from tasjil.register import content, files, guards, log, tables
from tasjil.register.appliers import APPLIERS
from tasjil.register.border import translated
from tasjil.register.canonical import FIRST_PREVIOUS, canonical, leaf_digest
from tasjil.register.entry import LogEntry
from tasjil.register.replay import replay
from tasjil.register.store import Content, Store, scratch, sqlite
from tasjil.register.tables import Tables

Progress = Callable[[int, int], None]
"""Called with how many entries are checked, and how many there are."""

BACKUP = "keep a copy of the register as it is, then go back to your last backup"


@dataclass(frozen=True, slots=True)
class Verified:
    """A whole log: its length, its last digest, and what was checked beside it."""

    entries: int
    contents: int
    head: str
    tables: dict[str, str]


def verify_file(path: Path, progress: Progress | None = None) -> Verified:
    """Check a register from end to end, without writing to it.

    Works on a file that `Register.open` refuses, so start here when in doubt.

    Raises:
        LogBroken: Names the first bad entry, or what else is not as the log says.
        NoRegister: There is none at this path.
    """
    files.require(path)
    kept, fresh = Store(sqlite(path, writes=False)), Store(scratch())
    try:
        with kept.transaction():
            guards.check_file(kept)
            kept.require_log()
            kept.require_current()
            fresh.migrate()
            guards.check_tables(kept, fresh)
            return _verify(kept, fresh, progress or (lambda done, total: None))
    finally:
        fresh.close()
        kept.close()


def _verify(kept: Store, fresh: Store, progress: Progress) -> Verified:
    """Walk the log once, checking each entry and making the tables again beside it."""
    with translated():
        head = log.head(kept)
    rebuilt = Tables(fresh.alias)
    done, digest = 0, FIRST_PREVIOUS
    spoken_of: set[str] = set()
    for entries in _readable_chunks(kept):
        for entry in entries:
            digest = check_entry(entry, done + 1, digest)
            spoken_of.update(entry.digests.values())
            done = entry.seq
        _replayed(kept, entries, rebuilt)
        progress(done, head.size)
    if (head.size, head.digest) != (done, digest):
        raise LogBroken(
            f"entry {done + 1} is the first bad one: expected a log of {head.size} "
            f"entries, found {done}, or another end than it had; {BACKUP}"
        )
    rebuilt.flush()
    _check_contents(kept, spoken_of)
    return Verified(done, len(spoken_of), digest, _same_tables(kept, fresh))


def check_entry(entry: LogEntry, seq: int, previous: str) -> str:
    """Check one entry against its place and the entry before; give its digest.

    Raises:
        LogBroken: What of it is not as it was written.
    """
    if entry.seq != seq:
        raise _broken(seq, f"is missing; entry {entry.seq} stands in its place")
    words = (entry.kind, entry.at, entry.by, entry.body, entry.previous, entry.digest)
    if not all(isinstance(word, str) for word in words):
        raise _broken(seq, "is not text any more")
    if entry.previous != previous:
        raise _broken(seq, "does not follow from the entry before it")
    try:
        told = entry.told
        sound = isinstance(told, dict) and canonical(told).decode() == entry.body
        digest = leaf_digest(entry.fields, entry.body)
    except (msgspec.DecodeError, TypeError, RecursionError, BadValue):
        raise _broken(seq, "is not canonical JSON any more") from None
    if not sound or digest != entry.digest:
        raise _broken(seq, "was changed after it was written")
    if entry.kind not in {str(kind) for kind in APPLIERS}:
        raise _broken(seq, "is of a kind that this tasjil does not know")
    return digest


def _broken(seq: int, what: str) -> LogBroken:
    return LogBroken(f"entry {seq} is the first bad one: it {what}; {BACKUP}")


def _readable_chunks(kept: Store) -> Iterator[list[LogEntry]]:
    """Walk the log; where the file cannot be read on, name the entries it was at."""
    last = 0
    chunks = log.walk(kept)
    while True:
        with _named(last + 1):
            entries = next(chunks, None)
        if entries is None:
            return
        yield entries
        last = entries[-1].seq


@contextmanager
def _named(first: int) -> Iterator[None]:
    """Say near which entry something could not be read."""
    try:
        with translated():
            yield
    except RegisterError as wrong:
        raise LogBroken(f"at entry {first} or soon after it: {wrong}") from None


def _replayed(kept: Store, entries: list[LogEntry], rebuilt: Tables) -> None:
    """Apply checked entries; a sound entry whose body makes no sense is named too."""
    try:
        with _named(entries[0].seq):
            replay(kept, entries, rebuilt)
    except (KeyError, TypeError, AttributeError, msgspec.DecodeError) as wrong:
        raise LogBroken(
            f"an entry from {entries[0].seq} to {entries[-1].seq} lacks what its kind "
            f"needs ({type(wrong).__name__}); {BACKUP}"
        ) from None


def _check_contents(kept: Store, spoken_of: set[str]) -> None:
    """Check that each content is what its digest says, and each digest has one."""
    rows = Content.objects.using(kept.alias).values_list("digest", "size", "data")
    found: set[str] = set()
    with translated():
        for digest, size, data in rows.iterator(chunk_size=100):
            if digest not in spoken_of:
                raise LogBroken(
                    f"content {digest!r} is there, and no entry speaks of it; {BACKUP}"
                )
            content.unpacked(digest, size, data)
            found.add(digest)
    for digest in sorted(spoken_of - found):
        raise LogBroken(f"content {digest} is missing; {BACKUP}")


def _same_tables(kept: Store, fresh: Store) -> dict[str, str]:
    """Compare the tables that people query with what the log says they hold."""
    rebuilt = tables.digests(fresh)
    with translated():
        found = tables.digests(kept)
    for name, digest in rebuilt.items():
        if found[name] != digest:
            raise LogBroken(
                f"the log is whole, but the table {name} was changed beside it; make "
                "the tables again from the log (rebuild)"
            )
    return found
