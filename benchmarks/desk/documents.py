"""What pages of the case read whole: its tally, totals, sources and gaps."""

from collections.abc import Iterator
from typing import Any

from tasjil.journey.sources import Teller, Tellers
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.json import to_json
from tasjil.model.missing import Missing
from tasjil.model.quantity import CountRange
from tasjil.model.reconciliation import (
    BoundRange,
    Difference,
    DifferenceKind,
    DifferencePart,
    Reconciliation,
)
from tasjil.model.sources import SourceKind
from tasjil.model.tally import AggregateStatement, Basis, Figure, Tally

TOTALS, TELLERS = 400, 300
NONE = CountRange(0, 0)


def every(claims: list[ClaimId]) -> Iterator[tuple[str, Any]]:
    """Give each document by its name, as plain JSON."""
    acts = (Act.KILLED, Act.INJURED, Act.DETAINED)
    figures = tuple(
        Figure(FigureId(act), act, NONE, 10, 20, CountRange(10, 20), NONE, True)
        for act in acts
    )
    yield "tally", to_json(Tally(figures))
    yield "totals", to_json(Tally((), tuple(_totals(claims))))
    yield "withheld", False
    yield "dimensions", ["place", "day"]
    yield "missing", to_json(Missing((), (), len(claims), len(claims)))
    yield "sources", to_json(Tellers(tuple(_tellers()), ()))
    yield "reconciliation", to_json(_reconciliation(claims))


def _totals(claims: list[ClaimId]) -> Iterator[AggregateStatement]:
    for n, claim in enumerate(claims[:TOTALS]):
        yield AggregateStatement(
            id=FigureId(f"aggregate/total-{n}"),
            act=Act.KILLED,
            low=100 + n,
            high=None,
            first_teller=f"Office {n % 20}",
            teller_key=f"office-{n % 20}",
            basis=Basis.DOCUMENTED,
            published="2031-12-01",
            edtf="2031",
            where=("Lumenia",),
            status="civilian",
            relayed_by=("Varesh Herald",),
            claims=(claim,),
        )


def _tellers() -> Iterator[Teller]:
    for n in range(TELLERS):
        name = f"Office {n}"
        yield Teller(f"office-{n}", name, SourceKind.MONITOR, False, n, None, (), ())


def _reconciliation(claims: list[ClaimId]) -> Reconciliation:
    part = DifferencePart(DifferenceKind.PERIOD, "They cover different days.")
    pairs = list(zip(claims, claims[1 : TOTALS + 1], strict=False))
    differences = tuple(Difference(a, b, 1, (part,)) for a, b in pairs)
    return Reconciliation(BoundRange(0, None), None, {}, differences=differences)
