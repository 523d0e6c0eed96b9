"""Exchanging logs with other offices: bundles out, bundles in, what is left to settle.

with Register.open(case / "register", key) as register:
    register.exchange.export(stick / "north.bundle", Part(120), closing, at=now)
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from tasjil.errors import ExportRefused, NotAllowed
from tasjil.register import files, log, order, peers
from tasjil.register.border import translated
from tasjil.register.canonical import utc
from tasjil.register.deeds import Deed
from tasjil.register.door import rules, users
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys import keyfile
from tasjil.register.keys.keyfile import Office
from tasjil.register.keys.ring import Opened
from tasjil.register.offices import arrival, departure
from tasjil.register.offices.arrival import Arrived, Visit
from tasjil.register.offices.departure import Departed, Part
from tasjil.register.offices.manifest import check_name
from tasjil.register.offices.questions import Question, questions
from tasjil.register.parcels import age
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.peers import Known
from tasjil.register.permissions import Leave, leave, require
from tasjil.register.signatures import checkpoints
from tasjil.register.store import Entry, Store
from tasjil.register.tree.checkpoint import LogKey, Signed


class Exchange:
    """The part of a register that deals with other offices."""

    def __init__(self, store: Store, folder: Path, opened: Opened) -> None:
        """Take an open store, the folder of its keys, and the keys."""
        self._store = store
        self._folder = folder
        self._opened = opened

    @property
    def key(self) -> LogKey:
        """Our own public key; its fingerprint is what others compare."""
        return checkpoints.log_key(self._opened)

    def offices(self) -> tuple[Known, ...]:
        """Give the other offices, and how far the log of each is here."""
        return peers.known(self._store)

    def call_us(self, name: str) -> Office:
        """Say what we call ourselves from now on; the key stays, and is what counts.

        Raises:
            NotAllowed: You are no lead.
        """
        require(users.acting(self._store), Deed.KEEP_USERS)
        return keyfile.call_office(self._folder, check_name(name))

    def has_of_ours(self, office: str) -> int:
        """Say how many of our entries another office has, as its log says."""
        return order.seen_by(self._store, office, self._opened.office.id)

    def has_sent(self) -> bool:
        """Tell whether a bundle of our log ever went out."""
        rows = Entry.objects.using(self._store.alias)
        with translated():
            return rows.filter(kind=EntryKind.BUNDLE_EXPORTED).exists()

    def export(
        self, out: Path, part: Part, closing: Closing, *, to: str, at: datetime
    ) -> Departed:
        """Write a bundle of our own log, and put on record that it went out.

        Args:
            out: The file; never over one that is there.
            part: Which part of the log.
            closing: What shall open it.
            to: The id of the office it is for.
            at: When.

        Raises:
            ExportRefused: There is such a file, or it cannot be written.
            NotAllowed: A second person has not said yes, or this one may not do it.
        """
        given = self._leave(part, to, at)
        try:
            with files.in_the_making(out) as made:
                departed = departure.make(
                    self._store, self._opened, part, closing, made
                )
                entry = self._exported(departed, closing, to, given)
                # Before the file has its name: nothing leaves that is not on record.
                with self._store.transaction():
                    log.write(self._store, [entry], self._opened.user, at)
        except FileExistsError:
            raise ExportRefused(
                f"expected no file {out.name!r}, found one; name another"
            ) from None
        except OSError as wrong:
            raise ExportRefused(
                f"the bundle {out.name!r} cannot be written ({wrong.strerror}); name "
                "another place"
            ) from None
        return departed

    def _leave(self, part: Part, to: str, at: datetime) -> dict[str, Any]:
        """Find the leave of a second person, where the register has had two."""
        user, what = users.acting(self._store), part.asked(to)
        try:
            return rules.grounds(self._store, Deed.EXPORT_BUNDLE, what, user, at)
        except NotAllowed as wrong:
            if leave(user, Deed.EXPORT_BUNDLE) is not Leave.YES:
                raise
            raise NotAllowed(f"{wrong}. WHAT is here: {what!r}") from None

    def _exported(
        self, departed: Departed, closing: Closing, to: str, given: dict[str, Any]
    ) -> NewEntry:
        body = {
            "office": to,
            "since": departed.since,
            "size": departed.size,
            "bundle": departed.digest,
            "recipients": [age.fingerprint(each) for each in closing.recipients],
            **given,
        }
        return NewEntry(EntryKind.BUNDLE_EXPORTED, body)

    def take_in(
        self, bundle: Path, brought: Brought, *, at: datetime, accept: str | None = None
    ) -> Arrived:
        """Check a bundle of another office and keep what is new in it, or nothing.

        Args:
            bundle: The file.
            brought: What opens it.
            at: When.
            accept: The fingerprint of an office that is new here.

        Raises:
            BundleRefused: Why; nothing was changed.
            CannotUnlock: What was brought does not open it.
        """
        utc(at)
        require(users.acting(self._store), Deed.IMPORT_BUNDLE)
        visit = Visit(self._opened, at, accept)
        return arrival.take_in(self._store, bundle, brought, visit)

    def questions(self) -> tuple[Question, ...]:
        """List what the logs of several offices leave for a person to settle."""
        return questions(self._store, self._opened.office)

    def size_of(self, note: Signed) -> int:
        """Give the size of a checkpoint of ours that the other office has.

        Raises:
            BadCheckpoint: It is not ours.
        """
        note.check(self.key)
        return note.size
