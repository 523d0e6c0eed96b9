"""Incidents by day: the bars, and in words what has no day of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tasjil.model.tally import Figure, Row
from tasjil.publish.charts.growth import DayNames
from tasjil.publish.charts.scale import day_ticks
from tasjil.publish.charts.timeline import (
    NARROW_STRIP,
    WIDE_STRIP,
    DayBar,
    Strip,
    timeline,
)
from tasjil.publish.dates import day_words, one_day, read_days
from tasjil.publish.edition import Edition

LONGEST = 400
"""Days a timeline can show; in a longer period the busiest stretch is not guessed,
the bars simply get thin, and beyond this the table alone stands."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the table."""

    href: str
    day: str
    incidents: int
    figure: Markup


@dataclass(frozen=True, slots=True)
class TimelineView:
    """One act's timeline in two sizes, its table, and what has no single day."""

    act: Markup
    figure_href: str
    wide: Markup
    narrow: Markup
    days: tuple[DayRow, ...]
    spanning: int
    undated: int


def timelines(edition: Edition) -> Iterator[TimelineView]:
    """Draw one timeline for each act that has incidents."""
    for figure in edition.index.view.tally.figures:
        if figure.incidents:
            yield _timeline(edition, figure)


def _timeline(edition: Edition, figure: Figure) -> TimelineView:
    """Take the rows of the count itself, so that a bar is never another sum."""
    rows = figure.by.get("day", ())
    dated = [(day, row) for row in rows if (day := one_day(row.value)) is not None]
    dated.sort(key=lambda pair: pair[0])
    undated = [row for row in rows if read_days(row.value) == (None, None)]
    bars = [_bar(edition, day, row) for day, row in dated]
    act = edition.event(figure.act)
    return TimelineView(
        act=act,
        figure_href=edition.to_figure(figure.id),
        wide=_drawn(edition, bars, act, WIDE_STRIP),
        narrow=_drawn(edition, bars, act, NARROW_STRIP),
        days=tuple(_day_row(edition, *pair) for pair in dated),
        spanning=_incidents(rows)
        - _incidents(row for _, row in dated)
        - _incidents(undated),
        undated=_incidents(undated),
    )


def _incidents(rows: Iterable[Row]) -> int:
    return len({incident for row in rows for incident in row.incidents})


def _day_row(edition: Edition, day: date, row: Row) -> DayRow:
    return DayRow(
        href=edition.to_figure(row.id),
        day=day_words(day, edition.language),
        incidents=len(row.incidents),
        figure=edition.count_range(row.floor, row.ceiling),
    )


def _bar(edition: Edition, day: date, row: Row) -> DayBar:
    say, count = edition.say, len(row.incidents)
    words = say(
        "timeline.bar",
        day=day_words(day, edition.language),
        incidents=say("count.incidents", n=count),
        figure=edition.count_range(row.floor, row.ceiling),
    ).striptags()
    ceiling = row.ceiling if row.ceiling is not None else row.floor
    return DayBar(day, row.floor, ceiling, count, edition.to_figure(row.id), words)


def _drawn(edition: Edition, bars: list[DayBar], act: Markup, size: Strip) -> Markup:
    """Draw the bars over the scope's period, or over their own days without one."""
    if not bars:
        return Markup("")
    first, last = _period(edition, bars)
    if (last - first).days > LONGEST:
        return Markup("")
    name = edition.say("timeline.chart", act=act).striptags()
    names = {
        day: day_words(day, edition.language, "d MMM")
        for day in day_ticks(first, last, most=size.ticks)
    }
    return timeline(bars, (first, last), DayNames(name, names), size)


def _period(edition: Edition, bars: list[DayBar]) -> tuple[date, date]:
    first, last = bars[0].day, bars[-1].day
    start, end = read_days(edition.index.view.scope.edtf)
    return min(first, start or first), max(last, end or last)
