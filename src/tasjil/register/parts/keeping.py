"""The part of a register that keeps people safe: the box, its keys, what may go."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tasjil.errors import NotInRegister
from tasjil.model.ids import ReportId, UserId
from tasjil.register import actions, grants, kept_lists, log, queries
from tasjil.register.box.sealed_box import SealedBox
from tasjil.register.deeds import Deed
from tasjil.register.door import gate, users
from tasjil.register.keys.ring import Opened
from tasjil.register.permissions import require
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
        return kept_lists.find_lists(self._store, name, digest)

    def describe_list(
        self, found: Mapping[str, Any], original: bytes, *, at: datetime, because: str
    ) -> None:
        """Keep what somebody says of the columns of a list that is kept already.

        Args:
            found: All that is kept beside its bytes, as `import_list` takes it.
            original: Its bytes, as they were kept.
            at: When.
            because: Why.

        Raises:
            NotInRegister: No such list is kept.
            NotAllowed: They may not import lists.
        """
        by = users.acting(self._store)
        require(by, Deed.IMPORT_LIST)
        if found["list"] not in kept_lists.standing_lists(self._store):
            raise NotInRegister(
                "expected a list that is kept, found none of these bytes; import it "
                "first"
            )
        entry = replace(actions.imported(found, original), because=because)
        with self._store.transaction():
            log.write(self._store, [entry], by.id, at)
