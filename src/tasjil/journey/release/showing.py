"""What the pages of a release show, and its numbers, from what a register holds."""

from collections.abc import Callable
from dataclasses import replace

from tasjil.journey.case import Case
from tasjil.journey.pages import Seen
from tasjil.journey.read import unread_among
from tasjil.journey.release.facts import Facts, Told
from tasjil.journey.site import view_of
from tasjil.model.ids import ClaimId
from tasjil.model.quantity import CountRange
from tasjil.publish.view import SiteView, Unread


def viewing(case: Case) -> Callable[[Seen], SiteView]:
    """Give what puts together the pages of what a register held."""

    def view(seen: Seen) -> SiteView:
        there = unread_among(seen.counted.reports.values())
        unread = tuple(Unread(report.id, why) for report, why in there)
        made = view_of(case, seen.public, seen.log, (), unread)
        return replace(made, lists=seen.lists, estimate=seen.estimate)

    return view


def facts_of(seen: Seen) -> Facts:
    """Take the numbers out of what pages may show."""
    public = seen.public
    counted, hidden = public.counted, frozenset(public.claims.values())
    known = {each.id: each for each in counted.incidents}
    figures: dict[str, Told] = {}
    incidents: dict[str, Told] = {}
    for figure in counted.tally.figures:
        figures[figure.id] = {
            "act": str(figure.act),
            "floor": figure.floor,
            "ceiling": figure.ceiling,
            "verified": _ends(figure.verified),
            "reported": _ends(figure.reported),
        }
        for each in figure.incidents:
            incident = known[each.incident]
            incidents[each.incident] = {
                "act": str(incident.act),
                "edtf": incident.edtf,
                "place": incident.place or incident.place_text,
                "floor": each.floor,
                "ceiling": each.ceiling,
                "verified": _ends(each.verified),
                "claims": [c for c in incident.claims if ClaimId(c) not in hidden],
            }
    shown = sorted(each for each in counted.reports if each not in public.withheld)
    return Facts(figures, incidents, tuple(shown), len(public.withheld))


def _ends(told: CountRange) -> list[int | None]:
    return [told.low, told.high]
