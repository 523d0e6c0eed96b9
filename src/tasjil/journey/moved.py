"""What moves between two counts of one case: figures, and every row of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tasjil.model.acts import Act
from tasjil.model.ids import FigureId
from tasjil.model.quantity import CountRange
from tasjil.model.tally import Figure, Row, Tally


@dataclass(frozen=True, slots=True)
class Ends:
    """The numbers of a figure or a row; no ceiling is None.

    Attributes:
        reported: The span of what was told; None for a row, which has none.
    """

    verified: CountRange
    floor: int
    ceiling: int | None
    reported: CountRange | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure or row as it is and as it would be; None where it is not there.

    Attributes:
        by: What divides the figure; empty for the figure itself.
    """

    id: FigureId
    act: Act
    by: str
    label: str
    before: Ends | None
    after: Ends | None

    @property
    def size(self) -> int:
        """How far floor, ceiling and verified move, all together."""
        one, other = _three(self.before), _three(self.after)
        return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def figures_moved(before: Tally, after: Tally) -> tuple[Moved, ...]:
    """Give every figure as it is and as it would be, moved or not."""
    others = {figure.id: figure for figure in after.figures}
    return tuple(
        Moved(
            each.id,
            each.act,
            "",
            str(each.act),
            _of_figure(each),
            _of_figure(others[each.id]),
        )
        for each in before.figures
        if each.id in others
    )


def rows_moved(before: Tally, after: Tally) -> tuple[Moved, ...]:
    """Give the rows that move, those of each table together, the furthest first."""
    one, other = dict(_rows(before)), dict(_rows(after))
    found = [
        Moved(id, act, by, row.label, _of_row(one, id), _of_row(other, id))
        for id, (act, by, row) in (other | one).items()
    ]
    return tuple(
        sorted(
            (each for each in found if each.before != each.after),
            key=lambda each: (each.act, each.by, -each.size, each.id),
        )
    )


Rows = Mapping[FigureId, tuple[Act, str, Row]]


def _rows(tally: Tally) -> Iterator[tuple[FigureId, tuple[Act, str, Row]]]:
    for figure in tally.figures:
        for by, rows in figure.by.items():
            for row in rows:
                yield row.id, (figure.act, by, row)


def _of_row(rows: Rows, id: FigureId) -> Ends | None:
    if id not in rows:
        return None
    row = rows[id][2]
    return Ends(row.verified, row.floor, row.ceiling)


def _of_figure(figure: Figure) -> Ends:
    return Ends(figure.verified, figure.floor, figure.ceiling, figure.reported)


def _three(ends: Ends | None) -> tuple[int, int, int]:
    if ends is None:
        return (0, 0, 0)
    return (ends.verified.low, ends.floor, ends.ceiling or 0)
