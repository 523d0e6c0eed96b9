"""Takes in a bundle of another office: all of it, checked, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from tasjil.errors import BadBundle, LogBroken, TwoHistories
from tasjil.register import content, log, order, peers, replay
from tasjil.register.box import erasing
from tasjil.register.checks import sound as checks
from tasjil.register.desk.forgetting import forget
from tasjil.register.entry import EntryKind, LogEntry, NewEntry
from tasjil.register.gone import Gone, gone
from tasjil.register.keys.keyfile import Office
from tasjil.register.keys.ring import Opened
from tasjil.register.offices import payload
from tasjil.register.offices.manifest import Manifest, names_digest
from tasjil.register.offices.meeting import compare, meet, refuse_history
from tasjil.register.offices.payload import Payload
from tasjil.register.offices.soundness import Reader
from tasjil.register.parcels.ways import Brought
from tasjil.register.peers import Known
from tasjil.register.rows import columns, insert
from tasjil.register.store import Content, PeerEntry, Store

NOT_SIGNED = (
    "expected what the bundle's office signed, found something else in it; nothing of "
    "it was taken: ask for it again"
)
TOGETHER = 200
"""How many entries, or contents, are held in memory at once."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in.

    Attributes:
        office: Whose log it is.
        since: How many of its entries were here.
        size: How many are here now.
        contents: How many contents came that were not here.
        absent: The contents that its new entries speak of, and that did not come.
        destroyed: How many contents went, because that office erased them.
    """

    office: Office
    since: int
    size: int
    contents: int = 0
    absent: tuple[str, ...] = ()
    destroyed: int = 0

    @property
    def anything(self) -> bool:
        """Whether there was anything new in it."""
        return self.size > self.since or self.contents > 0


@dataclass(frozen=True, slots=True)
class Visit:
    """Who takes a bundle in, and when.

    Attributes:
        accept: The fingerprint of an office that is new here, as a person typed it.
    """

    opened: Opened
    at: datetime
    accept: str | None = None


def take_in(store: Store, path: Path, brought: Brought, visit: Visit) -> Arrived:
    """Check a bundle and keep what is new in it, in one transaction.

    Raises:
        BundleRefused: Why; nothing was changed.
        CannotUnlock: What was brought does not open it.
    """
    with payload.opened(path, brought) as bundle:
        manifest = bundle.manifest()
        try:
            with store.transaction():
                known = meet(store, visit.opened, manifest, visit.accept)
                arrived = _keep(store, known, manifest, bundle)
                if arrived.anything:
                    arrived = _follow(store, manifest, arrived, visit)
        except TwoHistories:
            refuse_history(store, visit.opened, manifest, visit.at)
            raise
    if arrived.destroyed:
        erasing.sweep(store)
    return arrived


def _keep(store: Store, known: Known, manifest: Manifest, bundle: Payload) -> Arrived:
    """Check the whole bundle against what is known, and keep entries and contents."""
    office = known.office.id
    theirs, spoken, fresh = _checked(bundle, known, manifest)
    ours = _digests(store, office)
    tree = compare(known, ours, manifest, theirs)
    names = bundle.names()
    if names_digest(names) != manifest.contents or not spoken.issuperset(names):
        raise BadBundle(NOT_SIGNED)
    if tree.size > known.size:
        _insert(store, bundle, known)
        grown = replace(known, digest=theirs[-1], tree=tree, note=manifest.note)
        peers.keep(store, grown)
    destroyed = gone(store)
    came = _contents(store, bundle, destroyed)
    _read(store, bundle, office)
    away = fresh - content.kept(store, fresh) - destroyed.contents.keys()
    size = max(tree.size, known.size)
    return Arrived(known.office, known.size, size, came, tuple(sorted(away)))


def _checked(
    bundle: Payload, known: Known, manifest: Manifest
) -> tuple[list[str], set[str], set[str]]:
    """Check that each entry follows from the one before.

    Returns:
        Their digests, and the contents that all of them and the new ones speak of.
    """
    digests, spoken, fresh = list[str](), set[str](), set[str]()
    last, seq = manifest.previous, manifest.since
    try:
        for entry in bundle.entries(known.office.id):
            seq += 1
            last = checks.check_entry(entry, seq, last)
            digests.append(last)
            named = _named(entry)
            spoken |= named
            if seq > known.size:
                fresh |= named
    except LogBroken as wrong:
        raise BadBundle(f"{NOT_SIGNED} ({wrong})") from None
    return digests, spoken, fresh


def _named(entry: LogEntry) -> set[str]:
    try:
        return set(map(str, entry.digests.values()))
    except checks.SENSELESS:
        raise checks.senseless(entry) from None


def _digests(store: Store, office: str) -> list[str]:
    rows = PeerEntry.objects.using(store.alias).filter(office=office).order_by("seq")
    return list(rows.values_list("digest", flat=True))


def _insert(store: Store, bundle: Payload, known: Known) -> None:
    values = attrgetter(*columns(PeerEntry))
    new = (each for each in bundle.entries(known.office.id) if each.seq > known.size)
    for some in _together(new):
        insert(store.alias, PeerEntry, [values(entry) for entry in some])


def _together(entries: Iterator[LogEntry]) -> Iterator[list[LogEntry]]:
    some: list[LogEntry] = []
    for entry in entries:
        some.append(entry)
        if len(some) == TOGETHER:
            yield some
            some = []
    if some:
        yield some


def _contents(store: Store, bundle: Payload, destroyed: Gone) -> int:
    """Keep the contents that are not here, and were not destroyed; count them."""
    wanted = set(bundle.names()) - destroyed.contents.keys()
    wanted -= content.kept(store, wanted)
    came = 0
    for name in sorted(wanted):
        try:
            plain = bundle.content(name)
        except LogBroken:
            plain = None
        if plain is None:
            raise BadBundle(NOT_SIGNED)
        content.put(store, {name: plain})
        came += 1
    return came


def _read(store: Store, bundle: Payload, office: str) -> None:
    """Read every entry with the contents of it that are here."""
    reader = Reader(store, office)
    for some in _together(bundle.entries(office)):
        digests = {each for entry in some for each in entry.digests.values()}
        digests |= {each for entry in some if (each := reader.text_for(entry))}
        held = content.get(store, content.kept(store, digests))
        for entry in some:
            reader.check(entry, held)


def _follow(
    store: Store, manifest: Manifest, arrived: Arrived, visit: Visit
) -> Arrived:
    """Write down what came in, make the tables again, and destroy what has to go."""
    offices = peers.known(store)
    body = {
        "office": arrived.office.id,
        "since": arrived.since,
        "size": arrived.size,
        "checkpoint": sha256(manifest.note.encode()).hexdigest(),
        "seen": {each.office.id: each.size for each in offices},
        "clock": max(order.last_effect(store, each.office.id) for each in offices),
        "here": visit.opened.office.id,
        "absent": list(arrived.absent),
        "accepted": manifest.key.fingerprint if arrived.since == 0 else None,
    }
    new = NewEntry(EntryKind.BUNDLE_IMPORTED, body)
    log.write(store, [new], visit.opened.user, visit.at)
    replay.refold(store)
    destroyed = gone(store)
    theirs = list(destroyed.contents.keys() - destroyed.own)
    rows = Content.objects.using(store.alias).filter(data__isnull=False)
    many = 0
    for start in range(0, len(theirs), TOGETHER):
        some = rows.filter(pk__in=theirs[start : start + TOGETHER])
        many += some.update(data=None)
    if theirs:
        forget(store, theirs)
    return replace(arrived, destroyed=many)
