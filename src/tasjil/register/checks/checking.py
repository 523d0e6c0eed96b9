"""Reads the whole log once: each entry, all it speaks of, and the rows it makes."""

from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tasjil.errors import LogBroken, RegisterError
from tasjil.register import content, log, order, peers
from tasjil.register.border import translated
from tasjil.register.canonical import FIRST_PREVIOUS
from tasjil.register.checks import sound as checks
from tasjil.register.checks.spoken import Spoken
from tasjil.register.derived.appliers import digest_read
from tasjil.register.derived.changes import Change
from tasjil.register.derived.fold import Fold
from tasjil.register.derived.tables import Tables
from tasjil.register.derived.target import Target
from tasjil.register.entry import LogEntry
from tasjil.register.peers import Known
from tasjil.register.store import Store
from tasjil.register.tree.merkle import Frontier

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
    checks.check_one_end(kept)
    with translated():
        end, fold = log.head(kept), Fold.of(kept)
        others = {each.office.id: Line(each.office.id) for each in peers.known(kept)}
    tables, spoken, own = Tables(target), Spoken(), Line()
    tables.add(fold.begin())
    for entries in _readable_chunks(kept):
        sound: list[str] = []
        try:
            for entry in entries:
                line = others[entry.office] if entry.office else own
                line.check(entry)
                if line is own:
                    sound.append(own.digest)
        except LogBroken:
            # What was signed before may tell of a bad entry before this one.
            heard(own.done, end.size, sound)
            raise
        for changes in _changes(kept, entries, fold, spoken):
            tables.add(changes)
        heard(own.done, end.size, sound)
    own.require(end.size, end.digest)
    for each in peers.known(kept):
        others[each.office.id].require_signed(each)
    tables.flush()
    return Walked(own.done, own.digest, len(spoken))


class Line:
    """Follows one log from its first entry to its last.

    Attributes:
        done: How many entries were found sound.
        digest: Of the last of them.
    """

    def __init__(self, office: str = "") -> None:
        """Begin before the first entry of an office's log; our own without."""
        self.office = office
        self.done, self.digest = 0, FIRST_PREVIOUS
        self._tree = Frontier()
        self._waiting: list[bytes] = []

    def check(self, entry: LogEntry) -> None:
        """Check the next entry; `LogBroken` where it is not as it was written."""
        self.digest = checks.check_entry(entry, self.done + 1, self.digest)
        self.done = entry.seq
        if self.office:
            self._waiting.append(bytes.fromhex(self.digest))

    def require(self, size: int, digest: str) -> None:
        """Check that the log ends where its head says; `LogBroken` otherwise."""
        if (size, digest) != (self.done, self.digest):
            raise LogBroken(
                f"{checks.called(self.done + 1, self.office)} is the first bad one: "
                f"expected a log of {size} entries, found {self.done}, or another end "
                f"than it had; {checks.BACKUP}"
            )

    def require_signed(self, office: Known) -> None:
        """Check that another office signed exactly these; `LogBroken` otherwise."""
        self.require(office.size, office.digest)
        tree = self._tree.grown(self._waiting)
        if tree != office.tree or office.signed.size != self.done:
            raise LogBroken(
                f"expected the entries that the office {self.office} signed, found "
                f"others; {checks.BACKUP}"
            )


def _readable_chunks(kept: Store) -> Iterator[list[LogEntry]]:
    """Walk the log; where the file cannot be read on, name the entries it was at."""
    last = 0
    chunks = order.walk(kept)
    while True:
        with _named(last + 1):
            entries = next(chunks, None)
        if entries is None:
            return
        yield entries
        last = max((entry.seq for entry in entries if not entry.office), default=last)


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
    fold: Fold,
    spoken: Spoken,
) -> Iterator[tuple[Change, ...]]:
    """Say what sound entries change; name the first that is not whole."""
    speaks = [_digests(entry, spoken, fold.absent) for entry in entries]
    digests = {each for digests in speaks for each in digests}
    needed = {each for entry in entries if (each := digest_read(entry)) is not None}
    with _named(entries[0].seq):
        found = content.look(kept, digests, needed, fold.gone.contents)
    for entry, spoken_of in zip(entries, speaks, strict=True):
        for digest in spoken_of:
            if digest in found.bad:
                at, what = found.bad[digest]
                raise checks.not_whole(checks.called(at or entry.seq), what)
        try:
            changes = fold.changes(entry, found.held)
        except checks.SENSELESS:
            raise checks.senseless(entry) from None
        yield changes


def _digests(entry: LogEntry, spoken: Spoken, absent: Container[str]) -> list[str]:
    """Name the contents an entry speaks of that must be here, and count them."""
    try:
        digests = [each for each in entry.digests.values() if each not in absent]
        digest_read(entry)
        for each in digests:
            spoken.add(each)
    except checks.SENSELESS:
        raise checks.senseless(entry) from None
    return digests
