"""What makes one entry sound: its words, its place, and the contents it speaks of."""

import msgspec

from tasjil.errors import BadValue, LogBroken
from tasjil.register import order
from tasjil.register.border import translated
from tasjil.register.canonical import is_canonical, leaf_digest
from tasjil.register.derived.appliers import APPLIERS
from tasjil.register.entry import LogEntry
from tasjil.register.store import Content, Head, Store

BACKUP = "keep a copy of the register as it is, then go back to your last backup"

KINDS = frozenset(str(kind) for kind in APPLIERS)
SENSELESS = (KeyError, TypeError, AttributeError, ValueError, msgspec.DecodeError)
"""What an applier raises on a body, or a content, that lacks what its kind needs."""


def check_entry(entry: LogEntry, seq: int, previous: str) -> str:
    """Check one entry against its place and the entry before; give its digest.

    Raises:
        LogBroken: What of it is not as it was written.
    """
    name = called(seq, entry.office)
    if entry.seq != seq:
        raise _broken(name, f"is missing; entry {entry.seq} stands in its place")
    words = (entry.kind, entry.at, entry.by, entry.body, entry.previous, entry.digest)
    if not all(isinstance(word, str) for word in words):
        raise _broken(name, "is not text any more")
    if entry.previous != previous:
        raise _broken(name, "does not follow from the entry before it")
    try:
        told = entry.told
        sound = isinstance(told, dict) and is_canonical(entry.body)
        digest = leaf_digest(entry.fields, entry.body)
    except (msgspec.DecodeError, TypeError, RecursionError, BadValue):
        raise _broken(name, "is not canonical JSON any more") from None
    if not sound or digest != entry.digest:
        raise _broken(name, "was changed after it was written")
    if entry.kind not in KINDS:
        raise _broken(name, "is of a kind that this tasjil does not know")
    return digest


def called(seq: int, office: str = "") -> str:
    """Name an entry, and the office where it is not one of ours."""
    return f"entry {seq} of the office {office}" if office else f"entry {seq}"


def _broken(name: str, what: str) -> LogBroken:
    return LogBroken(f"{name} is the first bad one: it {what}; {BACKUP}")


def check_one_end(kept: Store) -> None:
    """Check that nobody put a second end of the log beside the one there is.

    Raises:
        LogBroken: There is more than one.
    """
    with translated():
        ends = Head.objects.using(kept.alias).count()
    if ends > 1:
        raise LogBroken(f"expected one end of the log, found {ends}; {BACKUP}")


def not_whole(name: str, what: str) -> LogBroken:
    """Name the first bad entry, and what became of a content it speaks of."""
    return LogBroken(f"{name} is the first bad one: {what}")


def senseless(entry: LogEntry) -> LogBroken:
    """Name an entry whose body, or whose content, lacks what its kind needs."""
    name = called(entry.seq, entry.office)
    return _broken(name, "lacks what its kind needs")


def check_no_more(kept: Store, contents: int) -> None:
    """Check that there is no content which no entry speaks of.

    Args:
        kept: The register, its log found sound.
        contents: How many its entries speak of; never too high.

    Raises:
        LogBroken: Names the content.
    """
    rows = Content.objects.using(kept.alias)
    with translated():
        if rows.count() == contents:
            return
        known = {
            each
            for entries in order.walk(kept)
            for entry in entries
            for each in entry.digests.values()
        }
        for digest in rows.values_list("digest", flat=True).iterator():
            if digest not in known:
                raise LogBroken(
                    f"content {digest!r} is there, and no entry speaks of it; {BACKUP}"
                )
