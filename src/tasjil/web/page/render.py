"""Turns a template and what it shows into a page, or into one part of it."""

from functools import lru_cache
from typing import Any

from django.http import HttpResponse
from django.middleware.csrf import get_token
from jinja2 import (
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.loaders import BaseLoader
from markupsafe import Markup

from tasjil.model.hidden_signs import visible
from tasjil.model.users import User
from tasjil.publish.outside import shown, told
from tasjil.publish.phrases import number
from tasjil.register.deeds import Deed
from tasjil.register.permissions import Leave, leave
from tasjil.web.page.addresses import href, twin
from tasjil.web.page.desks import DESKS, ROOMS, Desk
from tasjil.web.page.request import DeskRequest
from tasjil.web.seats.seated import IDLE


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Make the Jinja environment: escaping on, unknown names refused."""
    rooms: dict[str, BaseLoader] = {
        room.name: PackageLoader(room.package, "templates") for room in ROOMS
    }
    # Tables that the published pages have as well are put together in one place.
    rooms["published"] = PackageLoader("tasjil.publish", "templates")
    made = Environment(
        loader=ChoiceLoader(
            [PackageLoader("tasjil.web.page", "templates"), PrefixLoader(rooms)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["told"] = told
    made.filters["shown"] = shown
    return made


def _finalize(value: object) -> object:
    """Show hidden characters in plain text; mark the thousands of numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def render(
    request: DeskRequest, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Make a whole page, as "reading/report.html"."""
    found = environment().get_template(template)
    told_now = {**frame_of(request), **context}
    return HttpResponse(found.render(told_now), status=status)


def render_part(
    request: DeskRequest,
    template: str,
    block: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Make one block of a template, for a page that is open already."""
    found = environment().get_template(template)
    made = found.new_context({**frame_of(request), **context})
    return HttpResponse("".join(found.blocks[block](made)), status=status)


def frame_of(request: DeskRequest) -> dict[str, Any]:
    """Give what every template may use."""
    seated = getattr(request, "seated", None)
    if seated is not None and not seated.is_open:
        seated = None
    me = None if seated is None else seated.seat.register.me
    language = request.language
    return {
        "t": request.t,
        "language": language,
        "request": request,
        "case": getattr(request, "case", None),
        "me": me,
        "desks": () if me is None else desks_of(me),
        # A part shows no notes: a poll must not take what the next page is to tell.
        "notes": [] if seated is None or request.is_part else seated.take_notes(),
        "csrf": get_token(request),
        "twin": twin(request),
        "href": lambda page, *ids: href(language, page, *ids),
        "Deed": Deed,
        "may": lambda deed: me is not None and leave(me, deed) is not Leave.NO,
        "idle": int(IDLE.total_seconds()),
    }


def desks_of(me: User) -> tuple[Desk, ...]:
    """Give the desks somebody may sit at."""
    return tuple(each for each in DESKS if each.listed and sees(me, each))


def sees(me: User, desk: Desk) -> bool:
    """Tell whether a desk is theirs."""
    if desk.everything and me.own_records:
        return False
    may = (leave(me, deed) is not Leave.NO for deed in desk.deeds)
    return not desk.deeds or any(may)
