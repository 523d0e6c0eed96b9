"""What makes one entry sound: its words, its place, and the contents it speaks of."""

from collections.abc import Container, Mapping

import msgspec

from tasjil.errors import BadValue, LogBroken
from tasjil.register import content
from tasjil.register.appliers import APPLIERS, changes_of, digest_read
from tasjil.register.border import translated
from tasjil.register.canonical import is_canonical, leaf_digest
from tasjil.register.entry import LogEntry
from tasjil.register.store import Content, Store

BACKUP = "keep a copy of the register as it is, then go back to your last backup"

KINDS = frozenset(str(kind) for kind in APPLIERS)
NOT_GONE = (
    "it destroyed a content that still stands; erase the same again, or go back to a "
    "backup made after it"
)

SENSELESS = (KeyError, TypeError, AttributeError, msgspec.DecodeError)
"""What an applier raises on a body, or a content, that lacks what its kind needs."""


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
        sound = isinstance(told, dict) and is_canonical(entry.body)
        digest = leaf_digest(entry.fields, entry.body)
    except (msgspec.DecodeError, TypeError, RecursionError, BadValue):
        raise _broken(seq, "is not canonical JSON any more") from None
    if not sound or digest != entry.digest:
        raise _broken(seq, "was changed after it was written")
    if entry.kind not in KINDS:
        raise _broken(seq, "is of a kind that this tasjil does not know")
    return digest


def _broken(seq: int, what: str) -> LogBroken:
    return LogBroken(f"entry {seq} is the first bad one: it {what}; {BACKUP}")


def check_sense(kept: Store, entry: LogEntry, erased: Container[str]) -> None:
    """Check that an entry says what its kind needs, and its content is there to read.

    Args:
        kept: The register.
        entry: The entry.
        erased: The contents that the log says were destroyed.

    Raises:
        LogBroken: It does not, or the content was lost or changed.
    """
    try:
        digest = digest_read(entry)
        with translated():
            held = content.get(kept, [] if digest is None else [digest], erased)
        changes_of(entry, held)
    except LogBroken as wrong:
        raise LogBroken(f"entry {entry.seq} is the first bad one: {wrong}") from None
    except SENSELESS:
        raise _broken(entry.seq, "lacks what its kind needs") from None


def check_contents(
    kept: Store, spoken_of: Mapping[str, int], erased: Mapping[str, int]
) -> None:
    """Check that each content is what its digest says, and each digest has one.

    Args:
        kept: The register.
        spoken_of: Every digest, with the first entry that speaks of it.
        erased: Every digest that was destroyed, with the entry that says so.

    Raises:
        LogBroken: Names the first entry whose content was lost or changed, or was
            to be destroyed and still stands.
    """
    rows = Content.objects.using(kept.alias).values_list("digest", "size", "data")
    missing = dict(spoken_of)
    bad: dict[int, str] = {}
    with translated():
        for digest, size, data in rows.iterator(chunk_size=100):
            if missing.pop(digest, None) is None:
                raise LogBroken(
                    f"content {digest!r} is there, and no entry speaks of it; {BACKUP}"
                )
            if digest in erased:
                if data is not None:
                    bad.setdefault(erased[digest], NOT_GONE)
                continue
            try:
                content.unpacked(digest, size, data)
            except LogBroken as wrong:
                bad.setdefault(spoken_of[digest], str(wrong))
    for digest, seq in missing.items():
        bad.setdefault(seq, f"content {digest} is missing; {BACKUP}")
    if bad:
        first = min(bad)
        raise LogBroken(f"entry {first} is the first bad one: {bad[first]}")
