"""The stamps a register keeps on its checkpoints, and how they are checked offline."""

from dataclasses import dataclass
from hashlib import sha256

from tasjil.errors import BadStamp, LogBroken, NoStampPackage, UntrustedStamp
from tasjil.register.border import translated
from tasjil.register.canonical import utc
from tasjil.register.store import Stamp, Store
from tasjil.register.tree import stamp
from tasjil.register.tree.checkpoint import Signed
from tasjil.register.tree.stamp import Roots, Stamped


@dataclass(frozen=True, slots=True)
class StampsFound:
    """What the stamps of a register are worth here.

    Attributes:
        good: How many were checked up to a root that is trusted.
        untrusted: How many no root trusted here stands over.
        unread: How many were not looked at, as the package for it is missing.
        latest: When the last good one was made; None where there is none.
        covers: How many entries that one is about.
    """

    good: int = 0
    untrusted: int = 0
    unread: int = 0
    latest: str | None = None
    covers: int = 0


def keep(store: Store, signed: Signed, reply: bytes, roots: Roots) -> Stamped:
    """Keep a stamp on a checkpoint, once it was checked.

    Raises:
        BadStamp: It is not a stamp on this checkpoint.
        UntrustedStamp: Nobody trusted here stands over its authority.
    """
    stamped = stamp.check(reply, signed.note, roots)
    name = _name(reply)
    with store.transaction():
        rows = Stamp.objects.using(store.alias)
        if not rows.filter(pk=name).exists():
            rows.create(id=name, size=signed.size, at=utc(stamped.at), token=reply)
    return stamped


def tokens(store: Store) -> list[tuple[int, bytes]]:
    """Give each stamp with the size of its checkpoint, the oldest first."""
    rows = Stamp.objects.using(store.alias).order_by("size", "at", "id")
    with translated():
        return [
            (size, bytes(token)) for size, token in rows.values_list("size", "token")
        ]


def check_all(
    store: Store, notes: dict[int, str], roots: Roots | None = None
) -> StampsFound:
    """Check every stamp against its checkpoint.

    Args:
        store: The register.
        notes: The checkpoints, by size.
        roots: Who is trusted to name time authorities; then one that nobody stands
            over is a fault. None for whom this machine trusts.

    Raises:
        LogBroken: One is not what an authority signed about its checkpoint.
    """
    good = untrusted = unread = covers = 0
    latest = None
    rows = Stamp.objects.using(store.alias).order_by("size", "at", "id")
    with translated():
        kept = list(rows.values_list("id", "size", "at", "token"))
    trusted = roots if roots or not kept else stamp.roots_of_this_machine()
    for id, size, at, token in kept:
        try:
            _check_one(id, size, at, bytes(token), notes, trusted or ())
        except NoStampPackage:
            unread += 1
        except UntrustedStamp as wrong:
            if roots is not None:
                raise _broken(size, wrong) from None
            untrusted += 1
        except (BadStamp, TypeError) as wrong:
            raise _broken(size, wrong) from None
        else:
            good, latest, covers = good + 1, at, size
    return StampsFound(good, untrusted, unread, latest, covers)


def _check_one(
    id: str, size: int, at: str, token: bytes, notes: dict[int, str], roots: Roots
) -> None:
    if size not in notes or id != _name(token):
        raise BadStamp("expected it as it was kept, found another in its place")
    told = stamp.read(token, notes[size])
    if utc(told.at) != at:
        raise BadStamp("expected the time that its authority signed, found another")
    stamp.check(token, notes[size], roots)


def _broken(size: int, wrong: Exception) -> LogBroken:
    return LogBroken(
        f"a stamp on the checkpoint of {size} entries does not hold: {wrong}"
    )


def _name(token: bytes) -> str:
    return sha256(token).hexdigest()
