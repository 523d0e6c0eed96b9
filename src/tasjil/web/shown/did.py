"""What people did, in words: who, when, what and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tasjil.journey.happened import Happening, What
from tasjil.model.judgement import ClaimState, Verdict
from tasjil.publish.dates import day_words
from tasjil.publish.outside import told
from tasjil.web.page.addresses import way
from tasjil.web.page.request import DeskRequest


@dataclass(frozen=True, slots=True)
class Did:
    """One thing that somebody did.

    Attributes:
        at: Day and hour, in UTC.
        why: The reason in their own words; empty where none was given.
        href: Its entry in the log; None where several offices tell one story.
    """

    who: Markup
    at: Markup
    what: Markup
    why: Markup | None
    order: int
    href: str | None = None


def told_of(request: DeskRequest, history: Iterable[Happening]) -> tuple[Did, ...]:
    """Say what people did, in the language of the page."""
    # With other offices, the place in the one story is no number of an entry here.
    alone = request.seat.register.position().others == 0
    return tuple(_did(request, each, alone) for each in history)


def _did(request: DeskRequest, each: Happening, alone: bool) -> Did:
    return Did(
        who=told(each.by),
        at=moment_words(request, each.at),
        what=_what(request, each),
        why=told(each.because) if each.because.strip() else None,
        order=each.order,
        href=way(request.language, "log:entry", each.order) if alone else None,
    )


def moment_words(request: DeskRequest, at: str) -> Markup:
    """Say a day and an hour; the clock is that of UTC, as in the log."""
    day = day_words(date.fromisoformat(at[:10]), request.language)
    return Markup("<bdi>{} {} UTC</bdi>").format(day, at[11:16])


def _what(request: DeskRequest, each: Happening) -> Markup:
    t = request.t
    if each.what is What.JUDGED:
        return t("did.judged", state=t(f"ClaimState.{ClaimState(each.said)}"))
    if each.what is What.LINKED:
        key = {
            Verdict.SAME: "did.same",
            Verdict.DIFFERENT: "did.different",
            Verdict.CANNOT_TELL: "did.cannot_tell",
        }[Verdict(each.said)]
        return t(key, n=len(each.claims))
    if each.what is What.ASSESSED:
        return t(
            "did.assessed",
            element=t(f"Element.{each.element}"),
            standing=t(f"Standing.{each.said}"),
        )
    if each.what in (What.SIGNED, What.DISSENTED):
        return t(f"did.{each.what}", element=t(f"Element.{each.element}"))
    return t(f"did.{each.what.name.lower()}")
