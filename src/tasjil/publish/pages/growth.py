"""How first tellers' totals grew: the lines of the chart and the table beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.acts import Act
from tasjil.model.hidden_signs import visible
from tasjil.model.ids import SourceId
from tasjil.model.languages import Language
from tasjil.model.tally import Series, SeriesPoint
from tasjil.publish.charts.growth import (
    COLOURS,
    NARROW,
    WIDE,
    DayNames,
    Dot,
    Line,
    Size,
    growth_chart,
    ticks_of,
)
from tasjil.publish.dates import day_words, one_day
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told


@dataclass(frozen=True, slots=True)
class PointRow:
    """One statement of a series, in the table."""

    href: str
    published: Markup
    figure: Markup
    status: Markup


@dataclass(frozen=True, slots=True)
class SeriesRows:
    """One teller's statements, in the table."""

    teller: Markup
    flags: tuple[Markup, ...]
    points: tuple[PointRow, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """One act's chart in two sizes, and its table."""

    act: Markup
    wide: Markup
    narrow: Markup
    unnamed: int
    series: tuple[SeriesRows, ...]


def growths(edition: Edition, series: Iterable[Series], up: str) -> Iterator[Growth]:
    """Draw one chart for each act that anybody stated a total of.

    Args:
        edition: The language to say it in.
        series: The series to draw; tellers of one act share a chart.
        up: What leads from the page to the language's folder.
    """
    by_act: dict[Act, list[Series]] = {}
    for each in series:
        by_act.setdefault(each.act, []).append(each)
    for act, found in by_act.items():
        lines = [line for each in found if (line := _line(edition, each, up))]
        word = edition.word(act)
        yield Growth(
            act=word,
            wide=_chart(edition, lines, word, WIDE),
            narrow=_chart(edition, lines, word, NARROW),
            unnamed=max(len(lines) - COLOURS, 0),
            series=tuple(_rows(edition, each) for each in found),
        )


def teller_name(edition: Edition, series: Series) -> str:
    """Name the teller of a series in this language, as plain text."""
    source = edition.index.view.sources.get(SourceId(series.teller_key))
    if source is not None:
        return visible(edition.own(source.name, source.name_ar))
    origin = edition.index.origin(series.points[0].claim) if series.points else None
    return (
        edition.teller(origin).striptags() if origin else visible(series.first_teller)
    )


def _line(edition: Edition, series: Series, up: str) -> Line | None:
    """Take the statements that have a day and a number; None where none has."""
    name = teller_name(edition, series)
    dots = []
    for point in series.points:
        day = one_day(point.published)
        value = point.low if point.low is not None else point.high
        if day is None or value is None:
            continue
        words = f"{name}: {_plain(edition, point)}"
        href = up + edition.to_statement(point.statement)
        dots.append(Dot(day, value, point.high is None, href, words))
    dots.sort(key=lambda dot: dot.day)
    return Line(name, tuple(dots)) if dots else None


def _plain(edition: Edition, point: SeriesPoint) -> str:
    figure = edition.range(point.low, point.high).striptags()
    return f"{figure} ({edition.date(point.published).striptags()})"


def _chart(edition: Edition, lines: list[Line], act: Markup, size: Size) -> Markup:
    """Draw the chart; one dated statement alone is no growth, but is still shown."""
    if not lines:
        return Markup("")
    name = edition.say("growth.chart", act=act).striptags()
    ticks = ticks_of(lines, size)
    pattern = "d MMM" if ticks[0].year == ticks[-1].year else "d MMM y"
    names = {day: day_words(day, edition.language, pattern) for day in ticks}
    return growth_chart(lines, DayNames(name, names), size)


_NEXT_PART = re.compile(r"[;,] (?=[a-z])")


def _flag(edition: Edition, flag: str) -> Markup:
    """Say what a line would hide: a date, then one or more changes."""
    date, colon, changes = flag.partition(": ")
    if edition.language is Language.EN or not colon:
        return edition.explained(flag)
    said = edition.listed(map(edition.explained, _NEXT_PART.split(changes)))
    return Markup("{}: {}").format(edition.date(date), said)


def _rows(edition: Edition, series: Series) -> SeriesRows:
    points = tuple(
        PointRow(
            href=edition.to_statement(point.statement),
            published=edition.date(point.published),
            figure=edition.range(point.low, point.high),
            status=edition.status(point.status),
        )
        for point in series.points
    )
    flags = tuple(_flag(edition, flag) for flag in series.flags)
    return SeriesRows(told(teller_name(edition, series)), flags, points)
