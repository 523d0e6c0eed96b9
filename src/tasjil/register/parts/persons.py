"""The part of a register about persons linked: who is held to be one, since when."""

from collections.abc import Iterator
from datetime import datetime

from tasjil.register import log, persons
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.persons import KeptPerson, LastLinking, LinkingRun, PersonMove
from tasjil.register.store import Store


class Persons:
    """What a register offers to whoever links, and to whoever looks at what came of it.

    A linking takes everybody's records together: it is shown to nobody who works on
    their own records alone.
    """

    _store: Store

    def keep_persons(self, run: LinkingRun, *, by: str, at: datetime) -> bool:
        """Keep what a linking found, whole or not at all; False where nothing is new.

        Raises:
            NotAllowed: This user may not keep which records are one person.
        """
        gate.look(self._store, Deed.LOOK_AT_COUNTS)
        if not run.is_news:
            return False
        with self._store.transaction():
            number = persons.runs(self._store) + 1
            log.write(self._store, run.entries(number), by, at)
            return True

    def persons(self, to: Deed = Deed.LOOK_AT_REPORTS) -> Iterator[KeptPerson]:
        """Give every record with the person it is held to tell of.

        Args:
            to: What they are wanted for; a guest may have figures made from them.
        """
        own = gate.look(self._store, to)
        return iter(()) if own is not None else persons.persons(self._store)

    def person_moves(self, person: str | None = None) -> Iterator[PersonMove]:
        """Give how records moved from one person to another, oldest first."""
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        return iter(()) if own is not None else persons.moves(self._store, person)

    def last_linking(self, to: Deed = Deed.LOOK_AT_REPORTS) -> LastLinking | None:
        """Give the linking that ended last; None where none was kept."""
        own = gate.look(self._store, to)
        return None if own is not None else persons.last_linking(self._store)

    def last_columns(self) -> bytes | None:
        """Give what records told in the last linking, laid out for comparing."""
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        return None if own is not None else persons.last_columns(self._store)

    def papers_of_records(self) -> dict[str, str]:
        """Give the list or report in which every linked record stands."""
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        return {} if own is not None else persons.papers_of_records(self._store)
