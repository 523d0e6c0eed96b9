"""The other offices whose logs are kept beside ours, each under its own signature."""

from dataclasses import dataclass

from tasjil.errors import BadCheckpoint, BadValue, LogBroken
from tasjil.register.border import translated
from tasjil.register.canonical import FIRST_PREVIOUS
from tasjil.register.keys.keyfile import Office
from tasjil.register.store import Peer, Store
from tasjil.register.tree.checkpoint import LogKey, Signed, parse
from tasjil.register.tree.merkle import Frontier

BACKUP = "keep a copy of the register as it is, then go back to your last backup"


@dataclass(frozen=True, slots=True)
class Known:
    """Another office, and how far its log is known here.

    Attributes:
        digest: Of the last entry.
        tree: Over all entries that are here.
        note: The checkpoint that the office signed for exactly these; empty before.
    """

    office: Office
    digest: str = FIRST_PREVIOUS
    tree: Frontier = Frontier()
    note: str = ""

    @property
    def size(self) -> int:
        """How many of its entries are here."""
        return self.tree.size

    @property
    def key(self) -> LogKey:
        """What its checkpoints are signed with."""
        return LogKey(bytes.fromhex(self.office.public_key))

    @property
    def signed(self) -> Signed:
        """The checkpoint; `LogBroken` where it is not as the office signed it."""
        try:
            found = parse(self.note)
            found.check(self.key)
        except (BadCheckpoint, TypeError):
            found = None
        if found is None or (found.size, found.root) != (self.size, self.tree.root):
            raise LogBroken(
                f"expected a checkpoint over the {self.size} entries of the office "
                f"{self.office.id}, found another; {BACKUP}"
            )
        return found


def known(store: Store) -> tuple[Known, ...]:
    """Give every other office, in the order of their ids."""
    with translated():
        rows = list(Peer.objects.using(store.alias).order_by("office"))
    return tuple(_known(row) for row in rows)


def find(store: Store, id: str) -> Known | None:
    """Give one of them; None where nothing of it was ever imported."""
    return next((each for each in known(store) if each.office.id == id), None)


def _known(row: Peer) -> Known:
    office = Office(row.name, row.public_key)
    try:
        tree = Frontier.parse(row.size, row.frontier)
        sound = office.id == row.office
    except (BadValue, ValueError, TypeError):
        sound = False
    if not sound:
        raise LogBroken(
            f"what is known of the office {row.office!r} was changed; {BACKUP}"
        )
    return Known(office, row.digest, tree, row.note)


def keep(store: Store, office: Known) -> None:
    """Write down how far its log is known now; inside a transaction."""
    told = {
        "name": office.office.name,
        "public_key": office.office.public_key,
        "size": office.size,
        "digest": office.digest,
        "frontier": office.tree.text,
        "note": office.note,
    }
    rows = Peer.objects.using(store.alias)
    if not rows.filter(pk=office.office.id).update(**told):
        rows.create(office=office.office.id, **told)
