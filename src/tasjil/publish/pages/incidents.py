"""Lists of incidents: all of them, by day, and by place."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.ids import IncidentId, PlaceId
from tasjil.publish.addresses import anchor
from tasjil.publish.dates import day_words
from tasjil.publish.edition import Edition
from tasjil.publish.page import Page, Part, parts
from tasjil.publish.pages.timeline import by_day
from tasjil.publish.rows import IncidentRow, incident_rows


@dataclass(frozen=True, slots=True)
class Group:
    """Incidents under one heading, which other pages can point at."""

    anchor: str
    heading: Markup
    detail: Markup
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class IncidentList:
    """A page of the list of all incidents."""

    part: Part


@dataclass(frozen=True, slots=True)
class Grouped:
    """Incidents by day or by place."""

    intro: Markup
    groups: tuple[Group, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Make the lists of incidents of one language."""
    say = edition.say
    rows = incident_rows(edition, edition.index.incidents)
    for part in parts("incidents.html", rows):
        title, context = say("nav.incidents"), IncidentList(part)
        yield Page(part.path, "incidents.html", title, "incidents", context)
    days = Grouped(say("days.intro"), tuple(_days(edition)))
    yield Page("days.html", "grouped.html", say("days.title"), "incidents", days)
    places = Grouped(say("places.intro"), tuple(_places(edition)))
    yield Page("places.html", "grouped.html", say("places.title"), "incidents", places)


def _days(edition: Edition) -> Iterator[Group]:
    """Yield each day once, with the incidents of every act."""
    found: dict[str, tuple[Markup, list[IncidentId]]] = {}
    for figure in edition.index.view.tally.figures:
        for day, incidents in by_day(edition, figure).items():
            words = Markup(day_words(day, edition.language))
            found.setdefault(f"d-{day.isoformat()}", (words, []))[1].extend(incidents)
    for name in sorted(found):
        heading, ids = found[name]
        yield Group(name, heading, Markup(""), tuple(incident_rows(edition, ids)))


def _places(edition: Edition) -> Iterator[Group]:
    """Yield each place with incidents, the unlisted ones last."""
    at_place = edition.index.at_place
    listed = [place for place in at_place if place is not None]
    listed.sort(key=lambda place: str(edition.place(place)))
    for place in listed:
        yield Group(
            anchor=anchor("p", place),
            heading=edition.place(place),
            detail=_chain(edition, place),
            rows=tuple(incident_rows(edition, at_place[place])),
        )
    if None in at_place:
        rows = tuple(incident_rows(edition, at_place[None]))
        heading = edition.say("place.unlisted")
        yield Group(anchor("p", "nowhere"), heading, Markup(""), rows)


def _chain(edition: Edition, place: PlaceId) -> Markup:
    """Say what sort of place it is and what it lies in."""
    places = edition.index.view.places
    if place not in places:
        return Markup("")
    words = [edition.word(places[place].level)]
    seen, parent = {place}, places[place].parent
    while parent is not None and parent in places and parent not in seen:
        seen.add(parent)
        words.append(edition.place(parent))
        parent = places[parent].parent
    return edition.listed(words)
