"""A figure taken apart: which incidents it adds up, and how it divides."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from tasjil.model.acts import PerpetratorStance
from tasjil.model.causes import Cause
from tasjil.model.ids import PlaceId
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.places import PlaceLevel
from tasjil.model.tally import Figure, Row
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.page import Page, Part, parts
from tasjil.publish.pages.overview import measures, notes_of, readings
from tasjil.publish.rows import Measure, incident_rows

ENUMS: dict[str, type[StrEnum]] = {
    "status": Status,
    "sex": Sex,
    "age": AgeGroup,
    "cause": Cause,
    "attribution": PerpetratorStance,
}
"""Which list of the model a breakdown takes its values from."""

AROUND = (
    PlaceLevel.COUNTRY,
    PlaceLevel.GOVERNORATE,
    PlaceLevel.DISTRICT,
    PlaceLevel.SUBDISTRICT,
)
"""Places whose row counts all that lies in them."""


@dataclass(frozen=True, slots=True)
class Division:
    """One row of a breakdown."""

    href: str
    label: Markup
    verified: Markup
    figure: Markup
    bar: Markup
    incidents: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A figure divided by one thing."""

    key: str
    name: Markup
    rows: tuple[Division, ...]


@dataclass(frozen=True, slots=True)
class FigurePage:
    """What a figure's page shows; later parts carry only more incidents."""

    measures: tuple[Measure, ...]
    readings: Markup
    notes: tuple[Markup, ...]
    breakdowns: tuple[Breakdown, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class DivisionPage:
    """What the page of one row of a breakdown shows."""

    figure: Markup
    back: str
    part: Part


def pages(edition: Edition) -> Iterator[Page]:
    """Make every figure's page and a page for each row of its breakdowns."""
    for figure in edition.index.view.tally.figures:
        yield from _figure_pages(edition, figure)
        for key, rows in figure.by.items():
            for row in rows:
                yield from _row_pages(edition, figure, key, row)


def _figure_pages(edition: Edition, figure: Figure) -> Iterator[Page]:
    ids = [count.incident for count in figure.incidents]
    breakdowns = tuple(
        Breakdown(key, _name_of(edition, key), _divisions(edition, key, rows))
        for key, rows in figure.by.items()
        if rows
    )
    title = edition.say(f"question.{figure.act.value}")
    for part in parts(edition.to_figure(figure.id), incident_rows(edition, ids)):
        context = FigurePage(
            measures=measures(edition, figure),
            readings=readings(edition, figure),
            notes=notes_of(edition, figure),
            breakdowns=breakdowns,
            part=part,
        )
        yield Page(part.path, "figure.html", title, "overview", context)


def _divisions(
    edition: Edition, key: str, rows: tuple[Row, ...]
) -> tuple[Division, ...]:
    most = max(row.ceiling or row.floor for row in rows)
    return tuple(
        Division(
            href=edition.to_figure(row.id),
            label=row_label(edition, key, row),
            verified=edition.range(row.verified.low, row.verified.high),
            figure=edition.count_range(row.floor, row.ceiling),
            bar=range_bar(row.floor, row.ceiling, most, row.verified.low),
            incidents=len(row.incidents),
        )
        for row in rows
    )


def _row_pages(edition: Edition, figure: Figure, key: str, row: Row) -> Iterator[Page]:
    title = edition.say(
        "division.title",
        act=edition.event(figure.act),
        label=row_label(edition, key, row),
    )
    rows = incident_rows(edition, row.incidents)
    for part in parts(edition.to_figure(row.id), rows):
        context = DivisionPage(
            figure=edition.count_range(row.floor, row.ceiling),
            back=edition.to_figure(figure.id),
            part=part,
        )
        yield Page(part.path, "division.html", title, "overview", context)


def _name_of(edition: Edition, key: str) -> Markup:
    """Name a way of dividing; one that the catalogue lacks keeps its own name."""
    return edition.say(f"by.{key}") if edition.say.has(f"by.{key}") else told(key)


def row_label(edition: Edition, key: str, row: Row) -> Markup:
    """Say a row's value in this language; words from reports stay as told."""
    if row.value == "unknown":
        return edition.say("by.unknown")
    if key in ENUMS and row.value in set(ENUMS[key]):
        return edition.word(ENUMS[key](row.value))
    if key == "place" and row.value in edition.index.view.places:
        return _place_label(edition, PlaceId(row.value))
    if key == "source":
        return _teller_label(edition, row)
    if key == "sdg":
        return _four_labels(edition, row)
    if key in ("day", "week", "month"):
        return edition.date(row.value)
    return told(row.label)


def _four_labels(edition: Edition, row: Row) -> Markup:
    """Say sex, age, status and cause, each as the list of the model has it."""
    kinds = (ENUMS[key] for key in ("sex", "age", "status", "cause"))
    told_ = zip(kinds, row.value.split(" / "), strict=True)
    return Markup(" / ").join(edition.word(kind(value)) for kind, value in told_)


def _place_label(edition: Edition, place: PlaceId) -> Markup:
    """Name a place; that of a governorate counts all that lies in it."""
    name = edition.place(place)
    if edition.index.view.places[place].level in AROUND:
        return edition.say("by.and_inside", place=name)
    return name


def _teller_label(edition: Edition, row: Row) -> Markup:
    """Name a first teller as everywhere: a witness by kind alone."""
    first = next(iter(edition.index.told_by.get(row.value, ())), None)
    return (
        told(row.label)
        if first is None
        else edition.teller(edition.index.origin(first))
    )
