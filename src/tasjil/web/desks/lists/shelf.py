"""The lists of a case: how many stand on which, and how surely that is known."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.journey.jobs.link_soon import link_now
from tasjil.journey.lists.keeping import list_name
from tasjil.journey.review.list_sheets import ListSheet, ListsSheet
from tasjil.model.json import from_json
from tasjil.publish.charts.reliability import reliability_curve
from tasjil.publish.lists import ListsShown
from tasjil.publish.outside import told
from tasjil.register.deeds import Deed
from tasjil.register.desk.job import Incoming
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell

DOCUMENT = "lists"
"""The document that a linking lays out."""

NOBODY_YET = ListsSheet()


@dataclass(frozen=True, slots=True)
class Row:
    """One list.

    Attributes:
        file: Its file's name.
        records: Persons and names on it, as linking has them; None before it did.
        is_laid: Its rows are laid out; else it waits for the next linking.
    """

    href: str
    name: Markup
    file: Markup
    rows: int
    clean: Markup
    guessed: bool
    by: Markup | None
    is_laid: bool


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """On which lists, and how many persons stand on exactly these."""

    on: tuple[bool, ...]
    persons: int


@page(Deed.LOOK_AT_REPORTS)
def lists(request: DeskRequest) -> HttpResponse:
    """Show the lists, what waits to be looked at, coverage and overlaps."""
    register = request.seat.register
    sheet = sheet_of(request)
    summed = sheet.summed
    return render(
        request,
        "lists/lists.html",
        rows=rows(request, sheet),
        waiting=waiting(request) if register.may(Deed.IMPORT_LIST) else (),
        names=names(request, summed),
        overlaps=overlaps(summed),
        most=max((each.persons for each in overlaps(summed)), default=1),
        summed=summed,
        curve=curve(request, summed),
        not_compared=sheet.not_compared,
        linking=bool(register.queue.open_jobs(1, kind="link")),
    )


def sheet_of(request: DeskRequest) -> ListsSheet:
    """Give what the last linking left of the lists."""
    plain = request.seat.register.review.document(DOCUMENT)
    return NOBODY_YET if plain is None else from_json(plain, ListsSheet)


def rows(request: DeskRequest, sheet: ListsSheet) -> tuple[Row, ...]:
    """Give every list, those that came since the last linking too."""
    laid = {each.id: each for each in sheet.lists}
    found = []
    for version in request.seat.register.kept_lists():
        own = laid.get(version.list)
        found.append(
            Row(
                href(request.language, "lists:list", version.list),
                told(list_name(version.name)),
                told(version.file.removeprefix("lists/")),
                0 if own is None else own.rows - own.nobody,
                _clean(request, own),
                version.columns is None if own is None else own.guessed,
                None if own is None or own.by is None else told(own.by),
                own is not None,
            )
        )
    return tuple(found)


def _clean(request: DeskRequest, own: ListSheet | None) -> Markup:
    said = None if own is None else own.clean
    key = {True: "clean", False: "not_clean", None: "clean_unknown"}[said]
    return request.t(f"lists.{key}")


def waiting(request: DeskRequest) -> tuple[tuple[str, Incoming], ...]:
    """Give the lists that wait until somebody has looked, each with its page."""
    return tuple(
        (href(request.language, "lists:waiting", each.job, each.number), each)
        for each in request.seat.register.queue.kept_back()
    )


def names(request: DeskRequest, summed: ListsShown | None) -> tuple[Markup, ...]:
    """Name the lists of the table of overlaps; the names in reports make one too."""
    if summed is None:
        return ()
    t = request.t
    return tuple(
        t("lists.reports") if each.name is None else told(each.name)
        for each in summed.lists
    )


def overlaps(summed: ListsShown | None) -> tuple[OverlapRow, ...]:
    """Give who stands on which lists, the greatest group first."""
    if summed is None:
        return ()
    found = [
        OverlapRow(
            tuple(at in each.on for at in range(len(summed.lists))), each.persons
        )
        for each in summed.overlaps
    ]
    return tuple(sorted(found, key=lambda each: (-each.persons, each.on)))


def curve(request: DeskRequest, summed: ListsShown | None) -> Markup:
    """Draw how well the probabilities hold."""
    t = request.t
    if summed is None:
        return Markup("")
    return reliability_curve(
        summed.reliability,
        t("lists.curve"),
        t("lists.curve_said"),
        t("lists.curve_held"),
    )


@act(Deed.LOOK_AT_REPORTS, Deed.LINK_PERSONS)
def link(request: DeskRequest) -> HttpResponse:
    """Have the records of all lists put together."""
    asked = link_now(request.seat, datetime.now(UTC))
    tell(request, str(request.t("match.link_asked" if asked else "match.link_waits")))
    return go(request, "lists:lists")
