"""The part of a register about pairs: do two claims tell of one incident?"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tasjil.errors import BadValue
from tasjil.model.decision import moment
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.register import actions, log, queries
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.store import Store


class Linking:
    """What a register offers to whoever says what is one and what is two."""

    _store: Store

    def judge_link(self, judgement: Judgement) -> None:
        """Keep what a person said about a pair; a later word stands in its place.

        Raises:
            NotInRegister: A claim of the pair does not stand.
            NotAllowed: This user may not judge links.
        """
        self.judge_links([judgement])

    def judge_links(self, judgements: Sequence[Judgement]) -> None:
        """Keep what one person said about several pairs at once: all of it or none.

        Raises:
            BadValue: They are of several people, or of several times.
            NotInRegister: A claim of a pair does not stand.
            NotAllowed: This user may not judge links.
        """
        if not judgements:
            return
        by, at = judgements[0].by, judgements[0].at
        if any((each.by, each.at) != (by, at) for each in judgements):
            raise BadValue(
                "expected judgements of one person at one time, found several; keep "
                "them one by one"
            )
        self._keep_links(judgements, by, moment(at))

    def _keep_links(
        self, judgements: Sequence[Judgement], by: str, at: datetime
    ) -> None:
        # A word is taken back even where a claim was replaced since.
        claims = {
            ClaimId(id)
            for each in judgements
            if each.kind is PairKind.CLAIMS and each.verdict is not Verdict.CANNOT_TELL
            for id in each.pair
        }
        with self._store.transaction():
            queries.require_claims(self._store, sorted(claims))
            log.write(
                self._store, [actions.linked(each) for each in judgements], by, at
            )

    def link_judgements(
        self, kind: PairKind | None = None, to: Deed = Deed.LOOK_AT_REPORTS
    ) -> Iterator[Judgement]:
        """Give what people said about pairs, oldest first.

        Args:
            kind: Pairs of claims, or of victims; None for all.
            to: What they are wanted for; a guest may have figures made from them.
        """
        own = gate.look(self._store, to)
        return queries.link_judgements(self._store, kind, own)
