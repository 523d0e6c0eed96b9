"""The sealed box: people by reference alone, what they agreed to, and who looked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.errors import NotInRegister
from tasjil.model.consent import Consent
from tasjil.model.identity import IdentityKind, spoken
from tasjil.model.ids import Reference
from tasjil.model.standards.consent import ConsentMeans, ConsentUse
from tasjil.publish.outside import told
from tasjil.register.box.queries import Protected
from tasjil.register.deeds import Deed
from tasjil.register.desk.logbook import Wanted
from tasjil.register.entry import EntryKind, LogEntry
from tasjil.web.desks.sources.kinds import choices_of, words_of
from tasjil.web.page.addresses import href
from tasjil.web.page.door import page
from tasjil.web.page.paging import SIZE, Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.did import moment_words

OPENINGS = 50
"""How many of the last openings a page shows."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody read who a person is."""

    who: Markup
    at: Markup
    about: str
    href: str
    because: Markup


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody agreed to, in words."""

    uses: tuple[Markup, ...]
    how: Markup
    when: Markup
    language: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One person in the box."""

    person: Protected
    href: str
    kind: Markup
    uses: tuple[Markup, ...]
    asked: bool


@page(Deed.LOOK_AT_REPORTS, own=True)
def sealed(request: DeskRequest) -> HttpResponse:
    """List who is in the box; the newest first."""
    people = request.seat.register.box.everybody()[::-1]
    part = Part.asked(request, len(people))
    shown = people[part.first() : part.first() + SIZE]
    return render(
        request,
        "sources/sealed.html",
        rows=tuple(_row(request, each) for each in shown),
        part=part,
        total=len(people),
        openings=openings(request),
        **box_of(request),
    )


@page(Deed.LOOK_AT_REPORTS, own=True)
def person(request: DeskRequest, who: str) -> HttpResponse:
    """Show what may be known of somebody without opening the box."""
    return show_person(request, who)


def show_person(
    request: DeskRequest, who: str, wrong: str = "", status: int = 200
) -> HttpResponse:
    """Make the page of one person in the box."""
    found, register = somebody(request, who), request.seat.register
    heads = register.report_heads(found.reports)
    say = voice(request)
    return render(
        request,
        "sources/person.html",
        status=status,
        person=found,
        kind=words_of(request, found.kind),
        reports=tuple(
            (
                told(heads[each].title or heads[each].name),
                href(request.language, "reading:report", each),
                say.date(heads[each].published),
            )
            for each in found.reports
            if each in heads
        ),
        consents=tuple(_agreed(request, each) for each in found.consents),
        openings=openings(request, found.reference),
        wrong=wrong,
        **box_of(request),
    )


def box_of(request: DeskRequest) -> dict[str, Any]:
    """Give what all pages of the box need: what whoever asks may do."""
    register = request.seat.register
    return {
        "granted": register.user in register.box_holders(),
        "holders": tuple(map(told, register.box_holders())),
        "who_kinds": choices_of(request, IdentityKind),
        "uses": choices_of(request, ConsentUse),
        "means": choices_of(request, ConsentMeans),
    }


def somebody(request: DeskRequest, who: str) -> Protected:
    """Find somebody among those whom whoever asks may know of.

    Raises:
        NotInRegister: Nobody has this reference, or not for them.
    """
    reference = spoken(who)
    for each in request.seat.register.box.everybody():
        if each.reference == reference:
            return each
    raise NotInRegister(
        f"expected somebody in the sealed box, found nobody with the reference "
        f"{reference}; go back to the list"
    )


def openings(request: DeskRequest, who: Reference | None = None) -> tuple[Opened, ...]:
    """Say who opened an identity, to those who may grant the box and read the log."""
    register = request.seat.register
    if not (register.may(Deed.GRANT_BOX) and register.may(Deed.LOOK_AT_LOG)):
        return ()
    wanted = Wanted(kinds=(EntryKind.IDENTITY_OPENED,), about=who)
    entries = register.logbook.page(wanted, size=OPENINGS).entries
    return tuple(_opened(request, entries))


def _opened(request: DeskRequest, entries: Iterable[LogEntry]) -> Iterator[Opened]:
    for each in entries:
        about = str(each.told["reference"])
        yield Opened(
            told(each.by),
            moment_words(request, each.at),
            about,
            href(request.language, "sources:person", about),
            told(each.because or ""),
        )


def _row(request: DeskRequest, person: Protected) -> BoxRow:
    last = person.consents[-1] if person.consents else None
    uses = () if last is None or last.withdrawn else last.uses
    return BoxRow(
        person,
        href(request.language, "sources:person", person.reference),
        words_of(request, person.kind),
        tuple(words_of(request, each) for each in uses),
        last is not None,
    )


def _agreed(request: DeskRequest, consent: Consent) -> Agreed:
    return Agreed(
        tuple(words_of(request, each) for each in consent.uses),
        words_of(request, consent.how),
        voice(request).date(consent.when),
        consent.language,
        consent,
    )
