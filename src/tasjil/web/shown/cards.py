"""A claim as the desks show it: its words, who told it, and the way to its report."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.assess.support import is_direct
from tasjil.journey.count import Held
from tasjil.journey.nearby import Near
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import LEFT_OUT, ClaimState
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.rows import shortened
from tasjil.register.around import ReportHead
from tasjil.web.page.addresses import way
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim with its words.

    Attributes:
        href: Where its words stand in the report; None where nobody may read them.
        left_out: Kept, and never counted.
        waits: No person has judged it.
        is_part: It counts some of the people that another claim counts.
        direct: Somebody who was there tells it.
    """

    id: ClaimId
    href: str | None
    quote: Markup
    language: str | None
    figure: Markup
    act: Markup
    stance: Markup
    teller: Markup
    publisher: Markup
    published: Markup
    when: Markup
    where: Markup
    state: Markup
    left_out: bool
    waits: bool
    is_part: bool
    direct: bool
    names: tuple[Markup, ...]


def claim_cards(
    request: DeskRequest, near: Near, ids: Iterable[ClaimId]
) -> tuple[ClaimCard, ...]:
    """Make the cards of some claims, those of earlier reports first."""
    held = near.held
    claims = [held.claims[id] for id in dict.fromkeys(ids) if id in held.claims]
    claims.sort(
        key=lambda c: (held.published.get(c.report) or "~", c.report, c.passage.start)
    )
    return tuple(_card(request, near, claim) for claim in claims)


def cards_of(request: DeskRequest, ids: Iterable[ClaimId]) -> tuple[ClaimCard, ...]:
    """Make the cards of claims that stand for themselves, beside no incident."""
    register, wanted = request.seat.register, list(dict.fromkeys(ids))
    if not wanted:
        return ()
    found = {claim.id: (claim, state) for claim, state in register.claims_shown(wanted)}
    heads = register.report_heads({claim.report for claim, _ in found.values()})
    held = Held(
        claims={id: claim for id, (claim, _) in found.items()},
        states={id: state for id, (_, state) in found.items()},
        reports={},
        dates={id: head.published for id, head in heads.items()},
    )
    return claim_cards(request, Near({}, held, (), (), heads), wanted)


def _card(request: DeskRequest, near: Near, claim: Claim) -> ClaimCard:
    say, held = voice(request), near.held
    state = held.states.get(claim.id, ClaimState.PROPOSED)
    origin = None if held.origins is None else held.origins.get(claim.id)
    head = near.heads.get(claim.report)
    return ClaimCard(
        id=claim.id,
        href=to_claim(request, claim),
        quote=told(shortened(claim.passage.quote)),
        language=None if head is None else head.language,
        figure=say.range(claim.quantity.low, claim.quantity.high),
        act=say.word(claim.act),
        stance=say.word(claim.stance),
        teller=say.teller(origin),
        publisher=_publisher(say, head),
        published=say.date(None if head is None else head.published),
        when=say.date(claim.when.edtf),
        where=say.listed(say.where(each) for each in claim.where)
        or say.say("place.unknown"),
        state=say.word(state),
        left_out=state in LEFT_OUT,
        waits=state is ClaimState.PROPOSED,
        is_part=claim.part_of is not None,
        direct=is_direct(claim),
        names=tuple(map(told, claim.victims.names)),
    )


def _publisher(say: Edition, head: ReportHead | None) -> Markup:
    if head is None:
        return say.say("publisher.unknown")
    return say.source_named(head.publisher) if head.publisher else told(head.name)


def to_claim(request: DeskRequest, claim: Claim) -> str | None:
    """Address the words of a claim in its report, at the reading desk."""
    return way(request.language, "reading:claim", claim.id)
