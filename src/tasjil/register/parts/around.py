"""The part of a register that is asked about a few claims, by a page that shows them.

What people said of pairs, and whom records tell of, is shown to nobody who works on
their own records alone.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tasjil.errors import NotAllowed
from tasjil.model.assessment import Assessment
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, RecordId, ReportId, VictimId
from tasjil.model.judgement import ClaimState, PairKind
from tasjil.model.moves import NEEDS_SECOND
from tasjil.register import apart, around, findings, queries
from tasjil.register.around import Position, ReportHead, Word
from tasjil.register.deeds import Deed
from tasjil.register.door import gate, users
from tasjil.register.made import PERSON, Made
from tasjil.register.permissions import refusal
from tasjil.register.persons import KeptPerson
from tasjil.register.store import Store


class Around:
    """What a register answers about a few claims."""

    _store: Store

    def position(self) -> Position:
        """Say how far the log has come, for a page to carry along."""
        return around.position(self._store)

    def report_heads(self, ids: Iterable[ReportId]) -> dict[ReportId, ReportHead]:
        """Give what a list says of some reports; one query, and none of their texts."""
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        return around.report_heads(self._store, ids, own)

    def claims_shown(
        self, ids: Sequence[ClaimId]
    ) -> Iterator[tuple[Claim, ClaimState]]:
        """Give those of the claims that are there, each with where it stands.

        What whoever asks still codes apart is as it was read, and nothing more.
        """
        own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
        closed = apart.closed_claims(self._store, ids)
        for claim, state in queries.claims_of(self._store, ids, own):
            if claim.id not in closed:
                yield claim, state
            elif claim.reader != PERSON:
                yield claim, ClaimState.PROPOSED

    def words_on_claims(self, claims: Collection[ClaimId]) -> tuple[Word, ...]:
        """Give what people said of each of some claims, oldest first.

        Without those in a report that whoever asks still codes apart.
        """
        self._look_at_all()
        open_to_me = set(claims) - apart.closed_claims(self._store, claims)
        return tuple(around.words_on_claims(self._store, open_to_me))

    def words_on_pairs(
        self, ids: Collection[str], kind: PairKind = PairKind.CLAIMS
    ) -> tuple[Word, ...]:
        """Give what people said of pairs in which one of these is, oldest first."""
        self._look_at_all()
        return tuple(around.words_on_pairs(self._store, ids, kind))

    def made_around(self, claims: Collection[ClaimId]) -> tuple[tuple[int, Made], ...]:
        """Give what people made in one line with some claims, each with its number."""
        self._look_at_all()
        closed, found = (
            apart.closed(self._store),
            around.made_around(self._store, claims),
        )
        return tuple(each for each in found if each[1].report not in closed)

    def assessments_about(
        self, about: Collection[str]
    ) -> tuple[tuple[int, Assessment], ...]:
        """Give the assessments of some incidents or people, oldest first.

        Args:
            about: As an assessment says it: "incident:i-1", "victim:v-1".
        """
        self._look_at_all()
        return tuple(findings.about(self._store, about))

    def assessment(self, number: int) -> Assessment | None:
        """Give one assessment by the number of its entry; None where there is none."""
        self._look_at_all()
        return next((t for _, t in findings.numbered(self._store, [number])), None)

    def unsigned(
        self, after: int = 0, limit: int = 50
    ) -> tuple[tuple[int, Assessment], ...]:
        """Give other people's assessments that nobody has signed, oldest first.

        Those that count only when they are signed, and that no newer one replaced.

        Args:
            after: Begin after the one of this number.
            limit: How many to look at; fewer may come back.
        """
        self._look_at_all()
        me = users.acting(self._store).id
        found = findings.unsigned(self._store, after, limit, me)
        return tuple(each for each in found if each[1].standing in NEEDS_SECOND)

    def marks_on(
        self, assessments: Collection[int]
    ) -> dict[int, tuple[int | None, tuple[int, ...]]]:
        """Give the entries in which some assessments were signed, and dissented from.

        Args:
            assessments: Their numbers.
        """
        self._look_at_all()
        return findings.marks(self._store, assessments)

    def persons_of(
        self, records: Iterable[RecordId] = (), persons: Iterable[VictimId] = ()
    ) -> tuple[KeptPerson, ...]:
        """Give who linking holds some records to tell of, with all of their records."""
        self._look_at_all()
        return tuple(around.persons_of(self._store, records, persons))

    def _look_at_all(self) -> None:
        if gate.look(self._store, Deed.LOOK_AT_REPORTS) is not None:
            raise NotAllowed(refusal(users.acting(self._store), Deed.LOOK_AT_REPORTS))
