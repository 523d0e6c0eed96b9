"""A case's register: opened, written to and asked here; nothing of the store shows.

with Register.open(case / "register", Key(passphrase=typed)) as register:
    register.capture(report, original, by="tasjil/0.1", at=now)
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tasjil.errors import RegisterError
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId, UserId
from tasjil.model.report import Report
from tasjil.register import (
    actions,
    home,
    kept_lists,
    leftovers,
    log,
    queries,
    replay,
    verify,
)
from tasjil.register.actions import Reading
from tasjil.register.box.queries import refuse_erased
from tasjil.register.canonical import plain_json
from tasjil.register.copies import rekey
from tasjil.register.entry import LogEntry, NewEntry
from tasjil.register.keys import ring
from tasjil.register.keys.keyfile import Office
from tasjil.register.keys.ring import Key, Opened
from tasjil.register.offices.exchange import Exchange
from tasjil.register.parts.around import Around
from tasjil.register.parts.boarding import Boarding
from tasjil.register.parts.describing import Describing
from tasjil.register.parts.estimating import Estimating
from tasjil.register.parts.judging import Judging
from tasjil.register.parts.keeping import Keeping
from tasjil.register.parts.linking import Linking
from tasjil.register.parts.people import People
from tasjil.register.parts.persons import Persons
from tasjil.register.parts.releasing import Releasing
from tasjil.register.parts.signing import Signing
from tasjil.register.parts.working import Working
from tasjil.register.signatures import checkpoints
from tasjil.register.signatures.checkpoints import Brought
from tasjil.register.store import Store
from tasjil.register.verify import NOTHING_BROUGHT, Progress, Verified


class Register(
    People,
    Keeping,
    Judging,
    Linking,
    Persons,
    Describing,
    Estimating,
    Signing,
    Releasing,
    Working,
    Around,
    Boarding,
):
    """An append-only log and the tables derived from it.

    Everything that is done takes `by` (the person or the program) and `at` (a time
    with its offset), and is kept whole or not at all: when a call returns, what it did
    survives a crash or a power cut.
    """

    def __init__(self, store: Store, folder: Path, opened: Opened) -> None:
        """Take an open store; use `create` or `open`."""
        self._store = store
        self._opened = opened
        self._is_open = True
        self.folder = folder

    @classmethod
    def create(cls, folder: Path, key: Key, *, at: datetime, office: str = "") -> Self:
        """Make a register that the key opens, with its first lead, and open it.

        Args:
            folder: Where its keys and its file go; made where it is not there.
            key: The first user's name and passphrase.
            at: When.
            office: What the office calls itself.

        Raises:
            RegisterError: There is one already, or it cannot be written.
        """
        opened = home.make(folder, key, office, at)
        return cls(Store(home.database(folder, opened), opened.user), folder, opened)

    @classmethod
    def open(cls, folder: Path, key: Key, *, light: bool = False) -> Self:
        """Open a register, bringing its tables up to this program.

        Args:
            folder: Where it lives.
            key: What somebody brings.
            light: Keep little in memory; for a server, where many have it open.

        Raises:
            NoRegister: There is none in this folder.
            CannotUnlock: The key is not one of this register's.
            RegisterError: It is busy, not a register, or made by a newer tasjil.
        """
        home.require(folder)
        opened = ring.unlock(folder, key)
        leftovers.clear_away(folder, folder / home.IN_CLEAR)
        store = Store(home.database(folder, opened, light=light), opened.user)
        try:
            store.require_log()
            store.migrate(then=lambda: replay.refold(store))
            opened = rekey.settle(store, folder, opened)
        except BaseException:
            store.close()
            raise
        return cls(store, folder, opened)

    @property
    def user(self) -> UserId:
        """Who opened it."""
        return self._opened.user

    @property
    def key(self) -> Key:
        """What opens it again for the same user, without a passphrase.

        It is for the memory of a program that runs, and for no file.
        """
        return Key(self._opened.user, private=self._opened.private)

    @property
    def office(self) -> Office:
        """Whose log it is."""
        return self._opened.office

    def rest(self) -> None:
        """Close this thread's connection; the next question opens it again."""
        self._store.rest()

    def close(self) -> None:
        """Sign what the log holds now, and close; nobody can use it any more.

        Where it cannot be signed (the disk is full, another program writes), nothing
        is lost: the next one to close it signs.
        """
        if not self._is_open:
            return
        self._is_open = False
        try:
            if checkpoints.due(self._store):
                self.checkpoint()
        except RegisterError:
            pass
        finally:
            self._store.close()

    def __enter__(self) -> Self:
        """Use the register for the length of a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file, whatever happened."""
        self.close()

    # Writing. Each is one transaction.

    def append(
        self, entries: Sequence[NewEntry], by: str, at: datetime
    ) -> tuple[LogEntry, ...]:
        """Append entries as one action: all of them or none.

        The verbs below check more than this does; use them where one fits.
        """
        with self._store.transaction():
            return log.write(self._store, entries, by, at)

    def capture(
        self, report: Report, original: bytes, *, by: str, at: datetime
    ) -> bool:
        """Keep a report and its bytes; False where the same bytes are there already."""
        return self.capture_all([(report, original)], by=by, at=at) == 1

    def capture_all(
        self, reports: Sequence[tuple[Report, bytes]], *, by: str, at: datetime
    ) -> int:
        """Keep several reports as one action; say how many were new.

        Raises:
            Erased: One of them, or the text of one, was destroyed for good.
        """
        fresh = {
            report.id: (report, original) for report, original in reversed(reports)
        }
        with self._store.transaction():
            for id in queries.known(self._store, fresh):
                del fresh[id]
            refuse_erased(self._store, fresh.values())
            new = [actions.captured(*each) for each in reversed(fresh.values())]
            return len(log.write(self._store, new, by, at))

    def import_list(
        self, found: Mapping[str, Any], original: bytes, *, by: str, at: datetime
    ) -> bool:
        """Keep a list and its bytes; False where the same bytes are there already."""
        with self._store.transaction():
            if found["list"] in kept_lists.known_lists(self._store):
                return False
            log.write(self._store, [actions.imported(found, original)], by, at)
            return True

    def propose(
        self,
        report: ReportId,
        reader: str,
        claims: Sequence[Claim],
        *,
        by: str,
        at: datetime,
    ) -> None:
        """Keep what a reader found in a report, replacing what readers found before.

        A claim that a person judged stays as it was judged.

        Raises:
            BadPassage: A claim rests on words that do not stand in the report.
            NotInRegister: The report was never captured.
        """
        self.propose_all([Reading(report, reader, tuple(claims))], by=by, at=at)

    def propose_all(
        self, readings: Sequence[Reading], *, by: str, at: datetime
    ) -> None:
        """Keep several readings as one action."""
        with self._store.transaction():
            queries.check_words(self._store, readings)
            log.write(self._store, actions.all_read(readings), by, at)

    def set_scope(
        self, case: Any, *, by: str, at: datetime, because: str | None = None
    ) -> bool:
        """Keep what the case counts, as plain JSON; False where it says the same."""
        with self._store.transaction():
            if plain_json(queries.case(self._store)) == plain_json(case):
                return False
            log.write(self._store, [actions.scoped(case, because)], by, at)
            return True

    def rebuild(self, progress: Progress | None = None) -> dict[str, str]:
        """Drop the derived tables and make them again from the log; give digests."""
        return replay.rebuild(self._store, progress)

    @property
    def exchange(self) -> Exchange:
        """Other offices: bundles out, bundles in, and what is left to settle."""
        return Exchange(self._store, self.folder, self._opened)

    def verify(
        self, progress: Progress | None = None, brought: Brought = NOTHING_BROUGHT
    ) -> Verified:
        """Check the whole register without writing; `LogBroken` names what is wrong."""
        return verify.verify_register(self.folder, self._opened, progress, brought)
