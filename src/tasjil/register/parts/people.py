"""What people do among each other in a register: users, second people, signatures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tasjil.errors import NotAllowed
from tasjil.model.assessment import Assessment
from tasjil.model.decision import moment
from tasjil.model.ids import UserId
from tasjil.model.users import User
from tasjil.register import findings, log, people_actions
from tasjil.register.deeds import Deed
from tasjil.register.door import requests, rules, users
from tasjil.register.door.requests import Request
from tasjil.register.entry import NewEntry
from tasjil.register.keys import changing, keyfile, ring
from tasjil.register.keys.keyfile import What
from tasjil.register.keys.ring import Key, Opened
from tasjil.register.parts.asking import Asking
from tasjil.register.permissions import Leave, leave, require
from tasjil.register.store import Store


class People(Asking):
    """The part of a register that is about who works on the case."""

    _store: Store
    _opened: Opened
    folder: Path

    @property
    def me(self) -> User:
        """Who opened the register, and what the log says now that they may do."""
        return users.acting(self._store)

    def users(self) -> tuple[User, ...]:
        """Give every user there ever was, those who left among them."""
        self._look(Deed.LOOK_AT_COUNTS)
        return users.users(self._store)

    def user_of(self, id: UserId) -> User:
        """Give one user; `NotInRegister` where nobody of that id was ever added."""
        self._look(Deed.LOOK_AT_COUNTS)
        return users.require(self._store, id)

    def may(self, deed: Deed) -> bool:
        """Tell whether whoever opened the register may do this, if only with theirs."""
        return leave(self.me, deed) is not Leave.NO

    def must(self, deed: Deed) -> None:
        """Refuse what leaves no entry behind, such as a backup, to who may not do it.

        Raises:
            NotAllowed: Says who may, and what to do.
        """
        require(self.me, deed)

    def let_in(self, key: Key) -> None:
        """Give a user a key of their own to the register; not to the sealed box.

        Raises:
            NotAllowed: Somebody who is no lead tries, or the log does not know them.
        """
        self.must(Deed.KEEP_USERS)
        known = None if key.user is None else users.find(self._store, key.user)
        if known is None or not known.active:
            raise NotAllowed(
                "expected a user whom the log knows, found none of that id; add them "
                "first"
            )
        changing.add_slot(self.folder, self._opened, key)

    def remove_user(self, id: UserId, *, because: str, at: datetime) -> None:
        """Let a user go: the log says so, and then their key is taken away.

        What they copied before, they still have. Where an earlier try stopped between
        the two, this goes on from there.

        Raises:
            NotInRegister: Nobody has this id.
            CannotUnlock: Nobody else could open the register, or its sealed box.
        """
        self.must(Deed.KEEP_USERS)
        held = id in ring.holders(self.folder)
        if held:
            changing.keep_a_way_in(keyfile.read(self.folder), id)
        known = users.require(self._store, id)
        if known.active or not held:
            self.change_user(replace(known, active=False), because=because, at=at)
        if held:
            changing.remove_slot(self.folder, id)

    def keys_held(self) -> dict[UserId, frozenset[What]]:
        """Say who can open the register, and which of its keys each holds."""
        return ring.holders(self.folder)

    def add_user(self, user: User, *, because: str, at: datetime) -> None:
        """Let somebody work on the case from now on; a key of theirs is apart."""
        self._decide(people_actions.user_added(user, because), at)

    def change_user(self, user: User, *, because: str, at: datetime) -> None:
        """Say what somebody may do from now on, or that they have left."""
        self._decide(people_actions.user_changed(user, because), at)

    def ask(self, deed: Deed, what: str, *, because: str, at: datetime) -> int:
        """Ask a second person for leave; give the request's number.

        Args:
            deed: One of `TWO_PEOPLE`.
            what: What it is about: a digest, or words that name nobody.
            because: Why.
            at: When.
        """
        return self._decide(people_actions.asked(deed, what, because), at)

    def approve(self, request: int, *, because: str, at: datetime) -> None:
        """Give another person the leave they asked for."""
        self._decide(people_actions.approved(request, because), at)

    def approved(self, deed: Deed, what: str, *, at: datetime) -> int | None:
        """Give the number of an approval that can be used for this; None without."""
        found = requests.approval(self._store, deed, what, at)
        return None if found is None else found.seq

    def requests(self) -> tuple[Request, ...]:
        """Give every request for leave, oldest first, whoever asked."""
        self._look(Deed.LOOK_AT_LOG)
        return tuple(requests.every(self._store))

    def time(self, at: datetime) -> datetime:
        """Give the time as requests lapse by: never before the log's last entry."""
        return requests.now(self._store, at)

    def leave_for_export(
        self, what: str, *, at: datetime, deed: Deed = Deed.EXPORT_BUNDLE
    ) -> dict[str, Any]:
        """Say what an export rests on; put it into the body of its entry.

        Returns:
            `what`, `people`, and `approval` where there are two.

        Raises:
            NotAllowed: A second person has not said yes, or this one may not do it.
        """
        return rules.grounds(self._store, deed, what, self.me, at)

    def assess(self, assessment: Assessment) -> int:
        """Keep what a person found about one element; give its entry's number."""
        entry = people_actions.assessed(assessment)
        return self._write(entry, assessment.by, moment(assessment.at))

    def sign(self, assessment: int, *, because: str, at: datetime) -> None:
        """Stand behind another person's assessment, by its entry's number.

        Raises:
            NotAllowed: It is one's own, a newer one stands, or it is signed already.
        """
        self._decide(people_actions.signed(assessment, because), at)

    def dissent(self, assessment: int, *, because: str, at: datetime) -> None:
        """Say that another person's assessment is wrong, by its entry's number.

        Raises:
            NotAllowed: It is one's own.
            NotInRegister: No assessment has that number.
        """
        self._decide(people_actions.dissented(assessment, because), at)

    def assessments(
        self, to: Deed = Deed.LOOK_AT_REPORTS
    ) -> Iterator[tuple[int, Assessment]]:
        """Give every assessment with its entry's number, oldest first.

        Each has its second signature and its dissents. Whoever works on their own
        records alone gets none: they rest on everybody's.

        Args:
            to: What they are wanted for; a guest may have figures made from them.
        """
        own = self._look(to)
        return findings.every(self._store) if own is None else iter(())

    def _decide(self, entry: NewEntry, at: datetime) -> int:
        return self._write(entry, users.acting(self._store).id, at)

    def _write(self, entry: NewEntry, by: str, at: datetime) -> int:
        with self._store.transaction():
            return log.write(self._store, [entry], by, at)[0].seq
