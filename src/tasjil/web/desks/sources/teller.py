"""One who tells: how it held up, whom it passes on, and its line in the case's list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from markupsafe import Markup

from tasjil.assess.independence import Means
from tasjil.journey import board
from tasjil.journey.board.tellers import (
    Cited,
    TellerBody,
    TellerLine,
    teller,
    teller_id,
)
from tasjil.journey.source_list import BETWEEN, read_list
from tasjil.model.ids import IncidentId
from tasjil.model.sources import Source, SourceKind
from tasjil.publish.outside import told, web_address
from tasjil.register.deeds import Deed
from tasjil.web.desks.sources.kinds import PROTECT, choices_of
from tasjil.web.page.addresses import href
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.titles import title_of

Link = tuple[Markup, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """A line of the list as a form holds it."""

    id: str = ""
    name: str = ""
    name_ar: str = ""
    kind: str = str(SourceKind.UNKNOWN)
    language: str = ""
    relays: tuple[str, ...] = ()
    variants: str = ""
    url: str = ""
    note: str = ""
    because: str = ""
    mark: str = ""
    new: bool = False

    @classmethod
    def of(cls, source: Source, mark: str) -> "Typed":
        """Fill a form with what the list says."""
        return cls(
            id=source.id,
            name=source.name,
            name_ar=source.name_ar or "",
            kind=str(source.kind),
            language=source.language or "",
            relays=tuple(source.relays),
            variants="\n".join(source.variants),
            url=source.url or "",
            note=source.note or "",
            mark=mark,
        )

    def fields(self, because: str, mark: str) -> dict[str, str]:
        """Give what a form sends to put things back to this."""
        names = ("id", "name", "name_ar", "kind", "language", "url", "note")
        told = {name: str(getattr(self, name)) for name in names}
        several = {"relays": BETWEEN.join(self.relays), "variants": self.variants}
        return {**told, **several, "because": because, "mark": mark}


@dataclass(frozen=True, slots=True)
class CitedRow:
    """One whom this one passes on, or who passes this one on, and what shows it."""

    name: Markup
    href: str
    because: Markup
    times: int
    claims: tuple[str, ...]


@page(Deed.LOOK_AT_REPORTS)
def one(request: DeskRequest, id: str) -> HttpResponse:
    """Show one who tells."""
    source = listed_as(request, id)
    body = teller(request.seat.register, id)
    if source is None and body is None:
        raise Http404
    return show(request, source, body)


@page(Deed.LOOK_AT_REPORTS, Deed.SET_SCOPE)
def new(request: DeskRequest) -> HttpResponse:
    """Offer an empty line of the list."""
    mark = read_list(request.case).mark
    return show(request, None, None, Typed(mark=mark, new=True))


def listed_as(request: DeskRequest, id: str) -> Source | None:
    """Find the listed source that an address means."""
    found = (each for each in request.case.sources if teller_id(each.id) == id)
    return next(found, None)


def show(
    request: DeskRequest,
    source: Source | None,
    body: TellerBody | None,
    typed: Typed | None = None,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    """Make the page, with what somebody typed where it was refused."""
    say, register = voice(request), request.seat.register
    line = None if body is None else body.line
    may_change = register.may(Deed.SET_SCOPE)
    return render(
        request,
        "sources/one.html",
        status=status,
        source=source,
        line=line,
        name=_name(request, source, line),
        kind=say.word(
            source.kind if source else line.kind if line else SourceKind.UNKNOWN
        ),
        protect=(source.kind if source else line.kind if line else None) in PROTECT,
        url=web_address(source.url) if source else None,
        held_up=None
        if line is None
        else request.t(f"sources.rely_{line.reliability.name.lower()}"),
        because=None
        if body is None or not body.because
        else say.explained(body.because),
        fits=() if body is None else _incidents(request, body.fits),
        fails=() if body is None else _incidents(request, body.fails),
        relays=() if body is None else tuple(_cited(request, body.relays)),
        relayed_by=() if body is None else tuple(_cited(request, body.relayed_by)),
        rings=() if body is None else tuple(map(say.explained, body.rings)),
        typed=typed or _begun(request, source, line),
        others=tuple(
            (str(each.id), say.source(each))
            for each in request.case.sources
            if source is None or each.id != source.id
        ),
        kinds=choices_of(request, SourceKind),
        wrong=wrong,
        may_change=may_change,
        board=board.standing_of_board(register),
    )


def _name(
    request: DeskRequest, source: Source | None, line: TellerLine | None
) -> Markup:
    if source is not None:
        return voice(request).source(source)
    return request.t("sources.new") if line is None else told(line.name)


def _begun(
    request: DeskRequest, source: Source | None, line: TellerLine | None
) -> Typed:
    """Fill the form with the list's line, or else with what reports call somebody."""
    mark = read_list(request.case).mark
    if source is not None:
        return Typed.of(source, mark)
    if line is None:
        return Typed(mark=mark, new=True)
    return Typed(name=line.name, kind=str(line.kind), mark=mark, new=True)


def _incidents(request: DeskRequest, ids: Iterable[IncidentId]) -> tuple[Link, ...]:
    say = voice(request)
    lines = request.seat.register.board.incidents_by_id(list(ids))
    return tuple(
        (title_of(say, each), href(request.language, "incidents:incident", each.id))
        for each in lines.values()
    )


def _because(request: DeskRequest, each: Cited) -> Markup:
    """Say how it is known: by the list, by reports that name it, or as it was found."""
    if each.means is Means.LISTED:
        return request.t("sources.known_listed")
    if each.means is Means.CITED:
        return request.t("sources.known_cited", n=each.times)
    return voice(request).explained(each.because)


def _cited(request: DeskRequest, found: Iterable[Cited]) -> Iterator[CitedRow]:
    say = voice(request)
    for each in found:
        yield CitedRow(
            say.source_named(each.name),
            href(request.language, "sources:one", each.id),
            _because(request, each),
            each.times,
            tuple(
                href(request.language, "reading:claim", claim) for claim in each.claims
            ),
        )
