"""Makes a bundle of our own log: what went in since a checkpoint, signed and sealed."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import BadValue
from tasjil.register import log
from tasjil.register.canonical import FIRST_PREVIOUS
from tasjil.register.entry import EntryKind, LogEntry
from tasjil.register.gone import HOLD_CONTENTS
from tasjil.register.keys.ring import Opened
from tasjil.register.offices import manifest
from tasjil.register.offices.held_back import held_back
from tasjil.register.offices.manifest import Manifest, names_digest
from tasjil.register.offices.payload import Kept, Packing
from tasjil.register.parcels import parcel, ways
from tasjil.register.parcels.kinds import BUNDLE
from tasjil.register.parcels.ways import Closing
from tasjil.register.secret import Secret
from tasjil.register.signatures import checkpoints
from tasjil.register.store import Content, Entry, Store
from tasjil.register.tree.checkpoint import Signed
from tasjil.register.tree.merkle import Frontier, consistency_proof

NOT_SENT = frozenset(
    {EntryKind.PERSONS_PROPOSED, EntryKind.PERSONS_LINKED, EntryKind.CODING_DONE}
)
"""Which records are one person each office finds for itself: entries go, not contents.

Two people's codes of a report are for their own office to compare.

People's words on pairs go out with all other judgements.
"""
FEW = 500
"""How many contents one question to the database names."""


@dataclass(frozen=True, slots=True)
class Departed:
    """What a bundle holds.

    Attributes:
        since: How many entries the other office has already.
        size: How many it will have.
        contents: How many bytes, texts, records and claims go along.
        held_back: How many stay in the house.
        digest: Of the bundle, as "sha256:" and hex.
    """

    since: int
    size: int
    contents: int
    held_back: int
    digest: str


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the log goes out.

    Attributes:
        since: How many entries the other office has already.
        with_protected: Let reports about people in the box go, where these agreed.
    """

    since: int = 0
    with_protected: bool = False

    def asked(self, to: str) -> str:
        """Say what a second person is asked to give leave for.

        Example:
            >>> Part(120, with_protected=True).asked("66687aadf862bd77")
            'since 120 for 66687aadf862bd77 with protected'
        """
        return f"since {self.since} for {to}" + " with protected" * self.with_protected


def make(
    store: Store, opened: Opened, part: Part, closing: Closing, out: Path
) -> Departed:
    """Write a bundle of everything up to now.

    Args:
        store: The register.
        opened: Its keys.
        part: Which part of its log.
        closing: What shall open the bundle.
        out: The file to write.

    Raises:
        BadValue: There are not so many entries.
        CannotUnlock: Anybody, or nobody, could open it.
    """
    closed = ways.close(BUNDLE, closing)
    signed = checkpoints.sign_log(store, checkpoints.signing_key(opened))
    if signed is None or not 0 <= part.since <= signed.size:
        size = 0 if signed is None else signed.size
        raise BadValue(
            f"expected how many entries the other office has, from 0 to {size}, got "
            f"{part.since}; they can ask: tasjil offices CASE"
        )
    with tempfile.TemporaryDirectory(prefix="tasjil-") as folder, store.transaction():
        payload, key = Path(folder) / "payload", Secret.fresh()
        names, held = _pack(store, opened, part, signed, Packing(payload, key))
        digest = parcel.write(out, payload, key, closed)
    return Departed(part.since, signed.size, names, held, f"sha256:{digest}")


def _pack(
    store: Store, opened: Opened, part: Part, signed: Signed, packing: Packing
) -> tuple[int, int]:
    """Put entries and contents in; say how many contents went, and how many stay."""
    held = held_back(store, with_protected=part.with_protected)
    spoken: dict[str, None] = {}
    staying: set[str] = set()
    for entries in _entries(store, part.since, signed.size):
        packing.entries(entries)
        for entry in entries:
            digests = entry.digests.values()
            spoken |= dict.fromkeys(digests)
            if entry.kind in HOLD_CONTENTS and _paper(entry) in held:
                staying.update(digests)
            if entry.kind in NOT_SENT:
                staying.update(digests)
    names: list[str] = []
    for some in _contents(store, [each for each in spoken if each not in staying]):
        packing.contents(some)
        names += [digest for digest, _, _ in some]
    about = _manifest(store, opened, part.since, signed, names)
    packing.close(*manifest.sign(about, checkpoints.signing_key(opened)))
    return len(names), len(staying)


def _paper(entry: LogEntry) -> str:
    """Give the id of the report or list whose contents an entry holds."""
    told = entry.told
    return str(told.get("report") or told.get("list"))


def _entries(store: Store, since: int, size: int) -> Iterator[list[LogEntry]]:
    for entries in log.walk(store, since):
        # What somebody wrote since the checkpoint goes out next time.
        signed = [entry for entry in entries if entry.seq <= size]
        if signed:
            yield signed


def _contents(store: Store, digests: list[str]) -> Iterator[list[Kept]]:
    """Fetch contents that are still here; of what was erased the digest goes alone."""
    kept = Content.objects.using(store.alias).filter(data__isnull=False)
    for start in range(0, len(digests), FEW):
        some = kept.filter(digest__in=digests[start : start + FEW])
        rows = some.values_list("digest", "size", "data")
        yield [
            (digest, size, bytes(data))
            for digest, size, data in rows
            if data is not None
        ]


def _manifest(
    store: Store, opened: Opened, since: int, signed: Signed, names: list[str]
) -> Manifest:
    rows = Entry.objects.using(store.alias).filter(seq__lte=signed.size).order_by("seq")
    digests = list(rows.values_list("digest", flat=True))
    leaves = [bytes.fromhex(each) for each in digests]
    proof = consistency_proof(leaves, since) if since else []
    key = checkpoints.log_key(opened)
    return Manifest(
        office=type(opened.office)(opened.office.name, key.public_key.hex()),
        since=since,
        previous=digests[since - 1] if since else FIRST_PREVIOUS,
        peaks=Frontier().grown(leaves[:since]).text,
        proof=tuple(each.hex() for each in proof),
        note=signed.note,
        contents=names_digest(names),
    )
