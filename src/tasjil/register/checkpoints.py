"""The checkpoints a register keeps: signed when it is closed, and never changed."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tasjil.register import log
from tasjil.register.border import translated
from tasjil.register.checkpoint import Signed, parse, sign
from tasjil.register.store import Checkpoint, Store


def due(store: Store) -> bool:
    """Tell whether the log holds entries that no checkpoint covers yet."""
    with translated():
        size = log.head(store).size
        return size > 0 and not _of_size(store, size)


def sign_log(store: Store, signing: Ed25519PrivateKey) -> Signed | None:
    """Sign the log as it stands, unless this very length was signed before.

    Returns:
        The checkpoint of the whole log; None where the log is empty.
    """
    with store.transaction():
        head = log.head(store, for_update=True)
        if head.size == 0:
            return None
        found = _of_size(store, head.size)
        if found is not None:
            return found
        signed = sign(head.size, log.frontier(head).root, signing)
        Checkpoint.objects.using(store.alias).create(size=head.size, note=signed.note)
        return signed


def notes(store: Store) -> list[tuple[int, str]]:
    """Give the size and the note of every checkpoint, the oldest first."""
    rows = Checkpoint.objects.using(store.alias).order_by("size")
    with translated():
        return list(rows.values_list("size", "note"))


def _of_size(store: Store, size: int) -> Signed | None:
    rows = Checkpoint.objects.using(store.alias).filter(pk=size)
    note = rows.values_list("note", flat=True).first()
    return None if note is None else parse(note)
