"""A case's register: opened, written to and asked here; nothing of the store shows.

with Register.open(case / "register", Key(passphrase=typed)) as register:
    register.capture(report, original, by="tasjil/0.1", at=now)
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tasjil.errors import RegisterError
from tasjil.model.claim import Claim
from tasjil.model.decision import moment
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.report import Report
from tasjil.register import (
    actions,
    checkpoints,
    home,
    leftovers,
    log,
    queries,
    replay,
    stamps,
    tables,
    verify,
)
from tasjil.register.actions import Reading
from tasjil.register.border import translated
from tasjil.register.box_queries import refuse_erased
from tasjil.register.canonical import plain_json
from tasjil.register.checkpoint import LogKey, Signed
from tasjil.register.checkpoints import Brought
from tasjil.register.copies import backup, rekey
from tasjil.register.copies.backup import Made
from tasjil.register.copies.rekey import Rekeyed
from tasjil.register.copies.workplace import Stages, in_silence
from tasjil.register.deeds import Deed
from tasjil.register.entry import LogEntry, NewEntry
from tasjil.register.keeping import Keeping
from tasjil.register.keys import ring
from tasjil.register.keys.keyfile import Office
from tasjil.register.keys.ring import Key, Opened
from tasjil.register.log import LogEnd
from tasjil.register.offices.exchange import Exchange
from tasjil.register.people import People
from tasjil.register.queries import Counts, Pile
from tasjil.register.stamp import Roots, Stamped
from tasjil.register.store import Store
from tasjil.register.verify import NOTHING_BROUGHT, Progress, Verified


class Register(People, Keeping):
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
    def open(cls, folder: Path, key: Key) -> Self:
        """Open a register, bringing its tables up to this program.

        Raises:
            NoRegister: There is none in this folder.
            CannotUnlock: The key is not one of this register's.
            RegisterError: It is busy, not a register, or made by a newer tasjil.
        """
        home.require(folder)
        opened = ring.unlock(folder, key)
        leftovers.clear_away(folder, folder / home.IN_CLEAR)
        store = Store(home.database(folder, opened), opened.user)
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
    def office(self) -> Office:
        """Whose log it is."""
        return self._opened.office

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
            if found["list"] in queries.known_lists(self._store):
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

    def judge(self, judgement: ClaimJudgement) -> None:
        """Keep what a person decided about a claim that stands.

        Raises:
            NotInRegister: No such claim, or its report was read again since.
        """
        at = moment(judgement.at)
        with self._store.transaction():
            queries.claim(self._store, judgement.claim)
            log.write(self._store, [actions.judged(judgement)], judgement.by, at)

    def set_scope(
        self, case: Any, *, by: str, at: datetime, because: str | None = None
    ) -> bool:
        """Keep what the case counts, as plain JSON; False where it says the same."""
        with self._store.transaction():
            if plain_json(queries.case(self._store)) == plain_json(case):
                return False
            log.write(self._store, [actions.scoped(case, because)], by, at)
            return True

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

    def rebuild(self, progress: Progress | None = None) -> dict[str, str]:
        """Drop the derived tables and make them again from the log; give digests."""
        return replay.rebuild(self._store, progress)

    def checkpoint(self) -> Signed | None:
        """Sign the log as it stands, unless this very length was signed before.

        Returns:
            The checkpoint of the whole log; None where the log is empty.
        """
        self._look(Deed.CHECKPOINT)
        signing = checkpoints.signing_key(self._opened)
        return checkpoints.sign_log(self._store, signing)

    def stamp(self, checkpoint: Signed, reply: bytes, roots: Roots) -> Stamped:
        """Keep what a time authority signed about a checkpoint of this register.

        Raises:
            BadStamp: It is not a stamp on this checkpoint.
            UntrustedStamp: Nobody trusted here stands over its authority.
        """
        self._look(Deed.CHECKPOINT)
        return stamps.keep(self._store, checkpoint, reply, roots)

    @property
    def exchange(self) -> Exchange:
        """Other offices: bundles out, bundles in, and what is left to settle."""
        return Exchange(self._store, self.folder, self._opened)

    # Asking.

    # Each asks first whether whoever opened the register may look; in own-records mode
    # they are shown what is theirs, and the rest is as if it were not there.

    def reports(self, to: Deed = Deed.LOOK_AT_REPORTS) -> Iterator[Report]:
        """Give every report with its text, in the order of capture.

        Args:
            to: What they are wanted for; a guest may have figures made from them.
        """
        return queries.reports(self._store, own=self._look(to))

    def report(self, id: ReportId) -> Report:
        """Give one report; `NotInRegister` where there is none."""
        return queries.report(self._store, id, self._look(Deed.LOOK_AT_REPORTS))

    def original(self, id: ReportId) -> bytes:
        """Give a report's bytes as they were captured."""
        return queries.original(self._store, id, self._look(Deed.LOOK_AT_REPORTS))

    def has_report(self, id: ReportId) -> bool:
        """Tell whether a report was captured."""
        self._look(Deed.LOOK_AT_COUNTS)
        return id in queries.known(self._store, [id])

    def known_digests(self) -> frozenset[ReportId]:
        """Give the id of every report; an id is the digest of its bytes."""
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.known(self._store)

    def known_lists(self) -> frozenset[str]:
        """Give the id of every list that was imported."""
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.known_lists(self._store)

    def reading(self, report: ReportId) -> str | None:
        """Name the reader that read a report last; None where none has."""
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.reading(self._store, report)

    def readings(self) -> dict[ReportId, str]:
        """Name the last reader of every report that was read."""
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.readings(self._store)

    def fresh_readings(self) -> dict[ReportId, str]:
        """Name the last reader of every report that was read as the case now stands.

        A reading made before the case's places, sources or codebook changed is stale.
        """
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.fresh_readings(self._store)

    def claims(
        self,
        state: ClaimState | None = None,
        report: ReportId | None = None,
        to: Deed = Deed.LOOK_AT_REPORTS,
    ) -> Iterator[tuple[Claim, ClaimState]]:
        """Give claims, each with where it stands, in the order they were proposed."""
        return queries.claims(self._store, state, report, self._look(to))

    def claim(self, id: ClaimId) -> tuple[Claim, ClaimState]:
        """Give one claim and where it stands; `NotInRegister` where there is none."""
        return queries.claim(self._store, id, self._look(Deed.LOOK_AT_REPORTS))

    def judgements(self, claim: ClaimId | None = None) -> Iterator[ClaimJudgement]:
        """Give what people decided, oldest first."""
        return queries.judgements(self._store, claim, self._look(Deed.LOOK_AT_REPORTS))

    def case(self) -> Any:
        """Give what the case counts, as plain JSON; None where it was never set."""
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.case(self._store)

    def counts(self) -> Counts:
        """Count entries, reports, claims by state, and judgements."""
        return queries.counts(self._store, self._look(Deed.LOOK_AT_COUNTS))

    def tally_of_claims(self) -> list[Pile]:
        """Count claims by state, act, level and first place, as paper, not people."""
        return queries.piles(self._store, self._look(Deed.LOOK_AT_COUNTS))

    def head(self) -> LogEnd:
        """Give the length of the log and the digest of its last entry."""
        with translated():
            end = log.head(self._store)
            return LogEnd(end.size, end.digest)

    def entries(self, after: int = 0) -> Iterator[LogEntry]:
        """Walk the log in order, from the entry after the one given."""
        self._look(Deed.LOOK_AT_LOG)
        return self._entries(after)

    def _entries(self, after: int) -> Iterator[LogEntry]:
        with translated():
            for chunk in log.walk(self._store, after):
                yield from chunk

    def table_digests(self) -> dict[str, str]:
        """Digest each derived table; equal after a rebuild."""
        with translated():
            return tables.digests(self._store)

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

    def verify(
        self, progress: Progress | None = None, brought: Brought = NOTHING_BROUGHT
    ) -> Verified:
        """Check the whole register without writing; `LogBroken` names what is wrong."""
        return verify.verify_register(self.folder, self._opened, progress, brought)
