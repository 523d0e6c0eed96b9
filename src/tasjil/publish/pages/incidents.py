"""Lists of incidents: all of them, and by place."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.ids import IncidentId, PlaceId
from tasjil.publish.edition import Edition
from tasjil.publish.page import Page, Part, parts
from tasjil.publish.pages.map import place_href
from tasjil.publish.rows import incident_rows


@dataclass(frozen=True, slots=True)
class Group:
    """A place, and the page that lists its incidents."""

    href: str
    heading: Markup
    detail: Markup
    incidents: tuple[IncidentId, ...]


@dataclass(frozen=True, slots=True)
class IncidentList:
    """A page of a list of incidents."""

    part: Part
    detail: Markup


@dataclass(frozen=True, slots=True)
class PlaceList:
    """The list of places."""

    groups: tuple[Group, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Make the lists of incidents of one language."""
    say, index = edition.say, edition.index
    for part in parts("incidents.html", incident_rows(edition, index.incidents)):
        context = IncidentList(part, Markup(""))
        title = say("nav.incidents")
        yield Page(part.path, "incidents.html", title, "incidents", context)
    groups = tuple(_places(edition))
    title = say("places.title")
    yield Page("places.html", "places.html", title, "incidents", PlaceList(groups))
    for group in groups:
        rows = incident_rows(edition, group.incidents)
        for part in parts(group.href, rows):
            context = IncidentList(part, group.detail)
            title = group.heading
            yield Page(part.path, "place.html", title, "incidents", context)


def _places(edition: Edition) -> Iterator[Group]:
    """Yield each place with incidents, the unlisted ones last."""
    at_place = edition.index.at_place
    listed = [place for place in at_place if place is not None]
    listed.sort(key=lambda place: (str(edition.place(place)), place))
    for place in listed:
        yield Group(
            href=place_href(place),
            heading=edition.place(place),
            detail=_chain(edition, place),
            incidents=tuple(at_place[place]),
        )
    if None in at_place:
        heading = edition.say("place.unlisted")
        nowhere = tuple(at_place[None])
        yield Group(place_href(None), heading, Markup(""), nowhere)


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
