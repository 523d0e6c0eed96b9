"""What pages read whole: the tally, the totals held against each other, the sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tasjil.journey.board.figures import PUBLIC
from tasjil.journey.board.found import Found
from tasjil.journey.board.held_totals import DIFFERENCES_OF
from tasjil.journey.board.tellers import TellerLine
from tasjil.journey.protect import shown_to_all
from tasjil.journey.reconcile import reconcile_counted
from tasjil.journey.sources import Tellers
from tasjil.model.ids import ClaimId
from tasjil.model.json import to_json
from tasjil.model.reconciliation import Difference, Reconciliation
from tasjil.model.tally import AggregateStatement, Tally
from tasjil.publish.pages.reconcile import telling
from tasjil.register.board.packed import packed

MOST_DIFFERENCES = 50
"""How many differences of one total are kept for its page, the largest first."""

QUEUED = 200
"""How many incidents stand in the queue of what to settle first."""


def documents(
    found: Found, told: Tellers, lines: Sequence[TellerLine]
) -> dict[str, bytes]:
    """Give every document by its name, packed."""
    made = {name: packed(to_json(value)) for name, value in _documents(found)}
    return {**made, "sources": packed(to_json(told)), "tellers": packed(to_json(lines))}


def _documents(found: Found) -> Iterator[tuple[str, Any]]:
    case, counted = found.case, found.counted
    yield "tally", _figures_alone(counted.tally)
    if counted.withheld:
        public = shown_to_all(case, counted).counted.tally
        yield f"{PUBLIC}tally", _figures_alone(public)
    yield "withheld", bool(counted.withheld)
    yield "dimensions", _dimensions(counted.tally)
    yield "totals", replace(counted.tally, figures=())
    yield from _reconciled(reconcile_counted(case, counted), counted.tally.aggregates)
    queue = found.missing.queue
    left = found.missing.left + len(queue[QUEUED:])
    yield "missing", replace(found.missing, queue=queue[:QUEUED], left=left)


def _reconciled(
    found: Reconciliation, totals: Iterable[AggregateStatement]
) -> Iterator[tuple[str, Any]]:
    """Part the differences: there is one for each two totals, and no page reads all.

    With all totals stand those pairs that tell most; each total has its own.
    """
    claims = {each.claim for each in found.scopes}
    yield "reconciliation", replace(found, differences=tuple(telling(found, claims)))
    yield "differences", len(found.differences)
    own: dict[ClaimId, list[Difference]] = defaultdict(list)
    for each in found.differences:
        own[each.a].append(each)
        own[each.b].append(each)
    for total in totals:
        found_of = (each for claim in total.claims for each in own.get(claim, ()))
        some = list(dict.fromkeys(found_of))
        some.sort(key=lambda each: (-(each.gap or 0), each.a, each.b))
        yield f"{DIFFERENCES_OF}{total.id}", tuple(some[:MOST_DIFFERENCES])


def _figures_alone(tally: Tally) -> Tally:
    """Leave out what is behind each figure: that comes in pages."""
    alone = (replace(each, incidents=(), by={}) for each in tally.figures)
    return Tally(tuple(alone))


def _dimensions(tally: Tally) -> list[str]:
    """Name what figures are divided by, in the order of the first."""
    return list(dict.fromkeys(name for figure in tally.figures for name in figure.by))
