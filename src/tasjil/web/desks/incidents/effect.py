"""What a person's word on incidents would do to the count, before it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.journey.nearby import Near, near
from tasjil.journey.pairs import Desk, Ends, Relinked, Spoken, Weighed
from tasjil.model.ids import IncidentId
from tasjil.publish.charts.bars import range_bar
from tasjil.web.page.addresses import href
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.cards import ClaimCard, claim_cards


@dataclass(frozen=True, slots=True)
class Side:
    """One incident as it is, or as it would be."""

    title: Markup
    href: str
    figure: Markup
    bar: Markup
    cards: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What would change.

    Attributes:
        moves: By how much the floor and the ceiling of the act would move, in words.
        words: As how many words on pairs of claims it is kept.
    """

    were: tuple[Side, ...]
    are: tuple[Side, ...]
    moves: tuple[Markup, ...]
    words: int


def laid_out(request: DeskRequest, ids: Iterable[IncidentId]) -> tuple[Desk, Near]:
    """Lay some incidents out as they stand now, by whatever they were called."""
    register = request.seat.register
    lines = (register.board.incident(each) for each in dict.fromkeys(ids))
    around = near(register, [each.id for each in lines if each is not None])
    return Desk.around(request.case, register, around.held), around


def effect(request: DeskRequest, desk: Desk, around: Near, spoken: Spoken) -> Effect:
    """Say what a word on incidents would do; nothing is kept."""
    would = desk.would(spoken)
    counts = (each.count for each in (*would.were, *would.are))
    most = max((c.ceiling or c.floor for c in counts if c is not None), default=0)
    return Effect(
        were=tuple(_side(request, around, each, most) for each in would.were),
        are=tuple(_side(request, around, each, most) for each in would.are),
        moves=tuple(_moves(request, would)),
        words=would.words,
    )


def _side(request: DeskRequest, around: Near, each: Weighed, most: int) -> Side:
    say = voice(request)
    incident, count = each.incident, each.count
    return Side(
        title=say.incident_title(incident),
        href=href(request.language, "incidents:incident", incident.id),
        figure=say.count_range(count.floor, count.ceiling)
        if count
        else say.say("incident.not_counted"),
        bar=range_bar(count.floor, count.ceiling, most, count.verified.low)
        if count
        else Markup(""),
        cards=claim_cards(request, around, incident.claims),
    )


def _moves(request: DeskRequest, would: Relinked) -> list[Markup]:
    """Say how the figure of the act moves; what is outside these does not."""
    if would.before is None or would.after is None:
        return [request.t("incidents.counts_not")]
    found = []
    for name, nth in (("floor", 0), ("ceiling", 1)):
        found.append(_move(request, name, would.before, would.after, nth))
    return found


def _move(
    request: DeskRequest, name: str, before: Ends, after: Ends, nth: int
) -> Markup:
    t, (was, now) = request.t, (before[nth], after[nth])
    what = t(f"measure.{name}.name")
    if was == now:
        return t("incidents.stays", what=what)
    if was is None or now is None:
        key = "incidents.gains_end" if was is None else "incidents.loses_end"
        return t(key, what=what)
    key = "incidents.rises" if now > was else "incidents.falls"
    return t(key, what=what, n=abs(now - was))
