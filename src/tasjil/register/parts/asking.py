"""The part of a register that is asked: reports, claims, judgements, counts, the log.

Each question asks first whether whoever opened the register may look; in own-records
mode they are shown what is theirs, and the rest is as if it were not there.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.report import Report
from tasjil.register import apart, kept_lists, log, piles, queries
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.derived import tables
from tasjil.register.door import gate
from tasjil.register.entry import LogEntry
from tasjil.register.kept_lists import KeptVersion
from tasjil.register.log import LogEnd
from tasjil.register.piles import Counts, Pile
from tasjil.register.store import Store


class Asking:
    """What a register answers."""

    _store: Store

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

    def same_words(self, texts: Iterable[str]) -> dict[str, ReportId]:
        """Give the first report with each of these texts, by the text's digest."""
        own = self._look(Deed.LOOK_AT_REPORTS)
        return queries.same_words(self._store, texts, own)

    def known_digests(self) -> frozenset[ReportId]:
        """Give the id of every report; an id is the digest of its bytes."""
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.known(self._store)

    def known_lists(self) -> frozenset[str]:
        """Give the id of every list that was imported."""
        self._look(Deed.LOOK_AT_COUNTS)
        return kept_lists.known_lists(self._store)

    def kept_lists(self) -> tuple[KeptVersion, ...]:
        """Give the newest version of every list that was not erased, by name."""
        return kept_lists.newest(self._store, self._look(Deed.LOOK_AT_REPORTS))

    def list_original(self, version: KeptVersion) -> bytes:
        """Give the bytes of a version of a list as they were kept."""
        self._look(Deed.LOOK_AT_REPORTS)
        return kept_lists.original(self._store, version)

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

    def claims_of(
        self, ids: Sequence[ClaimId], to: Deed = Deed.LOOK_AT_REPORTS
    ) -> Iterator[tuple[Claim, ClaimState]]:
        """Give those of the claims that are there, each with where it stands."""
        return queries.claims_of(self._store, ids, self._look(to))

    def claim(self, id: ClaimId) -> tuple[Claim, ClaimState]:
        """Give one claim and where it stands; `NotInRegister` where there is none.

        To whoever codes its report apart it stands as it was proposed.
        """
        found = queries.claim(self._store, id, self._look(Deed.LOOK_AT_REPORTS))
        if apart.closed_claims(self._store, [id]):
            return found[0], ClaimState.PROPOSED
        return found

    def judgements(self, claim: ClaimId | None = None) -> Iterator[ClaimJudgement]:
        """Give what people decided, oldest first.

        Raises:
            NotAllowed: Whoever asks codes the claim's report apart.
        """
        own = self._look(Deed.LOOK_AT_REPORTS)
        if claim is not None:
            apart.refuse(self._store, claim=claim)
        return queries.judgements(self._store, claim, own)

    def case(self) -> Any:
        """Give what the case counts, as plain JSON; None where it was never set."""
        self._look(Deed.LOOK_AT_COUNTS)
        return queries.case(self._store)

    def counts(self) -> Counts:
        """Count entries, reports, claims by state, and judgements."""
        return piles.counts(self._store, self._look(Deed.LOOK_AT_COUNTS))

    def tally_of_claims(self) -> list[Pile]:
        """Count claims by state, act, level and first place, as paper, not people."""
        return piles.piles(self._store, self._look(Deed.LOOK_AT_COUNTS))

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

    def _look(self, deed: Deed) -> UserId | None:
        """Refuse who may not look; name the user where only theirs is shown."""
        return gate.look(self._store, deed)
