"""The part of a register that signs its log, and copies it for a safe place."""

from datetime import datetime
from pathlib import Path

from tasjil.register.copies import backup, rekey
from tasjil.register.copies.backup import Made
from tasjil.register.copies.rekey import Rekeyed
from tasjil.register.copies.workplace import Stages, in_silence
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.keys.ring import Opened
from tasjil.register.signatures import checkpoints, stamps
from tasjil.register.store import Store
from tasjil.register.tree.checkpoint import LogKey, Signed
from tasjil.register.tree.stamp import Roots, Stamped


class Signing:
    """What makes a log provable elsewhere, and a register safe from loss."""

    _store: Store
    _opened: Opened
    folder: Path

    def checkpoint(self) -> Signed | None:
        """Sign the log as it stands, unless this very length was signed before.

        Returns:
            The checkpoint of the whole log; None where the log is empty.
        """
        gate.look(self._store, Deed.CHECKPOINT)
        signing = checkpoints.signing_key(self._opened)
        return checkpoints.sign_log(self._store, signing)

    def stamp(self, checkpoint: Signed, reply: bytes, roots: Roots) -> Stamped:
        """Keep what a time authority signed about a checkpoint of this register.

        Raises:
            BadStamp: It is not a stamp on this checkpoint.
            UntrustedStamp: Nobody trusted here stands over its authority.
        """
        gate.look(self._store, Deed.CHECKPOINT)
        return stamps.keep(self._store, checkpoint, reply, roots)

    @property
    def log_key(self) -> LogKey:
        """The public key under which the log is signed."""
        return checkpoints.log_key(self._opened)

    def checkpoints(self) -> list[tuple[int, str]]:
        """Give the size and the note of every checkpoint, the oldest first."""
        return checkpoints.notes(self._store)

    def stamps(self) -> list[tuple[int, bytes]]:
        """Give each stamp with the size of its checkpoint, the oldest first."""
        return stamps.tokens(self._store)

    def back_up(
        self, asked: backup.Asked, *, at: datetime, stages: Stages = in_silence
    ) -> Made:
        """Copy the register into one encrypted file, while others write.

        Raises:
            RegisterError: There is a file of that name, or the disk refuses.
            CannotUnlock: Only this machine could open it.
        """
        return backup.make(self._store, self.folder, self._opened, asked, at, stages)

    def last_backup(self) -> datetime | None:
        """Say when the last backup was made; None where there is none."""
        return backup.last_backup(self._store)

    def begun(self) -> datetime | None:
        """Say when the first entry was written."""
        return backup.begun(self._store)

    def rekey(self, *, at: datetime, because: str) -> Rekeyed:
        """Give the register and its box other keys; close the register after it.

        Raises:
            RegisterError: Somebody else has it open.
        """
        done = rekey.rekey(self._store, self.folder, self._opened, at, because)
        self._opened = done.opened
        return done
