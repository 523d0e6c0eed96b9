"""Lines of counts put into words: an act, a row of a breakdown, an incident."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.journey.board import Cell, IncidentLine
from tasjil.model.acts import Act
from tasjil.model.tally import UNNAMED, Row
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.pages.figure import row_label
from tasjil.register.deeds import Deed
from tasjil.web.desks.counts.edition import DeskEdition
from tasjil.web.page.request import DeskRequest
from tasjil.web.shown.titles import title_of


@dataclass(frozen=True, slots=True)
class Division:
    """One row of a breakdown.

    Attributes:
        href: Where the words behind it stand; None for who may not read them.
        level: How wide the place is; nothing where rows are no places.
    """

    href: str | None
    label: Markup
    level: Markup | None
    verified: Markup
    floor: Markup
    ceiling: Markup
    bar: Markup
    cell: Cell


@dataclass(frozen=True, slots=True)
class IncidentShown:
    """One incident behind a figure."""

    href: str
    title: Markup
    verified: Markup
    figure: Markup
    bar: Markup
    claims: int


def acts_by_path() -> dict[str, Act]:
    """Give every act by how it stands in an address.

    Example:
        >>> acts_by_path()["bodies-found"].value
        'bodies found'
    """
    return {path_of(each): each for each in Act}


def path_of(act: Act) -> str:
    """Write an act for an address."""
    return act.value.replace(" ", "-")


def name_of(say: Edition, by: str) -> Markup:
    """Name a way of dividing."""
    return say.say(f"by.{by}") if say.say.has(f"by.{by}") else told(by)


def divisions(
    request: DeskRequest, say: DeskEdition, cells: Iterable[Cell]
) -> Iterator[Division]:
    """Put the rows of a breakdown into words, with bars to one scale."""
    cells = tuple(cells)
    reads = request.seat.register.may(Deed.LOOK_AT_REPORTS)
    most = max((each.ceiling or each.floor or 0 for each in cells), default=0)
    for cell in cells:
        floor, verified = cell.floor or 0, cell.verified
        yield Division(
            href=say.to_figure(cell.id) if reads else None,
            label=label_of(say, cell, reads),
            level=_level(say, cell),
            verified=say.range(verified.low, verified.high),
            floor=say.range(floor, floor),
            ceiling=ceiling_words(say, cell.ceiling),
            bar=range_bar(floor, cell.ceiling, most, verified.low),
            cell=cell,
        )


def ceiling_words(say: Edition, ceiling: int | None) -> Markup:
    """Say a ceiling; where nobody told a number there is none."""
    if ceiling is None:
        return say.say("range.none_told")
    return say.range(ceiling, ceiling)


def label_of(say: Edition, cell: Cell, reads: bool = True) -> Markup:
    """Name a row; who may read no words is not told what an unlisted teller is called.

    Args:
        say: The voice of the page.
        cell: The row.
        reads: Whether whoever looks may read reports.
    """
    listed = say.index.view.sources
    if cell.by == "source" and cell.value in listed:
        return say.source(listed[cell.value])  # type: ignore[index]
    if cell.by == "source" and (not reads or cell.value.startswith(UNNAMED)):
        return say.explained(cell.label) if reads else say.say("teller.unknown")
    row = Row(cell.id, cell.value, cell.label, cell.floor or 0, cell.ceiling)
    return row_label(say, cell.by, row)


def _level(say: Edition, cell: Cell) -> Markup | None:
    if cell.by != "place":
        return None
    place = say.index.view.places.get(cell.value)  # type: ignore[call-overload]
    return None if place is None else say.word(place.level)


def incidents_shown(
    say: DeskEdition, lines: Iterable[IncidentLine]
) -> Iterator[IncidentShown]:
    """Put incidents behind a figure into words, with bars to one scale."""
    lines = tuple(lines)
    most = max((each.ceiling or each.floor for each in lines), default=0)
    for line in lines:
        verified = line.verified
        yield IncidentShown(
            href=say.to_incident(line.id),
            title=title_of(say, line),
            verified=say.range(verified.low, verified.high),
            figure=say.count_range(line.floor, line.ceiling),
            bar=range_bar(line.floor, line.ceiling, most, verified.low),
            claims=line.claims,
        )
