"""Whose bundle it is, and whether it goes on from what that office signed before."""

from collections.abc import Sequence
from datetime import datetime

from tasjil.errors import (
    BadBundle,
    BundleRefused,
    EntriesMissing,
    TwoHistories,
    UnknownOffice,
)
from tasjil.register import log, peers
from tasjil.register.canonical import canonical_body
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys.ring import Opened
from tasjil.register.offices.manifest import Manifest
from tasjil.register.peers import Known
from tasjil.register.store import Entry, Store
from tasjil.register.tree.checkpoint import LogKey
from tasjil.register.tree.merkle import Frontier

ENOUGH = 32
"""How many hex digits of a fingerprint nobody can make a second key for."""


def in_fours(fingerprint: str) -> str:
    """Write a fingerprint so that two people can read it to each other.

    Example:
        >>> in_fours("66687aadf862bd77")
        '6668 7aad f862 bd77'
    """
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def meet(store: Store, opened: Opened, manifest: Manifest, accept: str | None) -> Known:
    """Find the office of a bundle among those that are known here, or take it up.

    Args:
        store: The register.
        opened: Its keys.
        manifest: Of the bundle.
        accept: The fingerprint that a person compared, for an office that is new.

    Raises:
        UnknownOffice: Nobody accepted it.
        BundleRefused: It is our own.
    """
    office = manifest.office
    if office.id == opened.office.id:
        raise BundleRefused(
            "expected a bundle of another office, found one of this one; it goes to "
            "the others"
        )
    known = peers.known(store)
    for each in known:
        if each.office.public_key == office.public_key:
            return each
    if accepts(accept, manifest.key) and office.id not in {e.office.id for e in known}:
        return Known(office)
    again = any(each.office.name == office.name for each in known)
    warning = (
        " AN OFFICE OF THIS NAME IS KNOWN HERE UNDER ANOTHER KEY: ask why." * again
    )
    raise UnknownOffice(
        f"expected a bundle of an office that is known here, found one of "
        f"{office.name!r}, which is new.{warning} Its fingerprint is "
        f"{in_fours(manifest.key.fingerprint)}. Telephone somebody there whose voice "
        "you know, let them read theirs to you (tasjil offices CASE), and where the "
        "two are the same: tasjil import CASE BUNDLE --accept FINGERPRINT"
    )


def accepts(typed: str | None, key: LogKey) -> bool:
    """Tell whether a person typed the fingerprint of this key, or enough of it."""
    plain = "".join((typed or "").split()).lower()
    return len(plain) >= ENOUGH and key.fingerprint.startswith(plain)


def compare(
    known: Known, ours: Sequence[str], manifest: Manifest, theirs: Sequence[str]
) -> Frontier:
    """Hold the entries of a bundle against what its office signed, now and before.

    Args:
        known: What is known of it here.
        ours: The digests of its entries that are here.
        manifest: Of the bundle.
        theirs: The digests of the entries in the bundle.

    Returns:
        The tree over all of its entries up to the end of the bundle.

    Raises:
        BadBundle: The bundle is not what its own checkpoint says.
        EntriesMissing: It begins after what is here.
        TwoHistories: The office signed another history before.
    """
    since = manifest.since
    tree = manifest.before.grown(bytes.fromhex(each) for each in theirs)
    signed = manifest.signed
    if (tree.size, tree.root) != (signed.size, signed.root):
        raise BadBundle(
            "expected the entries that the bundle's checkpoint was signed over, found "
            "others; nothing of it was taken: ask for it again"
        )
    if since > known.size:
        raise EntriesMissing(
            f"expected what comes after entry {known.size} of the office "
            f"{known.office.id}, found a bundle that begins after entry {since}; ask "
            f"them for: tasjil export CASE --since {known.size}"
        )
    before = Frontier().grown(bytes.fromhex(each) for each in ours[:since])
    both = min(known.size, tree.size)
    if before != manifest.before or ours[since:both] != theirs[: both - since]:
        raise TwoHistories(
            f"the office {known.office.id} signed two histories: the checkpoint of "
            f"{known.size} entries that is kept here, and the one of {tree.size} "
            "entries in this bundle, do not go together. Both stand in our log now as "
            "evidence (bundle.refused), and nothing else was taken. Ask that office: "
            "it may have put an old backup back, or somebody else holds its key"
        )
    return tree


def refuse_history(
    store: Store, opened: Opened, manifest: Manifest, at: datetime
) -> None:
    """Keep the two checkpoints that do not go together, once."""
    known = peers.find(store, manifest.office.id)
    body = {
        "office": manifest.office.id,
        "kept": "" if known is None else known.note,
        "brought": manifest.note,
    }
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.BUNDLE_REFUSED)
    with store.transaction():
        if not rows.filter(body=canonical_body(body)).exists():
            new = NewEntry(EntryKind.BUNDLE_REFUSED, body)
            log.write(store, [new], opened.user, at)
