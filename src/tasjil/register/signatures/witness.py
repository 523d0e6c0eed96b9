"""Holds signed checkpoints against a log while somebody walks through it.

A log that agrees with itself can still be another log than the one people worked on:
rewritten as a whole, or an older copy put back. Only what was signed before shows it,
and best of all what was signed before and kept elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tasjil.errors import BadCheckpoint, LogBroken
from tasjil.register.tree.checkpoint import LogKey, Signed, parse
from tasjil.register.tree.merkle import Frontier

MANY = 10_000
"""How many digests wait before the tree grows by them."""

REWRITTEN = (
    "the entries were rewritten after it was signed; keep a copy of the register as it "
    "is, then go back to a backup that agrees with the checkpoint"
)
CUT_OFF = (
    "the log was cut off, or an older copy was put back; keep a copy of the register "
    "as it is, then go back to your last backup"
)


@dataclass(frozen=True, slots=True)
class Attested:
    """What checkpoints say about a log that agrees with all of them.

    Attributes:
        tree: The tree over all entries.
        kept: How many checkpoints stand in the register.
        elsewhere: How many were brought from elsewhere.
        signed: How many entries the last of them holds; 0 where there is none.
    """

    tree: Frontier
    kept: int
    elsewhere: int
    signed: int

    @property
    def unsigned(self) -> int:
        """How many entries stand after the last checkpoint."""
        return self.tree.size - self.signed


@dataclass(frozen=True, slots=True)
class _Page:
    signed: Signed
    elsewhere: bool

    @property
    def name(self) -> str:
        where = "you brought" if self.elsewhere else "in the register"
        return f"the checkpoint of {self.signed.size} entries {where}"


class Witness:
    """Sees every entry's digest once, in order, and compares at each signed size."""

    def __init__(
        self,
        key: LogKey,
        kept: Iterable[tuple[int, str]],
        elsewhere: Sequence[Signed] = (),
    ) -> None:
        """Take the checkpoints to hold against the log.

        Args:
            key: Of the office whose log it is.
            kept: Size and note of each checkpoint in the register.
            elsewhere: Checkpoints that somebody kept and brings.

        Raises:
            LogBroken: One in the register is not as the office signed it.
            BadCheckpoint: One that was brought is of another office, or was changed.
        """
        pages = [_Page(_kept(key, size, note), False) for size, note in kept]
        for signed in elsewhere:
            signed.check(key)
            pages.append(_Page(signed, True))
        self._kept = len(pages) - len(elsewhere)
        # Of one size, those of the register come first: they may tell more narrowly
        # where the other history began.
        self._pages = sorted(
            pages, key=lambda page: (page.signed.size, page.elsewhere), reverse=True
        )
        self._signed = max((page.signed.size for page in pages), default=0)
        self._elsewhere = len(elsewhere)
        self._agreed = {False: 0, True: 0}
        self._tree = Frontier()
        self._waiting: list[bytes] = []
        self._compare()

    def see(self, digest: str) -> None:
        """Take in the next entry's digest.

        Raises:
            LogBroken: A checkpoint of this many entries was signed over others.
        """
        self._waiting.append(bytes.fromhex(digest))
        size = self._tree.size + len(self._waiting)
        if size == self._next or len(self._waiting) == MANY:
            self._compare()

    def end(self) -> Attested:
        """Say what was found, after the last entry.

        Raises:
            LogBroken: A checkpoint of more entries than there are was signed.
        """
        self._compare()
        if self._pages:
            page, size = self._pages[-1], self._tree.size
            raise LogBroken(
                f"entry {size + 1} is the first bad one: it is missing. The log ends "
                f"at {size}, and {page.name} was signed; {CUT_OFF}"
            )
        return Attested(self._tree, self._kept, self._elsewhere, self._signed)

    @property
    def _next(self) -> int:
        return self._pages[-1].signed.size if self._pages else -1

    def _compare(self) -> None:
        """Let the tree grow, and hold it against every checkpoint of its size."""
        self._tree = self._tree.grown(self._waiting)
        self._waiting.clear()
        while self._next == self._tree.size:
            page = self._pages.pop()
            if page.signed.root != self._tree.root:
                raise LogBroken(
                    f"{self._first_bad(page)} {page.name} is from another history: "
                    f"{REWRITTEN}"
                )
            self._agreed[page.elsewhere] = self._tree.size

    def _first_bad(self, page: _Page) -> str:
        """Name the first bad entry, as nearly as roots can tell.

        Whoever rewrote the log may have signed it again: what stands in the register
        says nothing about where a checkpoint from elsewhere began to differ.
        """
        good = self._agreed[True] if page.elsewhere else max(self._agreed.values())
        if self._tree.size - good == 1:
            return f"entry {self._tree.size} is the first bad one:"
        return f"the first bad entry is one of {good + 1} to {self._tree.size}:"


def _kept(key: LogKey, size: int, note: str) -> Signed:
    """Read a checkpoint of the register; it must be as the office signed it."""
    try:
        signed = parse(note)
        signed.check(key)
    except BadCheckpoint as wrong:
        raise LogBroken(
            f"the checkpoint of {size} entries in the register is not as its office "
            f"signed it: {wrong}"
        ) from None
    if signed.size != size:
        raise LogBroken(
            f"expected a checkpoint of {size} entries in its place in the register, "
            f"found one of {signed.size}; somebody moved it: go back to your last "
            "backup"
        )
    return signed
