"""The picture of scopes: which total covers which days of which area."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.ids import PlaceId
from tasjil.model.reconciliation import StatedScope
from tasjil.publish.charts.growth import DayNames
from tasjil.publish.charts.scale import day_ticks
from tasjil.publish.charts.scopes import (
    NARROW_FIELD,
    WIDE_FIELD,
    AreaGroup,
    Field,
    Reach,
    days_of,
    scope_chart,
)
from tasjil.publish.dates import day_words, read_days
from tasjil.publish.edition import Edition
from tasjil.publish.rows import area_words

MOST = 60
"""Totals in the picture; beyond them the table alone has all."""

LOOKS = {"civilian": "civilians", "armed forces": "armed", "unknown": "everyone"}


@dataclass(frozen=True, slots=True)
class ScopePicture:
    """The drawing in two sizes, and how many totals it leaves to the table."""

    wide: Markup
    narrow: Markup
    left_out: int


def scope_picture(edition: Edition, scopes: Sequence[StatedScope]) -> ScopePicture:
    """Draw the totals, those of one area together, wider areas before finer ones."""
    shown = scopes[:MOST]
    groups = _groups(edition, shown)
    return ScopePicture(
        _drawn(edition, groups, WIDE_FIELD),
        _drawn(edition, groups, NARROW_FIELD),
        len(scopes) - len(shown),
    )


Area = frozenset[str]


def _groups(edition: Edition, scopes: Sequence[StatedScope]) -> list[AreaGroup]:
    found: dict[Area, list[StatedScope]] = defaultdict(list)
    for scope in scopes:
        found[frozenset(scope.where)].append(scope)
    areas = sorted(found, key=lambda area: (_depth(edition, area), sorted(area)))
    return [
        AreaGroup(
            str(area_words(edition, sorted(area)).striptags()),
            _depth(edition, area),
            tuple(_reach(edition, each) for each in sorted(found[area], key=_in_time)),
        )
        for area in areas
    ]


def _in_time(scope: StatedScope) -> tuple[str, str, str]:
    return scope.edtf or "", scope.published or "~", scope.claim


def _depth(edition: Edition, area: Area) -> int:
    """Count how many listed places hold the finest of an area's places."""
    return max((_above(edition, name) for name in area), default=0)


def _above(edition: Edition, name: str) -> int:
    places, place = edition.index.view.places, edition.index.place_of_name.get(name)
    steps, seen = 0, set[PlaceId]()
    while place is not None and place in places and place not in seen:
        seen.add(place)
        place = places[place].parent
        steps += place is not None
    return steps


def _reach(edition: Edition, scope: StatedScope) -> Reach:
    since, until = read_days(scope.edtf)
    if until is None:
        until = read_days(scope.counted_until or scope.published)[1]
    number = edition.range(scope.low, scope.high).striptags()
    words = edition.say(
        "reconcile.reach",
        teller=edition.teller(edition.index.origin(scope.claim)),
        figure=edition.range(scope.low, scope.high),
        who=edition.status(scope.status),
        period=edition.date(scope.edtf),
    )
    return Reach(
        str(number),
        since,
        until,
        LOOKS.get(scope.status, "everyone"),
        edition.to_statement(scope.statement),
        str(words.striptags()),
    )


def _drawn(edition: Edition, groups: list[AreaGroup], field: Field) -> Markup:
    ends = days_of(groups)
    if ends is None:
        return Markup("")
    name = edition.say("reconcile.picture").striptags()
    pattern = "d MMM" if ends[0].year == ends[1].year else "MMM y"
    names = {
        day: day_words(day, edition.language, pattern)
        for day in day_ticks(*ends, most=field.ticks)
    }
    return scope_chart(groups, DayNames(str(name), names), field)
