"""The totals that others stated, side by side: what binds them, and why they differ."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.journey import board
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId
from tasjil.model.reconciliation import Reconciliation
from tasjil.model.tally import Tally
from tasjil.publish.pages.reconcile import reconciled, wholes_of
from tasjil.register.deeds import Deed
from tasjil.web.desks.counts.edition import DeskEdition, edition_of
from tasjil.web.page.door import page
from tasjil.web.page.paging import SIZE, Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

MOST = 100
"""Clashes, and slips, that the page lists."""

MOST_CLAIMS = 1000
"""Claims that are looked up for the page; a reason beyond them has no link."""


@dataclass(frozen=True, slots=True)
class ActRange:
    """What all totals of one act allow together, beside what is counted of it."""

    act: Markup
    href: str
    range: Markup
    floor: Markup
    ceiling: Markup


@page(Deed.LOOK_AT_REPORTS)
def reconcile(request: DeskRequest) -> HttpResponse:
    """Show all totals held against each other."""
    register = request.seat.register
    whole = board.reconciliation(register)
    state = board.standing_of_board(register)
    if whole is None or not whole.scopes:
        return render(request, "counts/reconcile.html", board=state, c=None)
    found = replace(whole, clashes=whole.clashes[:MOST], slips=whole.slips[:MOST])
    part = Part.asked(request, len(wholes_of(found)))
    totals = Tally((), **board.aggregates(register))
    say = edition_of(request, totals, found, islice(_claims(found), MOST_CLAIMS))
    rows = slice(part.first(), part.first() + SIZE)
    return render(
        request,
        "counts/reconcile.html",
        board=state,
        c=reconciled(say, found, rows),
        part=part,
        acts=tuple(_acts(request, say, found)),
        pairs=board.differences(register),
        more_clashes=len(whole.clashes) - len(found.clashes),
        more_slips=len(whole.slips) - len(found.slips),
    )


def _claims(found: Reconciliation) -> Iterator[ClaimId]:
    """Give the claims that the page may name."""
    ranges = (found.range, found.accepted, *found.by_basis.values())
    for each in ranges:
        if each is not None:
            yield from (*each.binding_low, *each.binding_high)
    yield from (each.claim for each in found.scopes)
    for clash in found.clashes:
        yield from clash
    for slip in found.slips:
        yield from (slip.claim, *slip.claims)
    for difference in found.differences:
        yield from (c for part in difference.parts for c in part.claims)


def _acts(
    request: DeskRequest, say: DeskEdition, found: Reconciliation
) -> Iterator[ActRange]:
    """Put the range of each act beside its figure; they are never added."""
    tally = board.tally(request.seat.register)
    if tally is None:
        return
    for figure in tally.figures:
        bound = found.by_act.get(figure.act.value)
        if bound is None:
            continue
        ceiling = figure.ceiling
        yield ActRange(
            act=say.event(Act(figure.act)),
            href=say.to_figure(figure.id),
            range=say.range(bound.low, bound.high),
            floor=say.range(figure.floor, figure.floor),
            ceiling=say.say("range.none_told")
            if ceiling is None
            else say.range(ceiling, ceiling),
        )
