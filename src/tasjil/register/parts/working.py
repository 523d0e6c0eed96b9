"""The part of a register about work that waits, and about whoever sits at a desk."""

from datetime import datetime

from tasjil.register.desk import seen, waiting
from tasjil.register.desk.logbook import Logbook
from tasjil.register.desk.queue import Queue
from tasjil.register.desk.review import Review
from tasjil.register.desk.second_factor import Factors
from tasjil.register.desk.shelf import Shelf
from tasjil.register.desk.waiting import Waiting
from tasjil.register.store import Store


class Working:
    """What a register offers to a desk that has work done, and to the worker."""

    _store: Store

    @property
    def queue(self) -> Queue:
        """Jobs that were asked for; each user sees those that are theirs to see."""
        return Queue(self._store)

    @property
    def factors(self) -> Factors:
        """The second factor that a desk asks for after the passphrase."""
        return Factors(self._store)

    @property
    def logbook(self) -> Logbook:
        """The log a page at a time, by person, kind, day and thing."""
        return Logbook(self._store)

    def waiting(self, at: datetime) -> Waiting:
        """Count what waits for whoever opened it."""
        return waiting.waiting(self._store, at)

    def last_seen(self) -> tuple[int, datetime] | None:
        """Give how far in the log whoever opened it has seen, and when that was."""
        return seen.last_seen(self._store)

    def keep_seen(self, seq: int, at: datetime) -> None:
        """Write down how far in the log they have seen."""
        seen.keep_seen(self._store, seq, at)

    @property
    def shelf(self) -> Shelf:
        """Reports and their claims in outline, each for those who may look."""
        return Shelf(self._store)

    @property
    def review(self) -> Review:
        """Pairs that wait for a person's word, and what is said of the lists."""
        return Review(self._store)
