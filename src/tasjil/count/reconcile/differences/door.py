"""Why any two totals differ."""

from collections.abc import Iterable, Iterator, Sequence

from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.differences.explained import explain
from tasjil.count.reconcile.differences.pairs import chosen_pairs
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import sides
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.scopes import Total
from tasjil.count.reconcile.slips.statement import in_words
from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.reconciliation import (
    Difference,
    DifferenceKind,
    DifferencePart,
)


def differences(
    totals: Sequence[Total],
    evidence: Evidence,
    book: PlaceBook,
    pairs: Iterable[tuple[ClaimId, ClaimId]] | None = None,
) -> tuple[Difference, ...]:
    """Split the difference of two totals into its reasons, for pair after pair.

    Args:
        totals: As `totals` gives them.
        evidence: The claims behind them, whose words show the reasons.
        book: What is known of places.
        pairs: Claims of the totals to compare; without it the pairs are chosen. A
            claim of no total is left out.

    Returns:
        In the order of the pairs; the sizes of each add up to its gap where all of
        them are known.
    """
    ground = Ground(book)
    told = sides(totals, evidence, ground)
    wanted = chosen_pairs(totals) if pairs is None else _asked(totals, pairs)
    found = [explain(told[one], told[other], ground) for one, other in wanted]
    return (*found, *(_passed_on(totals, evidence) if pairs is None else ()))


def _passed_on(totals: Sequence[Total], evidence: Evidence) -> Iterator[Difference]:
    """Say of each telling of a total in another report that it is the same figure."""
    for total in totals:
        first, stated = total.stated.claim, total.stated
        seen = {evidence.claims[first].report}
        for claim in total.statement.claims:
            report = evidence.claims[claim].report
            if report not in seen and total.statement.part_of is None:
                seen.add(report)
                number = in_words(evidence.claims[claim].quantity)
                text = Says.TOLD_TWICE.say(number, stated.first_teller)
                part = DifferencePart(DifferenceKind.RELAY, text, 0, (first, claim))
                yield Difference(first, claim, 0, (part,))


def _asked(
    totals: Sequence[Total], pairs: Iterable[tuple[ClaimId, ClaimId]]
) -> list[tuple[FigureId, FigureId]]:
    """Find the statements of the claims that were asked for."""
    statement = {
        claim: total.statement.id
        for total in totals
        for claim in total.statement.claims
    }
    asked = [(statement.get(one), statement.get(other)) for one, other in pairs]
    return [
        (one, other)
        for one, other in asked
        if one is not None and other is not None and one != other
    ]
