"""A reconciliation as a person reads it in a terminal."""

from collections.abc import Iterable

from tasjil.cli.show_tally import span
from tasjil.cli.terminal import line
from tasjil.count.reconcile.reasons import as_one_sentence
from tasjil.journey.count import Counted
from tasjil.journey.reconcile import Reconciled
from tasjil.model.ids import ClaimId
from tasjil.model.reconciliation import (
    BoundKind,
    BoundRange,
    Difference,
    Reconciliation,
    StatedScope,
)

SHOWN = 20
"""Differences that are printed; `--json` and the pages have every one."""

SAYS = {
    BoundKind.FLOOR: "no fewer",
    BoundKind.EXACT: "so many, no more",
    BoundKind.CEILING: "no more",
    BoundKind.NEITHER: "bounds nothing",
}


def show_reconciliation(reconciled: Reconciled, *, pair_only: bool = False) -> None:
    """Print the range, the totals side by side, and why they differ."""
    found = reconciled.found
    names = _Names(found.scopes, reconciled.counted)
    if not found.scopes:
        line("Nobody stated a total yet: there is nothing to hold against each other.")
        line("The range rests on the incidents of the tally alone.")
    if pair_only:
        _differences(found.differences, names, len(found.differences))
        return
    _ranges(found)
    _totals(found.scopes)
    _clashes(found, names)
    between = _that_matter(found)
    _differences(between, names, len(found.differences))
    _flags(found)
    _slips(found, names)
    for note in found.notes:
        line(f"Note: {note}.")


class _Names:
    """How a total is called in a sentence."""

    def __init__(self, scopes: Iterable[StatedScope], counted: Counted) -> None:
        by_id = {each.statement: each for each in scopes}
        self._claims = counted.evidence.claims
        self._by_claim = {
            claim: by_id[statement.id]
            for statement in counted.tally.aggregates
            if statement.id in by_id
            for claim in statement.claims
        }

    def of(self, claim: ClaimId) -> str:
        """Name the total a claim stands for: who says how many of whom, and when."""
        scope = self._by_claim.get(claim)
        if scope is not None:
            number = span(scope.low, scope.high)
            when = scope.published or "day unknown"
            return f"{scope.first_teller}: {number} ({scope.who}, stated {when})"
        told = self._claims.get(claim)
        if told is None:
            return str(claim)
        return f"{told.quantity.text or 'a number'} of one incident ({claim})"


def _ranges(found: Reconciliation) -> None:
    line(f"What all totals allow together ({found.act})")
    _range("told", found.range)
    if found.accepted is not None:
        _range("accepted by people", found.accepted)
    for basis, each in found.by_basis.items():
        if basis != "reported":
            _range(f"{basis} or firmer", each)
    line("")


def _range(name: str, found: BoundRange) -> None:
    high = "no upper end" if found.high is None else f"at most {found.high:,}"
    line(f"  {name}: at least {found.low:,}, {high}")
    line(f"    {as_one_sentence(found.because_low)}.")
    if found.high is not None:
        line(f"    {as_one_sentence(found.because_high)}.")


def _totals(scopes: tuple[StatedScope, ...]) -> None:
    wholes = [each for each in scopes if each.part_of is None]
    if not wholes:
        return
    line("Totals side by side (never added)")
    for each in sorted(wholes, key=_in_time):
        line(f"  {_total(each)}")
    if parts := len(scopes) - len(wholes):
        line(f"  and {parts} parts of these totals, by --json and on the pages")
    line("")


def _in_time(each: StatedScope) -> tuple[str, str]:
    """Order by the day it was stated; a year or a month comes after its days."""
    return f"{each.published or ''}~", each.statement


def _total(each: StatedScope) -> str:
    where = " + ".join(each.where) or "place not told"
    told = [
        each.published or "day unknown",
        f"{span(each.low, each.high)} {each.who}",
        each.first_teller,
        where,
        each.edtf or "period not told",
        f"{each.basis.value}: {SAYS[each.bound]}",
    ]
    if each.perpetrator:
        told.insert(4, f"by {each.perpetrator}")
    if each.superseded_by:
        told.append("a later one stands in its place")
    return "; ".join(told)


def _clashes(found: Reconciliation, names: _Names) -> None:
    if not found.clashes:
        line("No clash: all totals can hold at the same time.")
        line("")
        return
    line("These cannot all hold")
    for clash in found.clashes:
        line(f"  {'; '.join(names.of(claim) for claim in clash)}")
    line("")


def _that_matter(found: Reconciliation) -> list[Difference]:
    """Give the differences between the latest counts of different tellers.

    Those with the fewest reasons come first: they are compared most easily.
    """
    latest: dict[str, StatedScope] = {}
    for each in sorted(found.scopes, key=_by_day):
        if each.part_of is None and each.bound is not BoundKind.NEITHER:
            latest[each.teller_key] = each
    standing = {each.claim for each in latest.values()}
    kept = [each for each in found.differences if {each.a, each.b} <= standing]
    return sorted(kept, key=lambda one: (len(one.parts), -(one.gap or 0), one.a, one.b))


def _by_day(each: StatedScope) -> tuple[str, int, str]:
    return each.counted_until or "", each.low or each.high or 0, each.statement


def _differences(shown: Iterable[Difference], names: _Names, known: int) -> None:
    kept = list(shown)
    if not kept:
        return
    line("Why totals differ")
    for each in kept[:SHOWN]:
        gap = "" if each.gap is None else f"{each.gap:,} between "
        line(f"  {gap}{names.of(each.a)} and {names.of(each.b)}:")
        for part in each.parts:
            size = "" if part.size is None else f"{part.size:+,} "
            line(f"    {part.kind.value}: {size}{part.text}")
    if known > len(kept[:SHOWN]):
        line(f"  {known - len(kept[:SHOWN])} more: --json, or --between TOTAL TOTAL")
    line("")


def _flags(found: Reconciliation) -> None:
    flags = [(each.first_teller, flag) for each in found.series for flag in each.flags]
    if not flags:
        return
    line("Totals that grew, and what is odd in them")
    for teller, flag in flags:
        line(f"  {teller}, {flag}")
    line("")


def _slips(found: Reconciliation, names: _Names) -> None:
    if not found.slips:
        return
    line("What does not fit inside a statement or between two tellings")
    for each in found.slips:
        line(f"  {each.kind.value}: {each.text} [{names.of(each.claim)}]")
    line("")
