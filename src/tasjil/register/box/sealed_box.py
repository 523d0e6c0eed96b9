"""The sealed box of a register: people at risk, what they agreed to, and their erasing.

with Register.open(case / "register", key) as register:
    who = register.box.seal(identity, [report], by="imre", at=now, because="at risk")
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import SupportsBytes

from tasjil.errors import BadValue, BoxClosed, Erased, LogBroken
from tasjil.model.consent import Consent
from tasjil.model.decision import check_decision
from tasjil.model.identity import Identity, reference_of
from tasjil.model.ids import Reference, ReportId
from tasjil.model.report import Report
from tasjil.model.standards.consent import ConsentUse
from tasjil.register import log, queries
from tasjil.register.border import translated
from tasjil.register.box import actions as box_actions
from tasjil.register.box import erasing
from tasjil.register.box import queries as box_queries
from tasjil.register.box import sealing as box
from tasjil.register.box.erasing import Leaving
from tasjil.register.box.queries import Protected
from tasjil.register.box.sealing import Chance, SealedIdentity
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.door.own import of_identity
from tasjil.register.entry import NewEntry
from tasjil.register.store import ConsentRow, IdentityRow, Sealed, Store


class SealedBox:
    """People by reference; who they are opens to those who were granted the box alone.

    Everything that is done takes `by`, `at` and `because`, stands in the log, and is
    kept whole or not at all.
    """

    def __init__(
        self,
        store: Store,
        key: SupportsBytes | None,
        chance: Chance = secrets.token_bytes,
    ) -> None:
        """Take an open store, and the key of the box where the user was granted it."""
        self._store = store
        self._key = key
        self._chance = chance

    # Who is in the box.

    def seal(
        self,
        identity: Identity,
        reports: Sequence[ReportId] = (),
        *,
        by: str,
        at: datetime,
        because: str,
    ) -> Reference:
        """Put somebody into the box, and hold back the reports about them.

        Raises:
            BoxClosed: You were not granted the box.
            NotInRegister: A report was never captured.
        """
        key = self._granted()
        with self._store.transaction():
            self._require(reports)
            box_queries.require_key(self._store, key)
            who = self._new_reference()
            sealed = box.seal(key, who, identity, self._chance)
            entry = box_actions.sealed(sealed, identity.kind, reports, because)
            self._write(entry, by=by, at=at, about=identity)
            Sealed.objects.using(self._store.alias).create(
                reference=who, data=sealed.data, key=sealed.key
            )
        return who

    def tie(
        self,
        who: Reference,
        reports: Sequence[ReportId],
        *,
        by: str,
        at: datetime,
        because: str,
    ) -> None:
        """Say that more reports are about somebody, and hold them back too."""
        with self._store.transaction():
            box_queries.standing(self._store, who)
            self._require(reports)
            entry = box_actions.tied(who, reports, because)
            self._write(entry, by=by, at=at, about=self._as_sealed(who))

    def unseal(
        self, who: Reference, *, by: str, at: datetime, because: str
    ) -> Identity:
        """Read who somebody is; that you did, and why, is in the log first.

        Raises:
            BoxClosed: You were not granted the box.
            Erased: The person was erased.
        """
        key = self._granted()
        with self._store.transaction():
            box_queries.standing(self._store, who)
            entry = box_actions.opened(who, because)
            self._write(entry, by=by, at=at, about=self._as_sealed(who))
            kept = self._kept(who)
        if kept is None:
            raise Erased(
                f"expected {who} in the box, found that it is not there and no entry "
                "says why; run `tasjil verify` on the case"
            )
        return box.open_sealed(key, kept)

    def everybody(self) -> list[Protected]:
        """List everybody who was ever sealed: references, reports and consent.

        In own-records mode, those whom one sealed oneself.
        """
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        people = box_queries.everybody(self._store)
        if own is None:
            return people
        return [
            each for each in people if of_identity(self._store, each.reference) == own
        ]

    # What they agreed to.

    def consent(self, consent: Consent, *, by: str, at: datetime, because: str) -> None:
        """Keep what somebody agreed to, in place of what they agreed to before."""
        if consent.withdrawn:
            raise BadValue("expected a consent that is given; use withdraw for the end")
        with self._store.transaction():
            box_queries.standing(self._store, consent.who)
            entry = box_actions.agreed(consent, because)
            self._write(entry, by=by, at=at, about=self._as_sealed(consent.who))

    def consents(self) -> dict[Reference, list[Consent]]:
        """Give what everybody agreed to, by person, oldest first."""
        shown = {each.reference for each in self.everybody()}
        found = box_queries.consents(self._store)
        return {who: consents for who, consents in found.items() if who in shown}

    def may(self, who: Reference, use: ConsentUse) -> bool:
        """Tell whether somebody allowed this use, and did not take it back."""
        return box_queries.may(self._store, who, use)

    def withheld(self) -> frozenset[ReportId]:
        """Give the reports whose words may not be published."""
        return box_queries.withheld(self._store)

    def concerned(self) -> frozenset[ReportId]:
        """Give the reports about anybody in the box, and those that were erased."""
        return box_queries.concerned(self._store)

    # What is destroyed.

    def leaving(
        self,
        who: Reference | None,
        papers: Sequence[str] = (),
        *,
        with_reports: bool = False,
    ) -> Leaving:
        """Find what an erasing would destroy; nothing is done.

        Args:
            who: The person, or None for reports alone.
            papers: Ids of reports and lists to destroy.
            with_reports: Also every report that is about this person alone.
        """
        gate.look(self._store, Deed.LOOK_AT_REPORTS)
        chosen = list(dict.fromkeys(papers))
        with translated():
            if who is not None and with_reports:
                people = box_queries.everybody(self._store)
                own = erasing.tied_only_to(who, people)
                known = queries.known(self._store, own)
                chosen += [each for each in own if each in known - set(chosen)]
            if who is not None:
                box_queries.somebody(self._store, who)
            return erasing.leaving(self._store, who, chosen)

    def erase(
        self,
        who: Reference | None,
        papers: Sequence[str] = (),
        *,
        by: str,
        at: datetime,
        because: str,
        with_reports: bool = False,
    ) -> Leaving:
        """Destroy a person's key, reports and lists, or both; it cannot be undone.

        Follow it with `sweep`. The reason stays in the log: it must not name anybody.
        """
        return self._erase(who, papers, with_reports, (), by, at, because)

    def withdraw(
        self,
        who: Reference,
        *,
        by: str,
        at: datetime,
        because: str,
        with_reports: bool = False,
    ) -> Leaving:
        """Take back all that somebody agreed to, and erase them.

        Reports about them stay held back, and are destroyed too `with_reports`.
        """
        rows = ConsentRow.objects.using(self._store.alias)
        with translated():
            given = rows.filter(reference=who, withdrawn=None).order_by("seq")
            consents = list(given.values_list("seq", flat=True))
        entry = box_actions.withdrawn(who, consents, because)
        return self._erase(who, (), with_reports, (entry,), by, at, because)

    def sweep(self) -> bool:
        """Overwrite what erasing left behind; False while others have it open."""
        return erasing.sweep(self._store)

    def erased_among(self, reports: Iterable[tuple[Report, bytes]]) -> list[ReportId]:
        """Give those of these reports that were erased, or whose words were."""
        return box_queries.erased_among(self._store, reports)

    def destroyed(self, digests: Iterable[str]) -> frozenset[str]:
        """Give those of these bytes that were destroyed and never come back."""
        return box_queries.destroyed(self._store, digests)

    def _erase(
        self,
        who: Reference | None,
        papers: Sequence[str],
        with_reports: bool,
        first: tuple[NewEntry, ...],
        by: str,
        at: datetime,
        because: str,
    ) -> Leaving:
        if who is None and not papers:
            raise BadValue("expected somebody or a report to erase, got neither")
        with self._store.transaction():
            if who is not None:
                box_queries.standing(self._store, who)
            gone = self.leaving(who, papers, with_reports=with_reports)
            about = None if who is None else self._as_sealed(who)
            self._write(*first, gone.entry(because), by=by, at=at, about=about)
            erasing.destroy(self._store, gone)
        return gone

    def _write(
        self, *entries: NewEntry, by: str, at: datetime, about: Identity | None
    ) -> None:
        """Append entries whose reason does not say what the box is there to hide.

        Args:
            entries: The entries.
            by: Who.
            at: When.
            about: The person, where whoever acts holds the key of the box.
        """
        for each in entries:
            because = each.because or ""
            check_decision(by, at.isoformat(), because)
            if about is not None and about.is_named_in(because):
                raise BadValue(
                    "expected a reason that names nobody, found a word of the person's "
                    "name in it; the reason stays in the log for good: say it without"
                )
        log.write(self._store, entries, by, at)

    def _kept(self, who: Reference) -> SealedIdentity | None:
        row = Sealed.objects.using(self._store.alias).filter(pk=who).first()
        if row is None or row.data is None or row.key is None:
            return None
        return SealedIdentity(who, bytes(row.data), bytes(row.key))

    def _as_sealed(self, who: Reference) -> Identity | None:
        """Open somebody for a check that shows nothing; None where it cannot be."""
        kept = self._kept(who)
        if kept is None or self._key is None:
            return None
        try:
            return box.open_sealed(bytes(self._key), kept)
        except LogBroken:
            # Somebody whose row was damaged can still be erased.
            return None

    def _granted(self) -> bytes:
        if self._key is None:
            raise BoxClosed(
                "expected somebody who was granted the sealed box, found a user who "
                "was not; ask somebody who has it: tasjil grant CASE USER"
            )
        return bytes(self._key)

    def _require(self, reports: Sequence[ReportId]) -> None:
        known = queries.known(self._store, reports)
        for report in reports:
            if report not in known:
                queries.report(self._store, report)

    def _new_reference(self) -> Reference:
        people = IdentityRow.objects.using(self._store.alias)
        while True:
            who = reference_of(int.from_bytes(self._chance(5), "big"))
            if not people.filter(pk=who).exists():
                return who
