"""The part of a register where people judge claims, correct them and add their own."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from tasjil.errors import BadValue, NotAllowed
from tasjil.model.claim import Claim
from tasjil.model.decision import moment
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.register import actions, apart, coding, log, made, making, queries
from tasjil.register.coding import Coding
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.door.claims import still_stands
from tasjil.register.entry import NewEntry
from tasjil.register.keys.ring import Opened
from tasjil.register.made import ClaimEvent, Made
from tasjil.register.store import Store


class Judging:
    """What a register offers to whoever reads what a machine read."""

    _store: Store
    _opened: Opened

    def judge(self, judgement: ClaimJudgement) -> None:
        """Keep what a person decided about a claim that stands.

        Raises:
            NotInRegister: No such claim, or its report was read again since.
            NotAllowed: Another claim stands in its place by now.
        """
        self.judge_all([judgement])

    def judge_all(self, judgements: Sequence[ClaimJudgement]) -> None:
        """Keep what one person decided about several claims: all of it or none.

        Raises:
            BadValue: They are of several people, or of several times.
            NotInRegister: One of the claims does not stand.
            NotAllowed: Another claim stands in the place of one by now.
        """
        if not judgements:
            return
        by, at = judgements[0].by, judgements[0].at
        if any((each.by, each.at) != (by, at) for each in judgements):
            raise BadValue(
                "expected judgements of one person at one time, found several; keep "
                "them one by one"
            )
        with self._store.transaction():
            self._check_there([each.claim for each in judgements])
            for each in judgements:
                self._check_can_be_judged(each)
            told = [actions.judged(each) for each in judgements]
            log.write(self._store, told, by, moment(at))

    def _check_there(self, claims: Sequence[ClaimId]) -> None:
        """Refuse claims that are not there, or not for whoever asks."""
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        queries.require_claims(self._store, claims, own)

    def _check_can_be_judged(self, judgement: ClaimJudgement) -> None:
        still_stands(self._store, judgement.claim)
        if judgement.state is not ClaimState.PROPOSED:
            return
        if made.one(self._store, judgement.claim) is not None:
            raise NotAllowed(
                "expected a claim that a reader proposed, found one that a person "
                "made; take it back"
            )

    def correct(self, claim: Claim, of: ClaimId, *, because: str, at: datetime) -> None:
        """Put a claim of one's own in the place of another, which stays as it was.

        Raises:
            BadPassage: It rests on words that do not stand in the report.
            NotInRegister: There is no such claim.
            NotAllowed: Another stands in its place by now.
        """
        with self._store.transaction():
            self._check_there([of])
            before = made.one(self._store, of)
            self._append_one(making.corrected(claim, of, before, because), at)

    def add_claim(self, claim: Claim, *, because: str, at: datetime) -> None:
        """Keep a claim that a person made; it is accepted by being added.

        Raises:
            BadPassage: It rests on words that do not stand in the report.
            NotInRegister: The report was never captured.
        """
        with self._store.transaction():
            self._append_one(making.added(claim, because), at)

    def take_back(
        self,
        claim: ClaimId,
        *,
        because: str,
        at: datetime,
        number: int | None = None,
    ) -> tuple[ClaimId, ClaimState] | None:
        """Take back the last that was done with a claim, by another entry.

        Args:
            claim: One that stands.
            because: Why.
            at: When.
            number: What is to be taken back, as `claim_history` numbers it; refused
                where somebody has done something else since. None for the last.

        Returns:
            The claim that stands now, and how; None where one that was added is gone.

        Raises:
            NotInRegister: There is no such claim, or nothing to take back.
            NotAllowed: Another stands in its place, or something was done since.
        """
        with self._store.transaction():
            self._check_there([claim])
            still_stands(self._store, claim)
            self._check_is_last(claim, number)
            said, own = made.words_on(self._store, claim), made.one(self._store, claim)
            if said:
                return self._take_back_word(claim, because, at)
            if own is None:
                raise made.nothing_to_take_back()
            stands = None if own.of is None else made.stood(self._store, own.of)
            self._append_one(making.withdrawn(own, stands, because), at)
            if own.of is None or stands is None:
                return None
            # Where another office's correction stands, that one goes on to.
            now = made.standing(self._store, own.of)
            return now, made.state_of(self._store, now)

    def _check_is_last(self, claim: ClaimId, number: int | None) -> None:
        if number is None:
            return
        events = made.history(self._store, claim, None)
        done = [each for each in events if each.claim == claim and not each.undone]
        last = [each for each in done if each.done is not made.Done.TAKEN_BACK]
        if not last or last[-1].number != number:
            raise NotAllowed(
                "expected the last that was done with this claim, found that somebody "
                "has done something since; look at it again"
            )

    def _take_back_word(
        self, claim: ClaimId, because: str, at: datetime
    ) -> tuple[ClaimId, ClaimState]:
        said = made.words_on(self._store, claim)
        first = ClaimState.PROPOSED
        if made.one(self._store, claim) is not None:
            first = ClaimState.ACCEPTED
        state = said[-2] if len(said) > 1 else first
        time, by = at.isoformat(), self._opened.user
        back = ClaimJudgement(claim, state, by, time, because, takes_back=True)
        self._append_one(actions.judged(back), at)
        return claim, state

    def _append_one(self, entry: NewEntry, at: datetime) -> int:
        (written,) = log.write(self._store, [entry], self._opened.user, at)
        return written.seq

    def made_by_people(self, to: Deed = Deed.LOOK_AT_REPORTS) -> Iterator[Made]:
        """Give every claim that a person made, in the order in which they did."""
        return made.every(self._store, gate.look(self._store, to))

    def claim_history(self, claim: ClaimId) -> tuple[ClaimEvent, ...]:
        """Give all that was done with a claim and with those of its line.

        Raises:
            NotInRegister: There is no such claim.
            NotAllowed: Whoever asks codes its report apart, and has not finished.
        """
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        apart.refuse(self._store, claim=claim)
        return made.history(self._store, claim, own)

    def standing_claim(self, claim: ClaimId) -> ClaimId:
        """Give the claim that stands in the place of one, or that one itself."""
        gate.look(self._store, Deed.LOOK_AT_REPORTS)
        apart.refuse(self._store, claim=claim)
        return made.standing(self._store, claim)

    # Coding twice.

    def ask_coding(
        self,
        report: ReportId,
        coders: Sequence[UserId],
        *,
        because: str,
        at: datetime,
    ) -> int:
        """Ask two people to code a report apart; give the number of the request.

        Raises:
            BadValue: They are not two.
            NotAllowed: One of them may not judge claims, or somebody codes it now.
            NotInRegister: No such report, or no such user.
        """
        with self._store.transaction():
            return self._append_one(making.coding_asked(report, coders, because), at)

    def codings(self) -> tuple[Coding, ...]:
        """Give every coding that was asked for; without what anybody said."""
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        found = coding.every(self._store)
        return tuple(each for each in found if own is None or own in each.coders)

    def finish_coding(self, asked: int, codes: Any, *, at: datetime) -> int:
        """Keep one's own codes of a report, as plain JSON; nothing more can follow.

        Raises:
            NotInRegister: Nobody asked for it.
            NotAllowed: Others were asked, or one has finished before.
        """
        with self._store.transaction():
            found = coding.one(self._store, asked)
            report = ReportId("") if found is None else found.report
            return self._append_one(making.coding_done(asked, report, codes), at)

    def codes(self, asked: int) -> dict[UserId, Any]:
        """Give what each of the two said, once both have finished.

        Raises:
            NotAllowed: One of them has not, or who asks may not look at the report.
        """
        found = next((each for each in self.codings() if each.number == asked), None)
        if found is None or not found.finished:
            raise NotAllowed(
                "expected a report that both have coded, found one that waits, or that "
                "you may not look at; neither sees the other's codes before both are "
                "done"
            )
        return coding.codes(self._store, asked)
