"""The part of a register about what has left the house."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tasjil.model.ids import ReleaseId
from tasjil.register import corrections, log, releases
from tasjil.register.corrections import Correction, NewCorrection
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.keys.ring import Opened
from tasjil.register.releases import KeptRelease
from tasjil.register.store import Store


class Releasing:
    """What a register offers to whoever publishes."""

    _store: Store
    _opened: Opened

    def publish_release(
        self,
        id: ReleaseId,
        grounds: Mapping[str, Any],
        told: Mapping[str, Any],
        *,
        because: str,
        at: datetime,
    ) -> int:
        """Keep that a release went out; give its entry's number.

        Args:
            id: What it is called.
            grounds: As `leave_for_export` gives them, with `previous` and `log`.
            told: Its scope, codebook, files and numbers, as plain JSON.
            because: Why.
            at: When.

        Raises:
            NotAllowed: A second person has not agreed to exactly this.
        """
        with self._store.transaction():
            entry = releases.published(id, grounds, told, because)
            return log.write(self._store, [entry], self._opened.user, at)[0].seq

    def releases(self) -> tuple[KeptRelease, ...]:
        """Give every release, oldest first, without what it told."""
        gate.look(self._store, Deed.LOOK_AT_LOG)
        return releases.every(self._store)

    def release(self, id: str) -> KeptRelease | None:
        """Give one release with all that it told; None where there is none."""
        gate.look(self._store, Deed.LOOK_AT_LOG)
        return releases.one(self._store, id)

    def receive_correction(
        self, correction: NewCorrection, *, because: str, at: datetime
    ) -> int:
        """Write down what a reader of the published pages says is wrong.

        Args:
            correction: What is said to be wrong, and in which words.
            because: How it came in, without a name.
            at: When.

        Raises:
            NotInRegister: Nobody in the sealed box has that reference.
        """
        with self._store.transaction():
            new = [correction.entry(because)]
            return log.write(self._store, new, self._opened.user, at)[0].seq

    def answer_correction(
        self, number: int, *, answer: str, led_to: int | None, at: datetime
    ) -> int:
        """Answer one that waits.

        Args:
            number: The entry in which it was written down.
            answer: Why something was changed or not, for the public to read.
            led_to: The entry in which something was changed for it.
            at: When.

        Raises:
            NotAllowed: It was answered before.
            NotInRegister: No such correction, or no such entry.
        """
        with self._store.transaction():
            new = [corrections.answered(number, led_to, answer)]
            return log.write(self._store, new, self._opened.user, at)[0].seq

    def corrections(
        self, *, waiting: bool | None = None, start: int = 0, size: int | None = None
    ) -> tuple[Correction, ...]:
        """Give what readers say is wrong; those that wait first, then the newest."""
        gate.look(self._store, Deed.KEEP_CORRECTION)
        return corrections.some(self._store, waiting=waiting, start=start, size=size)

    def correction(self, number: int) -> Correction | None:
        """Give one correction by its entry; None where there is none."""
        gate.look(self._store, Deed.KEEP_CORRECTION)
        return corrections.one(self._store, number)

    def how_many_corrections(self, *, waiting: bool | None = None) -> int:
        """Count what readers say is wrong."""
        gate.look(self._store, Deed.KEEP_CORRECTION)
        return corrections.many(self._store, waiting=waiting)
