"""The part of a register about estimates: kept, asked for, taken back."""

from datetime import datetime

from tasjil.register import estimates, log
from tasjil.register.deeds import Deed
from tasjil.register.door import gate, users
from tasjil.register.estimates import EstimateHead, KeptEstimate, NewEstimate
from tasjil.register.store import Store


class Estimating:
    """What a register offers to whoever estimates, and to whoever shows an estimate.

    An estimate rests on everybody's records: whoever works on their own sees none.
    """

    _store: Store

    def keep_estimate(
        self, made: NewEstimate, *, by: str, at: datetime, because: str | None = None
    ) -> str:
        """Keep an estimate or a refusal; give its id.

        Raises:
            NotAllowed: This user may not estimate.
        """
        gate.look(self._store, Deed.LOOK_AT_COUNTS)
        with self._store.transaction():
            (entry,) = log.write(self._store, [made.entry(because, at)], by, at)
            return str(entry.seq)

    def withdraw_estimate(self, id: str, *, because: str, at: datetime) -> None:
        """Take an estimate back; it stays readable, and no page shows it any more.

        Raises:
            NotInRegister: None of ours has this id, or it was withdrawn before.
            NotAllowed: This user may not withdraw one.
        """
        gate.look(self._store, Deed.LOOK_AT_COUNTS)
        with self._store.transaction():
            entry = estimates.withdrawn(self._store, id, because)
            log.write(self._store, [entry], users.acting(self._store).id, at)

    def estimates(self) -> tuple[KeptEstimate, ...]:
        """Give every estimate, oldest first, those of other offices among them."""
        own = gate.look(self._store, Deed.LOOK_AT_COUNTS)
        return () if own is not None else estimates.every(self._store)

    def estimate_heads(self, limit: int = 50) -> tuple[EstimateHead, ...]:
        """Give the newest estimates as a list tells them, newest first.

        Args:
            limit: How many at the most.
        """
        own = gate.look(self._store, Deed.LOOK_AT_COUNTS)
        return () if own is not None else estimates.heads(self._store, limit)

    def estimate(self, id: str) -> KeptEstimate:
        """Give one estimate.

        Raises:
            NotInRegister: None that this user sees has this id.
        """
        own = gate.look(self._store, Deed.LOOK_AT_COUNTS)
        if own is not None:
            raise estimates.unknown(id)
        return estimates.one(self._store, id)
