"""What was said, kept once under its digest and checked every time it is read."""

import zlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from tasjil.errors import LogBroken
from tasjil.register.canonical import content_digest
from tasjil.register.packing import pack, unpack
from tasjil.register.rows import KEEP, insert
from tasjil.register.store import Content, Store

FEW = 500
"""How many digests one question to the database names."""
AT_ONCE = 100
"""How many contents are held in memory at once while they are looked at."""

NOT_GONE = (
    "it destroyed a content that still stands; erase the same again, or go back to a "
    "backup made after it"
)


def put(store: Store, contents: Mapping[str, bytes]) -> None:
    """Keep contents by digest; one that is there already stays as it is."""
    rows = ((digest, len(data), pack(data)) for digest, data in contents.items())
    insert(store.alias, Content, rows, on_conflict=KEEP)


def kept(store: Store, digests: Iterable[str]) -> frozenset[str]:
    """Give those of the digests whose contents are here, and not destroyed."""
    wanted, found = list(digests), set[str]()
    rows = Content.objects.using(store.alias).filter(data__isnull=False)
    for start in range(0, len(wanted), FEW):
        some = rows.filter(digest__in=wanted[start : start + FEW])
        found.update(some.values_list("digest", flat=True))
    return frozenset(found)


def get(
    store: Store, digests: Iterable[str], erased: Container[str] = ()
) -> dict[str, bytes]:
    """Fetch and check contents; `LogBroken` where one is missing or not its digest.

    Args:
        store: The register.
        digests: Their names.
        erased: Those that the log says were destroyed: they are left out.
    """
    wanted = [each for each in dict.fromkeys(digests) if each not in erased]
    found: dict[str, bytes] = {}
    kept = Content.objects.using(store.alias)
    for start in range(0, len(wanted), FEW):
        some = kept.filter(digest__in=wanted[start : start + FEW])
        for digest, size, data in some.values_list("digest", "size", "data"):
            found[digest] = unpacked(digest, size, data)
    for digest in wanted:
        if digest not in found:
            raise LogBroken(f"content {digest} is missing; go back to your last backup")
    return found


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at contents found.

    Attributes:
        held: The bytes of those that were needed.
        bad: What is wrong with each that is not as it should be, and the entry to
            blame where that is another than the one that speaks of it.
    """

    held: dict[str, bytes] = field(default_factory=dict)
    bad: dict[str, tuple[int | None, str]] = field(default_factory=dict)


def look(
    store: Store,
    digests: Iterable[str],
    needed: Container[str],
    erased: Mapping[str, int],
    absent: Container[str] = (),
) -> Looked:
    """Look whether contents are there and what their digests say.

    Args:
        store: The register.
        digests: Their names.
        needed: Those whose bytes to give.
        erased: Those that the log says were destroyed, with the entry that says so.
        absent: Those that another office kept to itself.
    """
    missing, looked = set(digests), Looked()
    kept = Content.objects.using(store.alias)
    wanted = sorted(missing)
    for start in range(0, len(wanted), FEW):
        some = kept.filter(digest__in=wanted[start : start + FEW])
        rows = some.values_list("digest", "size", "data")
        for digest, size, data in rows.iterator(chunk_size=AT_ONCE):
            missing.discard(digest)
            if digest in erased:
                if data is not None:
                    looked.bad[digest] = erased[digest], NOT_GONE
                continue
            try:
                plain = unpacked(digest, size, data)
            except LogBroken as wrong:
                looked.bad[digest] = None, str(wrong)
                continue
            if digest in needed:
                looked.held[digest] = plain
    for digest in missing:
        if digest in absent:
            continue
        what = f"content {digest} is missing; go back to your last backup"
        looked.bad[digest] = None, what
    return looked


def unpacked(digest: str, size: int, data: bytes | memoryview | None) -> bytes:
    """Give a content's bytes; `LogBroken` where they are not what the digest says.

    Args:
        digest: Its name.
        size: How many bytes are expected; no more than that is ever unpacked.
        data: As kept; None where it was destroyed.
    """
    if data is None:
        raise LogBroken(
            f"content {digest} was destroyed, and no entry says so; go back to your "
            "last backup"
        )
    try:
        plain = unpack(bytes(data), size)
    except (zlib.error, TypeError, ValueError, OverflowError):
        plain = b""
    if len(plain) != size or content_digest(plain) != digest:
        raise LogBroken(
            f"content {digest} was changed after it was kept; go back to your last "
            "backup"
        )
    return plain
