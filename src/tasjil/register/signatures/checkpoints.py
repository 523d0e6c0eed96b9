"""The checkpoints a register keeps: signed when it is closed, and never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tasjil.errors import LogBroken, NotAllowed
from tasjil.register import log
from tasjil.register.border import translated
from tasjil.register.keys import keyfile
from tasjil.register.keys.ring import Opened
from tasjil.register.signatures.witness import Attested, Witness
from tasjil.register.store import TRAVEL, Checkpoint, Head, Store
from tasjil.register.tree.checkpoint import LogKey, Signed, key_of, parse, sign
from tasjil.register.tree.stamp import Roots


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person brings to hold a register against.

    Attributes:
        checkpoints: Kept elsewhere since before.
        roots: Whom to trust for stamps; None for whom this machine trusts.
    """

    checkpoints: Sequence[Signed] = ()
    roots: Roots | None = None


def signing_key(opened: Opened) -> Ed25519PrivateKey:
    """Give the key that signs the office's log."""
    if opened.signing is None:
        raise NotAllowed(TRAVEL)
    return Ed25519PrivateKey.from_private_bytes(bytes(opened.signing))


def log_key(opened: Opened) -> LogKey:
    """Give the public half of the key that signs.

    Not the one that stands in clear beside the register: that one anybody can change.
    A travel copy has no other, as it cannot sign.
    """
    if opened.signing is None:
        return LogKey(bytes.fromhex(opened.office.public_key))
    return key_of(signing_key(opened))


def check_office(folder: Path, opened: Opened) -> None:
    """Check that the key beside the register is the public half of the one that signs.

    It was when the register was opened; what stands there now is looked at.

    Raises:
        LogBroken: Somebody exchanged it since.
    """
    beside = keyfile.read(folder).office.public_key
    if bytes.fromhex(beside) != log_key(opened).public_key:
        raise LogBroken(
            "expected beside the register the public key under which its log is "
            "signed, found another office's key; put keys.json back from your last "
            "backup"
        )


def due(store: Store) -> bool:
    """Tell whether the log holds entries that no checkpoint covers yet."""
    if store.travels:
        return False
    with translated():
        size = log.head(store).size
        signed = Checkpoint.objects.using(store.alias).filter(pk=size)
        return size > 0 and not signed.exists()


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


def attested(witness: Witness, end: Head) -> Attested:
    """Say what checkpoints say of a log that was seen to its end.

    Raises:
        LogBroken: The tree kept at the end of the log is not the one of its entries.
    """
    found = witness.end()
    if end.frontier != found.tree.text:
        raise LogBroken(
            f"the log is whole up to entry {found.tree.size}, but the tree kept with "
            "it is not that of its entries; keep a copy of the register as it is, then "
            "go back to your last backup"
        )
    return found
