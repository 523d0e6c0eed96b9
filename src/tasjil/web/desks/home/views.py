"""Home: what waits for whoever sits here, what changed, and whether all is safe."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse

from tasjil.journey.board.asking import incidents
from tasjil.journey.claims.coding import my_codings
from tasjil.journey.jobs.asking import may_ask
from tasjil.model.missing import GapKind
from tasjil.register.board.lines import IncidentFilter, PersonFilter
from tasjil.register.board.pages import Page
from tasjil.register.deeds import Deed
from tasjil.register.desk.logbook import Changes, Wanted
from tasjil.register.desk.waiting import MOST, Waiting
from tasjil.register.entry import EntryKind, LogEntry
from tasjil.web.desks.home.safety import safety
from tasjil.web.desks.home.strip import board_of
from tasjil.web.page.addresses import go, way
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

INCIDENTS = "incidents:incidents"

OPENED = 5
"""How many of the last openings of the sealed box home shows to a lead."""


@dataclass(frozen=True, slots=True)
class Waits:
    """One line of a queue: what, how much, and where to go.

    Attributes:
        more: There is more than was counted.
        href: None where its desk is not theirs.
    """

    what: str
    many: int
    href: str | None
    more: bool = False


@page(Deed.LOOK_AT_COUNTS, own=True)
def home(request: DeskRequest) -> HttpResponse:
    """Show what waits, what changed since the last visit, and whether all is safe."""
    register = request.seat.register
    found = register.waiting(datetime.now(UTC))
    return render(
        request,
        "home/home.html",
        reports=found.reports,
        entries=register.head().size,
        queue=queue_of(request, found),
        changes=changes_of(request),
        opened=opened_of(request),
        since=request.seated.was_here,
        safety=safety(request),
        empty=found.reports == 0,
        may_verify=may_ask(request.seat, "verify"),
        may_back_up=may_ask(request.seat, "backup"),
        href_of=lambda name: way(request.language, name),
    )


@act(Deed.LOOK_AT_LOG)
def seen(request: DeskRequest) -> HttpResponse:
    """Count all that is in the log now as seen."""
    register, now = request.seat.register, datetime.now(UTC)
    size = register.head().size
    register.keep_seen(size, now)
    request.seated.saw, request.seated.was_here = size, now
    return go(request, "home:home")


def queue_of(request: DeskRequest, found: Waiting) -> list[Waits]:
    """Say what waits for whoever asks, in the order of a day's work; no nothing."""
    register = request.seat.register
    told = [
        ("to_read", found.claims, "reading:reading"),
        ("to_code", len(my_codings(register)) if found.claims is not None else None,
         "reading:reading"),
        *_of_the_board(request),
        ("to_sign", found.to_sign, "proof:proof"),
        ("to_approve", found.to_approve, "publishing:publishing"),
        ("to_answer", to_answer(request), "publishing:corrections"),
    ]  # fmt: skip
    return [
        Waits(f"home.{what}", many, way(request.language, desk), many >= MOST)
        for what, many, desk in told
        if many
    ]


def to_answer(request: DeskRequest) -> int | None:
    """Count what readers say is wrong and nobody has answered."""
    register = request.seat.register
    if not register.may(Deed.ANSWER_CORRECTION):
        return None
    return register.how_many_corrections(waiting=True)


def opened_of(request: DeskRequest) -> tuple[LogEntry, ...]:
    """Give who opened an identity last, for those who may grant the sealed box."""
    register = request.seat.register
    if not (register.may(Deed.GRANT_BOX) and register.may(Deed.LOOK_AT_LOG)):
        return ()
    wanted = Wanted(kinds=(EntryKind.IDENTITY_OPENED,))
    return register.logbook.page(wanted, size=OPENED).entries


def _of_the_board(request: DeskRequest) -> list[tuple[str, int | None, str]]:
    """Count what the last count left open, for those who may settle it."""
    register, board = request.seat.register, board_of(request)
    if board is None or not board.is_there or not register.may(Deed.JUDGE_LINK):
        return []
    one = Page(size=1)
    doubtful = register.board.how_many_people(PersonFilter(doubtful=True))
    unsigned = IncidentFilter(kind=GapKind.UNSIGNED, counted=True)
    clashing = IncidentFilter(kind=GapKind.CONTRADICTED, counted=True)
    return [
        ("to_match", doubtful, "match:match"),
        ("to_settle", incidents(register, clashing, page=one).total, INCIDENTS),
        ("to_prove", incidents(register, unsigned, page=one).total, INCIDENTS),
    ]


def changes_of(request: DeskRequest) -> Changes | None:
    """Say what others did since the last visit; None for who may not look at the log.

    How far they saw then is read once a visit; with it, how far there is now is kept.
    """
    register, seated = request.seat.register, request.seated
    if not register.may(Deed.LOOK_AT_LOG):
        return None
    if seated.saw is None:
        now, last = datetime.now(UTC), register.last_seen()
        size = register.head().size
        seated.saw, seated.was_here = (size, None) if last is None else last
        register.keep_seen(size, now)
    return register.logbook.since(seated.saw, register.user)
