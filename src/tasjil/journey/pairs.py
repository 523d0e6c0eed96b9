"""What a person says of incidents, put into words on pairs of claims, and back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, Held, count_held, held_by
from tasjil.link.incidents.proposing import incident_name
from tasjil.link.words import Pair, standing
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.incident import Incident
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.tally import IncidentCount
from tasjil.register.deeds import Deed
from tasjil.register.register import Register

Ends = tuple[int, int | None]
"""Floor and ceiling of an act over the case."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a person says of incidents, put into words on pairs of claims.

    Attributes:
        act: Of the incidents.
    """

    act: Act
    words: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An incident, and what it adds; None where it is left out of the count."""

    incident: Incident
    count: IncidentCount | None


@dataclass(frozen=True, slots=True)
class Relinked:
    """What a word on incidents changed, or would.

    Attributes:
        incidents: Those that hold the claims spoken of, as they are now.
        words: How many pairs of claims it is kept as.
        before: Floor and ceiling of the act before; None where the case does not
            count it.
        after: The same now.
        were: The incidents as they were, with what each added.
        are: The same now.
    """

    act: Act
    incidents: tuple[Incident, ...]
    words: int
    before: Ends | None
    after: Ends | None
    were: tuple[Weighed, ...] = ()
    are: tuple[Weighed, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """A case laid out before somebody who says what is one and what is two."""

    case: Case
    register: Register
    held: Held
    counted: Counted

    @classmethod
    def of(cls, case: Case, register: Register) -> "Desk":
        """Lay a case out as it stands.

        Raises:
            NotAllowed: Whoever opened the register may not say what is one.
        """
        register.must(Deed.JUDGE_LINK)
        held = held_by(register, Deed.LOOK_AT_REPORTS)
        return cls(case, register, held, count_held(case, held))

    @classmethod
    def around(cls, case: Case, register: Register, held: Held) -> "Desk":
        """Lay out what was read of some incidents alone.

        What comes of it is then said of these: what moves in them moves in the case.

        Raises:
            NotAllowed: Whoever opened the register may not say what is one.
        """
        register.must(Deed.JUDGE_LINK)
        return cls(case, register, held, count_held(case, held))

    def incident(self, id: str) -> Incident:
        """Find the incident of this id, or the one that it has become a part of.

        Raises:
            NotInRegister: There is none.
        """
        asked = id.strip().removeprefix("incident/")
        named = [each for each in self.counted.incidents if each.id == asked]
        begun = [each for each in self.counted.incidents if each.id.startswith(asked)]
        found = named or (begun if asked else []) or self._was_called(asked)
        if len(found) != 1:
            raise NotInRegister(
                f"expected the id of an incident, or its beginning, found {len(found)} "
                "that begin like this; `tasjil count CASE --json` and the pages have "
                "the ids of incidents"
            )
        return found[0]

    def _was_called(self, id: str) -> list[Incident]:
        return [
            each
            for each in self.counted.incidents
            if any(self._name(each, claim) == id for claim in each.claims)
        ]

    def _name(self, incident: Incident, claim: ClaimId) -> IncidentId:
        """Name an incident after one of its claims, as that was called at first."""
        first = self.held.goes.called.get(claim, claim)
        return incident_name(incident.act, first)

    def named_after(self, id: str) -> ClaimId:
        """Give the claim that an incident is, or was, named after."""
        found = self.incident(id)
        asked = id.strip().removeprefix("incident/")
        return next(
            (
                claim
                for claim in found.claims
                if self._name(found, claim).startswith(asked)
            ),
            found.claims[0],
        )

    @property
    def said(self) -> dict[Pair, Verdict]:
        """The verdict that stands on each pair of claims."""
        return standing(self.held.judgements, PairKind.CLAIMS)

    def with_words(self, words: Sequence[Judgement]) -> Counted:
        """Count as if these had been said as well."""
        said = (*self.held.judgements, *words)
        return count_held(self.case, replace(self.held, judgements=said))

    def keep(self, spoken: Spoken) -> Relinked:
        """Keep what a person said, and say what it changes."""
        done = self.would(spoken)
        self.register.judge_links(spoken.words)
        return done

    def would(self, spoken: Spoken) -> Relinked:
        """Say what it would change; nothing is kept."""
        after = self.with_words(spoken.words)
        claims = {ClaimId(claim) for each in spoken.words for claim in each.pair}
        were = _weighed(self.counted, spoken.act, claims)
        touched = claims.union(*(each.incident.claims for each in were))
        are = _weighed(after, spoken.act, claims)
        return Relinked(
            spoken.act,
            tuple(each.incident for each in are),
            len(spoken.words),
            _ends(self.counted, spoken.act),
            _ends(after, spoken.act),
            were,
            _weighed(after, spoken.act, touched),
        )

    def say(
        self, verdicts: Mapping[Pair, Verdict], at: datetime, because: str
    ) -> list[Judgement]:
        """Put verdicts into words of whoever opened the register."""
        by, when = self.register.user, at.isoformat()
        return [
            Judgement(PairKind.CLAIMS, *pair, verdict, by, when, because)
            for pair, verdict in sorted(verdicts.items())
        ]

    def take_back(self, pair: Pair, at: datetime, because: str) -> list[Judgement]:
        """Take back all that was said together with the standing word on a pair.

        Each pair gets the verdict that stood before; "cannot tell" where there was
        none, so that it is as the machine proposes. Pairs that somebody judged since
        keep that. Nothing is erased.
        """
        told = [each for each in self.held.judgements if each.kind is PairKind.CLAIMS]
        last = max(n for n, each in enumerate(told) if each.pair == pair)
        action = (told[last].by, told[last].at)
        spoken = [n for n, each in enumerate(told) if (each.by, each.at) == action]
        before = standing(told[: spoken[0]], PairKind.CLAIMS)
        since = {each.pair for each in told[spoken[-1] + 1 :]}
        back = {
            told[n].pair: self._standing_still(told[n].pair, before)
            for n in spoken
            if told[n].pair not in since
        }
        return self.say(back, at, because)

    def _standing_still(self, pair: Pair, before: Mapping[Pair, Verdict]) -> Verdict:
        """Give the verdict before; none where one of the two claims is gone."""
        if all(ClaimId(each) in self.held.claims for each in pair):
            return before.get(pair, Verdict.CANNOT_TELL)
        return Verdict.CANNOT_TELL


def pairs(some: Iterable[ClaimId], others: Iterable[ClaimId]) -> list[Pair]:
    """Give each of some with each of the others, in one order."""
    return [(min(pair), max(pair)) for pair in product(some, others)]


def _weighed(
    counted: Counted, act: Act, claims: Collection[ClaimId]
) -> tuple[Weighed, ...]:
    counts = {
        each.incident: each
        for figure in counted.tally.figures
        if figure.act is act
        for each in figure.incidents
    }
    return tuple(
        Weighed(each, counts.get(each.id))
        for each in counted.incidents
        if not set(claims).isdisjoint(each.claims)
    )


def _ends(counted: Counted, act: Act) -> Ends | None:
    for figure in counted.tally.figures:
        if figure.act is act:
            return figure.floor, figure.ceiling
    return None


def refuse_too_many(count: int, most: int) -> None:
    """Refuse more pairs of claims at once than somebody can have looked at."""
    if count > most:
        raise BadValue(
            f"expected at most {most:,} pairs of claims at once, found {count:,}; take "
            "the claims out in smaller steps"
        )
