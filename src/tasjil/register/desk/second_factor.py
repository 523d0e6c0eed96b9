"""What a user's second device shares with a register, and which codes are used up.

It guards the desks and not the file: whoever has the file and the passphrase needs no
device. Nothing here knows how a code is made from the secret; `journey` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tasjil.model.ids import UserId
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.desk.rows import at_once
from tasjil.register.door import users
from tasjil.register.permissions import require
from tasjil.register.store import SecondFactorRow, Store


@dataclass(frozen=True, slots=True)
class Factor:
    """A second factor, as the register keeps it.

    Attributes:
        secret: In base 32, as devices take it.
        confirmed: When its user first showed a code of it; None where they have not.
        recovery: The digests of the codes that open once, and were not used yet.
    """

    secret: str = field(repr=False)
    confirmed: str | None
    recovery: tuple[str, ...] = field(repr=False)


class Factors:
    """The second factor of whoever opened the register, and for a lead the others'."""

    def __init__(self, store: Store) -> None:
        """Look at those of a register."""
        self._store = store

    def mine(self) -> Factor | None:
        """Give one's own; None where there is none."""
        rows = self._row().values_list("secret", "confirmed", "recovery")
        with translated():
            found = rows.first()
        if found is None:
            return None
        return Factor(found[0], found[1], tuple(msgspec.json.decode(found[2])))

    def holders(self) -> frozenset[UserId]:
        """Name the users who have one; for whoever keeps the users.

        Raises:
            NotAllowed: Says who may.
        """
        require(users.acting(self._store), Deed.KEEP_USERS)
        rows = self._rows().filter(confirmed__isnull=False)
        with translated():
            return frozenset(map(UserId, rows.values_list("user", flat=True)))

    def begin(self, secret: str) -> None:
        """Keep a secret that its user has yet to confirm; one that stands stays."""
        with at_once(self._store):
            self._row().filter(confirmed__isnull=True).delete()
            self._rows().get_or_create(user=self._me(), defaults={"secret": secret})

    def confirm(self, recovery: Sequence[str], step: int, at: str) -> bool:
        """Let it be asked for from now on; False where there is none to confirm."""
        told = msgspec.json.encode(list(recovery)).decode()
        with at_once(self._store):
            waiting = self._row().filter(confirmed__isnull=True)
            found: int = waiting.update(confirmed=at, recovery=told, step=step)
        return found == 1

    def take_step(self, step: int) -> bool:
        """Use up the code of an interval; False where it, or a later one, was used."""
        with at_once(self._store):
            found: int = self._row().filter(step__lt=step).update(step=step)
        return found == 1

    def take_recovery(self, digest: str) -> bool:
        """Use up a recovery code; False where it is none, or was used."""
        with at_once(self._store):
            held = self._row().values_list("recovery", flat=True).first()
            if held is None or digest not in msgspec.json.decode(held):
                return False
            left = [each for each in msgspec.json.decode(held) if each != digest]
            told = msgspec.json.encode(left).decode()
            # Only where nobody else used one meanwhile.
            found: int = self._row().filter(recovery=held).update(recovery=told)
        return found == 1

    def drop(self, user: UserId) -> None:
        """Ask a user for no second factor any more.

        Raises:
            NotAllowed: It is another's, and you keep no users.
        """
        if user != self._me():
            require(users.acting(self._store), Deed.KEEP_USERS)
        with at_once(self._store):
            self._rows().filter(user=user).delete()

    def _me(self) -> UserId:
        return users.acting(self._store).id

    def _rows(self) -> Any:
        return SecondFactorRow.objects.using(self._store.alias)

    def _row(self) -> Any:
        return self._rows().filter(user=self._me())
