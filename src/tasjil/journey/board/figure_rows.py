"""Lays out figures: a line for each, and the ids of what is behind it, in parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import models

from tasjil.journey.board.figures import PUBLIC
from tasjil.journey.board.found import Found
from tasjil.journey.board.rowing import Row, row_of
from tasjil.journey.protect import shown_to_all
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.incident import Incident
from tasjil.model.quantity import CountRange
from tasjil.model.tally import AggregateStatement, Figure, Series, Tally
from tasjil.model.tally import Row as TallyRow
from tasjil.register.board.packed import CHUNK, packed
from tasjil.register.store import BoardFigure, BoardPart

NOBODY = CountRange(0, 0)
Rows = dict[type[models.Model], list[Row]]


def figure_rows(found: Found) -> Rows:
    """Give the rows of every figure, and of all that is behind it."""
    counted = found.counted
    rows: Rows = {BoardFigure: [], BoardPart: []}
    incidents = {each.id: each for each in counted.incidents}
    for figure in counted.tally.figures:
        _add_figure(rows, figure, incidents)
    for nth, total in enumerate(counted.tally.aggregates):
        _add(rows, _total(nth, total), (), total.claims)
    by_id = {each.id: each.claims for each in counted.tally.aggregates}
    for nth, series in enumerate(counted.tally.series):
        claims = [c for p in series.points for c in by_id.get(p.statement, ())]
        _add(rows, _series(nth, series), (), tuple(dict.fromkeys(claims)))
    if counted.withheld:
        rows[BoardFigure] += _public(shown_to_all(found.case, counted).counted.tally)
    return rows


def _add_figure(
    rows: Rows, figure: Figure, incidents: Mapping[IncidentId, Incident]
) -> None:
    own = [each.incident for each in figure.incidents]
    claims = [claim for id in own for claim in incidents[id].claims]
    _add(rows, _figure(figure), own, claims)
    for name, kept in figure.by.items():
        for nth, row in enumerate(kept):
            _add(rows, _cell(figure, name, nth, row), row.incidents, row.claims)


def _add(
    rows: Rows,
    told: dict[str, Any],
    incidents: Iterable[IncidentId],
    claims: Iterable[ClaimId],
) -> None:
    behind = {"incidents": tuple(incidents), "claims": tuple(claims)}
    many = {what: len(ids) for what, ids in behind.items()}
    rows[BoardFigure].append(row_of(BoardFigure, **told, **many))
    for what, ids in behind.items():
        rows[BoardPart] += _parts(told["id"], what, ids)


def _parts(figure: str, what: str, ids: Sequence[str]) -> Iterator[Row]:
    for nth, start in enumerate(range(0, len(ids), CHUNK)):
        data = packed(ids[start : start + CHUNK])
        yield row_of(BoardPart, figure=figure, kind=what, nth=nth, data=data)


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        **{"id": figure.id, "kind": "cell", "act": figure.act, "by": "", "nth": 0},
        **{"value": figure.act, "label": figure.act},
        **_ends(figure.floor, figure.ceiling, figure.verified),
    }


def _cell(figure: Figure, by: str, nth: int, row: TallyRow) -> dict[str, Any]:
    return {
        **{"id": row.id, "kind": "cell", "act": figure.act, "by": by, "nth": nth},
        **{"value": row.value, "label": row.label},
        **_ends(row.floor, row.ceiling, row.verified),
    }


def _total(nth: int, total: AggregateStatement) -> dict[str, Any]:
    return {
        **{"id": total.id, "kind": "total", "act": total.act, "by": "", "nth": nth},
        **{"value": total.teller_key, "label": total.first_teller},
        **_ends(total.low, total.high, NOBODY),
    }


def _series(nth: int, series: Series) -> dict[str, Any]:
    last = series.points[-1]
    return {
        **{"id": series.id, "kind": "series", "act": series.act, "by": "", "nth": nth},
        **{"value": series.teller_key, "label": series.first_teller},
        **_ends(last.low, last.high, NOBODY),
    }


def _ends(low: int | None, high: int | None, verified: CountRange) -> dict[str, Any]:
    return {
        **{"floor": low, "ceiling": high},
        **{"verified_low": verified.low, "verified_high": verified.high},
    }


def _public(tally: Tally) -> Iterator[Row]:
    """Give figures as everybody may see them; nothing behind them is shown."""
    for figure in tally.figures:
        told = [_figure(figure)]
        for name, kept in figure.by.items():
            told += [_cell(figure, name, nth, row) for nth, row in enumerate(kept)]
        for each in told:
            each |= {"id": f"{PUBLIC}{each['id']}", "kind": f"{PUBLIC}cell"}
            yield row_of(BoardFigure, **each, incidents=0, claims=0)
