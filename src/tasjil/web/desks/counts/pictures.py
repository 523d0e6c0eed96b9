"""The pictures of a breakdown: days along a line, places on the ground."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tasjil.journey.board import Cell
from tasjil.model.acts import Act
from tasjil.model.hidden_signs import visible
from tasjil.model.ids import PlaceId
from tasjil.publish.charts.growth import DayNames
from tasjil.publish.charts.map import MapWords, Spot, draw_map
from tasjil.publish.charts.scale import day_ticks
from tasjil.publish.charts.timeline import (
    NARROW_STRIP,
    WIDE_STRIP,
    DayBar,
    Strip,
    timeline,
)
from tasjil.publish.dates import day_words, one_day
from tasjil.publish.pages.reach import FINE, reach_of, rings_of
from tasjil.publish.pages.timeline import LONGEST
from tasjil.register.deeds import Deed
from tasjil.web.desks.counts.edition import DeskEdition
from tasjil.web.page.addresses import href
from tasjil.web.page.request import DeskRequest

WIDE, NARROW = 760, 340
"""Pixels of a drawing at a desk, and on a phone."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """A drawing in two sizes, and what it shows."""

    wide: Markup
    narrow: Markup
    caption: Markup


def pictures_of(
    request: DeskRequest, say: DeskEdition, act: Act, by: str, cells: Sequence[Cell]
) -> Pictures | None:
    """Draw the rows of a page; None where bars beside the rows say it all."""
    if by == "day":
        return _days(request, say, act, cells)
    if by == "place":
        return _ground(request, say, cells)
    return None


def _days(
    request: DeskRequest, say: DeskEdition, act: Act, cells: Iterable[Cell]
) -> Pictures | None:
    """Draw a bar for each day; what is told of several days has none."""
    dated = [(day, e) for e in cells if (day := one_day(e.value)) is not None]
    bars = [_bar(request, say, *each) for each in sorted(dated, key=lambda e: e[0])]
    if not bars or (bars[-1].day - bars[0].day).days > LONGEST:
        return None
    return Pictures(
        _strip(say, act, bars, WIDE_STRIP),
        _strip(say, act, bars, NARROW_STRIP),
        say.say("timeline.caption"),
    )


def _bar(request: DeskRequest, say: DeskEdition, day: date, cell: Cell) -> DayBar:
    floor = cell.floor or 0
    words = say.say(
        "timeline.bar",
        day=day_words(day, say.language),
        incidents=say.say("count.incidents", n=cell.incidents),
        figure=say.count_range(floor, cell.ceiling),
    ).striptags()
    ceiling = floor if cell.ceiling is None else cell.ceiling
    return DayBar(day, floor, ceiling, cell.incidents, _to(request, say, cell), words)


def _strip(say: DeskEdition, act: Act, bars: Sequence[DayBar], size: Strip) -> Markup:
    first, last = bars[0].day, bars[-1].day
    name = say.say("timeline.chart", act=say.event(act)).striptags()
    names = {
        day: day_words(day, say.language, "d MMM")
        for day in day_ticks(first, last, most=size.ticks)
    }
    return timeline(bars, (first, last), DayNames(str(name), names), size)


def _ground(
    request: DeskRequest, say: DeskEdition, cells: Iterable[Cell]
) -> Pictures | None:
    """Draw each place as the area it stands for; wide places would hide the others."""
    spots = [spot for each in cells if (spot := _spot(request, say, each)) is not None]
    if not spots:
        return None
    areas = say.index.view.areas
    outlines = [rings_of(areas[each]) for each in sorted(areas)]
    words = MapWords(str(say.say("map.name").striptags()), str(say.say("map.km")))
    return Pictures(
        draw_map(spots, outlines, words, WIDE),
        draw_map(spots, outlines, words, NARROW),
        say.say("map.caption"),
    )


def _spot(request: DeskRequest, say: DeskEdition, cell: Cell) -> Spot | None:
    id = PlaceId(cell.value)
    place = say.index.view.places.get(id)
    reach = None if place is None else reach_of(say.index, id)
    if place is None or reach is None or place.level not in FINE:
        return None
    name = visible(say.own(place.name, place.name_ar))
    figure = say.count_range(cell.floor or 0, cell.ceiling).striptags()
    words = f"{name} ({say.word(place.level).striptags()}): {figure}"
    to = _to(request, say, cell)
    return Spot(name, words, to, reach.centre, reach.km, True, reach.rings)


def _to(request: DeskRequest, say: DeskEdition, cell: Cell) -> str:
    """Lead to the words behind a row; who may read none stays at the table."""
    if request.seat.register.may(Deed.LOOK_AT_REPORTS):
        return say.to_figure(cell.id)
    return href(say.language, "counts:counts")
