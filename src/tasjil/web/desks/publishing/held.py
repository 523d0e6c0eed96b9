"""What is held back from everything that is published, and why."""

from dataclasses import dataclass

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.model.ids import ReportId
from tasjil.publish.outside import told
from tasjil.register.box.queries import Protected
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import href
from tasjil.web.page.door import page
from tasjil.web.page.paging import SIZE, Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest


@dataclass(frozen=True, slots=True)
class Held:
    """One report that is held back.

    Attributes:
        because: Each person it is about who has not allowed it, and how that stands.
    """

    title: Markup
    href: str
    because: tuple[tuple[str, str, Markup], ...]


@page(Deed.KEEP_CORRECTION, Deed.LOOK_AT_REPORTS)
def held(request: DeskRequest) -> HttpResponse:
    """List reports whose words stay in the house."""
    register = request.seat.register
    people: dict[ReportId, list[Protected]] = {}
    for each in register.box.everybody():
        if not each.shows_words:
            for report in each.reports:
                people.setdefault(report, []).append(each)
    ids = sorted(register.box.withheld() | people.keys())
    part = Part.asked(request, len(ids))
    shown = ids[part.first() : part.first() + SIZE]
    heads = register.report_heads(shown)
    rows = tuple(
        Held(
            told(heads[id].title or heads[id].name),
            href(request.language, "reading:report", id),
            tuple(_why(request, each) for each in people.get(id, ())),
        )
        for id in shown
        if id in heads
    )
    return render(request, "publishing/held.html", rows=rows, part=part, total=len(ids))


def _why(request: DeskRequest, each: Protected) -> tuple[str, str, Markup]:
    if each.erased:
        words = request.t("publishing.why_erased")
    elif not each.consents:
        words = request.t("publishing.why_not_asked")
    elif each.consents[-1].withdrawn:
        words = request.t("publishing.why_withdrawn")
    else:
        words = request.t("publishing.why_not_allowed")
    address = href(request.language, "sources:person", each.reference)
    return each.reference, address, words
