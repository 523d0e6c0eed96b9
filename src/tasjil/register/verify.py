"""Whether the log is whole: nothing changed, removed, put in between or cut off.

What this cannot know: somebody who rewrites the whole register consistently, or puts
an older copy in its place, leaves a whole log. Only a signed checkpoint that is kept
elsewhere shows that.
"""

from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import LogBroken, RegisterError
from tasjil.register import checks, files, guards, log, tables
from tasjil.register.border import translated
from tasjil.register.box_checks import check_box
from tasjil.register.canonical import FIRST_PREVIOUS
from tasjil.register.entry import LogEntry
from tasjil.register.replay import replay
from tasjil.register.store import Store, scratch, sqlite
from tasjil.register.tables import Tables

Progress = Callable[[int, int], None]
"""Called with how many entries are checked, and how many there are."""


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
        erased = log.erased(kept)
    rebuilt = Tables(fresh.alias)
    done, digest = 0, FIRST_PREVIOUS
    spoken_of: dict[str, int] = {}
    for entries in _readable_chunks(kept):
        for entry in entries:
            digest = checks.check_entry(entry, done + 1, digest)
            for each in entry.digests.values():
                spoken_of.setdefault(each, entry.seq)
            done = entry.seq
        _replayed(kept, entries, rebuilt, erased)
        progress(done, head.size)
    if (head.size, head.digest) != (done, digest):
        raise LogBroken(
            f"entry {done + 1} is the first bad one: expected a log of {head.size} "
            f"entries, found {done}, or another end than it had; {checks.BACKUP}"
        )
    rebuilt.flush()
    checks.check_contents(kept, spoken_of, erased)
    check_box(kept, fresh)
    return Verified(done, len(spoken_of), digest, _same_tables(kept, fresh))


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


def _replayed(
    kept: Store, entries: list[LogEntry], rebuilt: Tables, erased: Container[str]
) -> None:
    """Apply checked entries; where that fails, name the entry it fails at."""
    try:
        with translated():
            replay(kept, entries, rebuilt, erased)
    except (LogBroken, *checks.SENSELESS):
        for entry in entries:
            checks.check_sense(kept, entry, erased)
        raise


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
