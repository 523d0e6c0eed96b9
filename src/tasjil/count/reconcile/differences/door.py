"""Why any two totals differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.differences.explained import explain
from tasjil.count.reconcile.differences.pairs import chosen_pairs
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import Side, sides
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
            claim of no total is left out, and the answers have the claims asked for.

    Returns:
        In the order of the pairs; the sizes of each add up to its gap where all of
        them are known.
    """
    ground = Ground(book)
    told = sides(totals, evidence, ground)
    if pairs is not None:
        return tuple(_asked(totals, pairs, told, evidence, ground))
    found = [explain(told[a], told[b], ground) for a, b in chosen_pairs(totals)]
    return (*found, *_passed_on(totals, evidence))


def _asked(
    totals: Sequence[Total],
    pairs: Iterable[tuple[ClaimId, ClaimId]],
    told: Mapping[FigureId, Side],
    evidence: Evidence,
    ground: Ground,
) -> Iterator[Difference]:
    """Compare the totals of the claims that were asked for, and keep those claims."""
    total_of = {claim: each for each in totals for claim in each.statement.claims}
    for one, other in pairs:
        a, b = total_of.get(one), total_of.get(other)
        if a is None or b is None or one == other:
            continue
        if a is b:
            yield _told_twice(a, one, other, evidence)
            continue
        found = explain(told[a.statement.id], told[b.statement.id], ground)
        first = found.a == a.stated.claim
        ends = (one, other) if first else (other, one)
        yield Difference(*ends, found.gap, found.parts)


def _passed_on(totals: Sequence[Total], evidence: Evidence) -> Iterator[Difference]:
    """Say of each telling of a total in another report that it is the same figure."""
    for total in totals:
        first = total.stated.claim
        seen = {evidence.claims[first].report}
        for claim in total.statement.claims:
            report = evidence.claims[claim].report
            if report not in seen and total.statement.part_of is None:
                seen.add(report)
                yield _told_twice(total, first, claim, evidence)


def _told_twice(
    total: Total, first: ClaimId, claim: ClaimId, evidence: Evidence
) -> Difference:
    number = in_words(evidence.claims[claim].quantity)
    text = Says.TOLD_TWICE.say(number, total.stated.first_teller)
    part = DifferencePart(DifferenceKind.RELAY, text, 0, (first, claim))
    return Difference(first, claim, 0, (part,))
