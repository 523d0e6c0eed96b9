"""What a form asks to be counted otherwise, and how an answer says it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.http import QueryDict
from markupsafe import Markup

from tasjil.journey.moved import Ends, Moved
from tasjil.journey.what_if import Asked, WhatIf
from tasjil.model.defined import Defined
from tasjil.model.proof import StandardOfProof
from tasjil.model.scope import Disagreement, Treated
from tasjil.model.tally import Row
from tasjil.publish.edition import Edition
from tasjil.publish.pages.figure import row_label
from tasjil.web.desks.counts.rows import ceiling_words, name_of
from tasjil.web.page.request import DeskRequest

INSIDE = " and places inside it"
"""How the count ends the label of a wide place."""

T = TypeVar("T", bound=Defined)


@dataclass(frozen=True, slots=True)
class Line:
    """A figure or a row, as it is and as it would be; each number by itself.

    Attributes:
        href: Where the words behind it as it is stand; None where it is not there yet.
    """

    href: str | None
    by: Markup
    act: Markup
    label: Markup
    before: dict[str, Markup]
    after: dict[str, Markup]


def asked_by(form: QueryDict) -> Asked:
    """Read a form.

    Raises:
        BadValue: It changes nothing.
    """
    typed = [*form.getlist("without"), form.get("without_name", "")]
    prefer = tuple(each for each in form.getlist("prefer") if each)
    rules = {
        each: rule
        for each in Treated
        if (rule := chosen(Disagreement, form.get(f"rule_{each.value}"))) is not None
    }
    if prefer and Disagreement.PREFER not in rules.values():
        rules[Treated.NUMBER] = Disagreement.PREFER
    return Asked(
        without=tuple(each.strip() for each in typed if each.strip()),
        standard=chosen(StandardOfProof, form.get("standard")),
        rules=rules,
        prefer=prefer,
        accepted_only=bool(form.get("accepted_only")),
    )


def chosen(of: type[T], told: str | None) -> T | None:
    """Read a value of a list; nothing where it is none of it."""
    return next((each for each in of if each.value == told), None)


def question_words(request: DeskRequest, say: Edition, asked: Asked) -> list[Markup]:
    """Say what would be otherwise, each as a sentence."""
    t = request.t
    lines = [
        t("counts.would_without", who=say.source_named(_name(say, each)))
        for each in asked.without
    ]
    if asked.standard is not None:
        lines.append(t("counts.would_standard", standard=say.word(asked.standard)))
    lines += [
        t(
            "counts.would_rule",
            what=t(f"counts.treated_{what.value}"),
            rule=say.word(rule),
        )
        for what, rule in asked.rules.items()
    ]
    if asked.prefer:
        names = say.listed(say.source_named(_name(say, each)) for each in asked.prefer)
        lines.append(t("counts.would_prefer", who=names))
    if asked.accepted_only:
        lines.append(t("counts.would_accepted"))
    return lines


def _name(say: Edition, told: str) -> str:
    listed = say.index.view.sources.get(told)  # type: ignore[call-overload]
    return told if listed is None else str(listed.name)


def sentences(request: DeskRequest, found: WhatIf) -> Iterator[Markup]:
    """Say what would be gone beside the figures."""
    t, (before, after) = request.t, found.claims
    if after < before:
        yield t("counts.gone_claims", n=before - after, of=before)
    for key, (was, would) in (("incidents", found.incidents), ("totals", found.totals)):
        if was != would:
            yield t(f"counts.gone_{key}", was=was, would=would)
    if found.adrift > 0:
        yield t("counts.gone_adrift", n=found.adrift)


def lines(request: DeskRequest, say: Edition, moved: Iterable[Moved]) -> Iterator[Line]:
    """Put figures and rows into words."""
    for each in moved:
        yield Line(
            href=say.to_figure(each.id) if each.before is not None else None,
            by=name_of(say, each.by) if each.by else Markup(""),
            act=say.event(each.act),
            label=_label(say, each),
            before=_ends(say, each.before),
            after=_ends(say, each.after),
        )


def _label(say: Edition, moved: Moved) -> Markup:
    """Name a row by the label that the count gave it."""
    if not moved.by:
        return say.event(moved.act)
    if moved.by == "source":
        return say.source_named(moved.label)
    if moved.by == "place":
        name = moved.label.removesuffix(INSIDE)
        place = say.index.place_of_name.get(name)
        named = say.explained(name) if place is None else say.place(place)
        wide = moved.label.endswith(INSIDE)
        return say.say("by.and_inside", place=named) if wide else named
    return row_label(say, moved.by, Row(moved.id, moved.label, moved.label, 0, None))


def _ends(say: Edition, ends: Ends | None) -> dict[str, Markup]:
    if ends is None:
        return {}
    return {
        "verified": say.range(ends.verified.low, ends.verified.high),
        "floor": say.range(ends.floor, ends.floor),
        "ceiling": ceiling_words(say, ends.ceiling),
    }
