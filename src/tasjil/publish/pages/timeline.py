"""Incidents by day: the bars, and in words what has no day of its own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tasjil.model.ids import IncidentId
from tasjil.model.tally import Figure
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


def day_href(day: date) -> str:
    """Address the incidents of a day."""
    return f"day/{day.isoformat()}.html"


def by_day(edition: Edition, figure: Figure) -> dict[date, list[IncidentId]]:
    """Put the incidents that fell on one day under their day."""
    found: dict[date, list[IncidentId]] = defaultdict(list)
    for count in figure.incidents:
        incident = edition.index.incidents.get(count.incident)
        day = one_day(incident.edtf) if incident is not None else None
        if day is not None:
            found[day].append(count.incident)
    return dict(sorted(found.items()))


def _timeline(edition: Edition, figure: Figure) -> TimelineView:
    bars = [
        _bar(edition, day, incidents)
        for day, incidents in by_day(edition, figure).items()
    ]
    undated = sum(1 for c in figure.incidents if _has_no_date(edition, c.incident))
    act = edition.event(figure.act)
    rows = tuple(
        DayRow(
            href=bar.href,
            day=day_words(bar.day, edition.language),
            incidents=bar.incidents,
            figure=edition.range(bar.floor, bar.ceiling),
        )
        for bar in bars
    )
    return TimelineView(
        act=act,
        wide=_drawn(edition, bars, act, WIDE_STRIP),
        narrow=_drawn(edition, bars, act, NARROW_STRIP),
        days=rows,
        spanning=len(figure.incidents) - undated - sum(b.incidents for b in bars),
        undated=undated,
    )


def _has_no_date(edition: Edition, incident: IncidentId) -> bool:
    found = edition.index.incidents.get(incident)
    return found is None or read_days(found.edtf) == (None, None)


def _bar(edition: Edition, day: date, incidents: list[IncidentId]) -> DayBar:
    counts = [edition.index.counts[each] for each in incidents]
    floor = sum(count.floor for count in counts)
    ceiling = sum(count.ceiling or count.floor for count in counts)
    say = edition.say
    words = say(
        "timeline.bar",
        day=day_words(day, edition.language),
        incidents=say("count.incidents", n=len(incidents)),
        figure=edition.range(floor, ceiling),
    ).striptags()
    return DayBar(day, floor, ceiling, len(incidents), day_href(day), words)


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
