"""The part of a register that keeps people safe: the box, its keys, what may go."""

from datetime import datetime
from pathlib import Path

from tasjil.model.ids import ReportId, UserId
from tasjil.register import grants, queries
from tasjil.register.box.sealed_box import SealedBox
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.keys.ring import Opened
from tasjil.register.store import Store


class Keeping:
    """What a register offers to whoever keeps witnesses safe."""

    _store: Store
    _opened: Opened
    folder: Path

    @property
    def box(self) -> SealedBox:
        """The sealed box: people at risk, their consent, their erasing."""
        return SealedBox(self._store, self._opened.box)

    def grant_box(self, user: UserId, *, at: datetime, because: str) -> None:
        """Let a user open the sealed box; you need to hold its key yourself."""
        grants.grant(self._store, self.folder, self._opened, user, (at, because))

    def take_box(self, user: UserId, *, at: datetime, because: str) -> None:
        """Take the sealed box from a user; what they copied, they still have."""
        grants.take(self._store, self.folder, self._opened, user, (at, because))

    def box_holders(self) -> tuple[UserId, ...]:
        """Name the users who hold the key of the sealed box."""
        return grants.holders(self.folder)

    def find_reports(self, name: str, digest: str | None) -> list[ReportId]:
        """Give the reports of this name, or those whose digest begins like this."""
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        return queries.find(self._store, name, digest, own)

    def find_lists(self, name: str, digest: str | None) -> list[str]:
        """Give the lists of this name, or those whose digest begins like this."""
        gate.look(self._store, Deed.LOOK_AT_REPORTS)
        return queries.find_lists(self._store, name, digest)
