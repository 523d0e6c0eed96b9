"""Reads the whole log once: each entry, all it speaks of, and the rows it makes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tasjil.errors import LogBroken, RegisterError
from tasjil.register import checks, content, log
from tasjil.register.appliers import changes_of, digest_read
from tasjil.register.border import translated
from tasjil.register.canonical import FIRST_PREVIOUS
from tasjil.register.changes import Change
from tasjil.register.entry import LogEntry
from tasjil.register.spoken import Spoken
from tasjil.register.store import Store
from tasjil.register.tables import Tables
from tasjil.register.target import Target

Progress = Callable[[int, int], None]
"""Called with how many entries are done, and how many there are."""
Heard = Callable[[int, int, Sequence[str]], None]
"""Called with the same, and the digests of the entries since the last call."""


@dataclass(frozen=True, slots=True)
class Walked:
    """A log that was read to its end, and every entry found sound.

    Attributes:
        entries: How many there are.
        head: The digest of the last.
        contents: How many contents they speak of; see `Spoken` for its one fault.
    """

    entries: int
    head: str
    contents: int


def check_log(kept: Store, target: Target, heard: Heard) -> Walked:
    """Check each entry with its contents, and send the rows it makes to a target.

    Holds no more than a few hundred entries at once, whatever the length of the log.

    Args:
        kept: The register.
        target: Takes the rows of the derived tables.
        heard: Told how far it is, and the digest of every entry in order.

    Raises:
        LogBroken: Names the first bad entry.
    """
    with translated():
        end, erased = log.head(kept), log.erased(kept)
    tables, spoken = Tables(target), Spoken()
    done, digest = 0, FIRST_PREVIOUS
    for entries in _readable_chunks(kept):
        sound: list[str] = []
        try:
            for entry in entries:
                digest = checks.check_entry(entry, done + 1, digest)
                done = entry.seq
                sound.append(digest)
        except LogBroken:
            # What was signed before may tell of a bad entry before this one.
            heard(done, end.size, sound)
            raise
        for changes in _changes(kept, entries, erased, spoken):
            tables.add(changes)
        heard(done, end.size, sound)
    if (end.size, end.digest) != (done, digest):
        raise LogBroken(
            f"entry {done + 1} is the first bad one: expected a log of {end.size} "
            f"entries, found {done}, or another end than it had; {checks.BACKUP}"
        )
    tables.flush()
    return Walked(done, digest, len(spoken))


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


def _changes(
    kept: Store,
    entries: Sequence[LogEntry],
    erased: Mapping[str, int],
    spoken: Spoken,
) -> Iterator[tuple[Change, ...]]:
    """Say what sound entries change; name the first that is not whole."""
    speaks = {entry.seq: _digests(entry, spoken) for entry in entries}
    digests = {each for digests in speaks.values() for each in digests}
    needed = {each for entry in entries if (each := digest_read(entry)) is not None}
    with _named(entries[0].seq):
        found = content.look(kept, digests, needed, erased)
    for entry in entries:
        for digest in speaks[entry.seq]:
            if digest in found.bad:
                at, what = found.bad[digest]
                raise checks.not_whole(at or entry.seq, what)
        try:
            changes = changes_of(entry, found.held)
        except checks.SENSELESS:
            raise checks.senseless(entry) from None
        yield changes


def _digests(entry: LogEntry, spoken: Spoken) -> list[str]:
    """Name the contents an entry speaks of, and count them."""
    try:
        digests = list(entry.digests.values())
        digest_read(entry)
        for each in digests:
            spoken.add(each)
    except checks.SENSELESS:
        raise checks.senseless(entry) from None
    return digests
