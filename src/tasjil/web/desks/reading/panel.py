"""One claim as the reading desk shows it: its words, its fields, what was done."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.errors import NotInRegister
from tasjil.journey.claims.history import ClaimEvent, Done, history_of_claim
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.judgement import REPLACED, ClaimState
from tasjil.model.report import Report
from tasjil.publish.pages.report import Field, each_field
from tasjil.register.desk.shelf import Outline
from tasjil.web.desks.reading.marks import around, fields_marked
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice

BY_A_PERSON = frozenset({Done.JUDGED, Done.CORRECTED, Done.ADDED})
"""What can be taken back."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was done last, to be taken back with one key.

    Attributes:
        claim: The claim it was done with.
        number: As its history numbers it.
        words: What was done, in the page's language.
    """

    claim: ClaimId
    number: int
    words: Markup


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report on the desk: its claims in the order of its words.

    Attributes:
        claims: Those that stand; what was corrected or withdrawn is in the histories.
    """

    report: Report
    claims: tuple[Outline, ...]

    @property
    def waiting(self) -> int:
        """How many claims no person has judged."""
        return sum(each.state is ClaimState.PROPOSED for each in self.claims)

    def number(self, claim: ClaimId) -> int:
        """Give the number of a claim, from 1.

        Raises:
            NotInRegister: It does not stand in this report any more.
        """
        for n, each in enumerate(self.claims, 1):
            if each.id == claim:
                return n
        raise NotInRegister(
            "expected a claim that stands in this report, found none; it was "
            "corrected, taken back or read anew meanwhile: look at the report's claims"
        )

    def unread_after(self, number: int) -> Outline | None:
        """Give the next claim that waits, going round to the first."""
        order = (*self.claims[number:], *self.claims[:number])
        return next((c for c in order if c.state is ClaimState.PROPOSED), None)


@dataclass(frozen=True, slots=True)
class Panel:
    """One claim.

    Attributes:
        before, after: Words of the report around its passage.
        quote: Its passage, each stretch with the fields read in it.
        seen: The number of the last thing done with it; whoever judges it says which
            they saw, so that nobody overrides what they did not see.
        previous, next: Its neighbours in the text.
        unread: The next claim that waits; None where no other does.
        same: The numbers of other claims that tell of the same victims.
    """

    claim: Claim
    number: int
    state: ClaimState
    heading: Markup
    before: str
    after: str
    quote: list[tuple[Markup, tuple[str, ...]]]
    fields: tuple[Field, ...]
    history: tuple[ClaimEvent, ...]
    seen: int
    previous: ClaimId | None
    next: ClaimId | None
    unread: ClaimId | None
    same: tuple[int, ...]

    @property
    def last(self) -> int | None:
        """The number of what can be taken back: the last that stands; None without."""
        for each in self.history:
            stands = each.claim == self.claim.id and not each.undone
            if stands and each.done in BY_A_PERSON:
                return each.number
        return None

    @property
    def is_machine(self) -> bool:
        """Whether a program proposed it."""
        return not self.claim.reader.startswith("person/")


def sheet_of(request: DeskRequest, report: ReportId) -> Sheet:
    """Lay a report on the desk."""
    register = request.seat.register
    outlines = register.shelf.outline(report)
    standing = tuple(each for each in outlines if each.state not in REPLACED)
    return Sheet(register.report(report), standing)


def panel_of(request: DeskRequest, sheet: Sheet, id: ClaimId) -> Panel:
    """Show one claim of a sheet."""
    number = sheet.number(id)
    claim, state = request.seat.register.claim(id)
    history = history_of_claim(request.seat.register, id)
    passage = claim.passage
    before, after = around(sheet.report.text, passage.start, passage.end)
    unread = sheet.unread_after(number)
    return Panel(
        claim=claim,
        number=number,
        state=state,
        heading=heading(request, claim),
        before=before,
        after=after,
        quote=fields_marked(passage.quote, passage.start, dict(claim.spans)),
        fields=tuple(each_field(voice(request), claim)),
        history=tuple(reversed(history)),
        seen=history[-1].number if history else 0,
        previous=_at(sheet.claims, number - 2),
        next=_at(sheet.claims, number),
        unread=None if unread is None or unread.id == id else unread.id,
        same=tuple(
            n
            for n, each in enumerate(sheet.claims, 1)
            if each.group == claim.group and each.id != id
        ),
    )


def heading(request: DeskRequest, claim: Claim | Outline) -> Markup:
    """Say a claim in few words: its act and its number."""
    if isinstance(claim, Claim):
        low, high = claim.quantity.low, claim.quantity.high
    else:
        low, high = claim.low, claim.high
    figure = voice(request).range(low, high)
    return request.t("claim.heading", act=voice(request).word(claim.act), figure=figure)


def _at(claims: Sequence[Outline], place: int) -> ClaimId | None:
    return claims[place].id if 0 <= place < len(claims) else None
