"""Two records in words: part by part what agrees, what differs, and what is untold."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.journey.review.cards import NamePart, PersonCard, ReasonTold, SideTold
from tasjil.link.compare.name_words import Way
from tasjil.link.compare.sentences import Twin
from tasjil.link.named import REPORTS
from tasjil.model.causes import Cause
from tasjil.model.judgement import Verdict
from tasjil.model.languages import Language
from tasjil.model.particulars import Particulars
from tasjil.model.persons import Sex, Status
from tasjil.publish.outside import told
from tasjil.web.page.addresses import way
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.people import sex_words

COUNTS_FROM = 0.5
"""Bits from which something agrees, or differs, rather than says nothing."""

NAMED = 2
"""Reasons that a short default names."""

MARKS = {
    Way.SPELLED: "agree",
    Way.SCRIPTS: "agree",
    Way.SOUNDS: "agree",
    Way.INITIAL: "near",
    Way.NEARLY: "near",
    Way.DIFFERS: "differ",
    Way.UNTOLD: "untold",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing told of both: a part of the name, a date, a place.

    Attributes:
        mark: agree, near, differ or untold.
        how: The same in words; the mark alone would be a colour.
    """

    what: Markup
    one: Markup
    other: Markup
    mark: str
    how: Markup


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reason in words, and which way it speaks."""

    said: Markup
    mark: str
    bits: str


@dataclass(frozen=True, slots=True)
class SideShown:
    """One of the two records.

    Attributes:
        href: The words of the report, or the row of the list.
        others: Other records held to be the same person, each its name and its list.
    """

    record: str
    name: Markup
    list: Markup
    href: str | None
    person_href: str | None
    cells: tuple[tuple[Markup, Markup], ...]
    passage: Markup | None
    others: tuple[tuple[Markup, Markup], ...]
    more: int


@dataclass(frozen=True, slots=True)
class CardShown:
    """A pair as the page shows it."""

    id: str
    one: SideShown
    other: SideShown
    lines: tuple[Line, ...]
    reasons: tuple[Weighed, ...]
    whole: Markup
    together: bool
    why: Markup


@dataclass(frozen=True, slots=True)
class Because:
    """The reason that is offered for each answer."""

    same: Markup
    different: Markup
    cannot_tell: Markup

    def of(self, verdict: Verdict) -> Markup:
        """Give that of an answer."""
        return {
            Verdict.SAME: self.same,
            Verdict.DIFFERENT: self.different,
            Verdict.CANNOT_TELL: self.cannot_tell,
        }[verdict]


def card_shown(request: DeskRequest, id: str, card: PersonCard) -> CardShown:
    """Put a pair into words."""
    return CardShown(
        id,
        _side(request, card.one),
        _side(request, card.other),
        tuple(lines(request, card)),
        tuple(_weighed(request, each) for each in card.reasons),
        said(request, card.whole) if card.whole else Markup(""),
        card.together,
        request.t(f"match.why.{card.why.name}") if card.why else Markup(""),
    )


def because_of(request: DeskRequest, card: PersonCard) -> Because:
    """Offer a short reason for each answer: what speaks for it most."""
    t = request.t
    most = [each for each in card.reasons if (each.bits or 0) >= COUNTS_FROM][:NAMED]
    least = [each for each in card.reasons if (each.bits or 0) <= -COUNTS_FROM][:NAMED]
    return Because(
        _joined(request, most) or t("match.because_same"),
        _joined(request, least) or t("match.because_different"),
        t("match.because_cannot_tell"),
    )


def _joined(request: DeskRequest, reasons: Iterable[ReasonTold]) -> Markup:
    return request.t("list.comma").join(said(request, each.said) for each in reasons)


def said(request: DeskRequest, twin: Twin) -> Markup:
    """Say a sentence in the language of the page."""
    words = twin.ar if request.language is Language.AR else twin.en
    return told(words)


def _weighed(request: DeskRequest, reason: ReasonTold) -> Weighed:
    bits = reason.bits
    mark = "untold" if bits is None else _mark(bits)
    shown = "" if bits is None or abs(bits) < COUNTS_FROM else f"{bits:+.0f}"
    return Weighed(said(request, reason.said), mark, shown)


def _mark(bits: float) -> str:
    if abs(bits) < COUNTS_FROM:
        return "near"
    return "agree" if bits > 0 else "differ"


def lines(request: DeskRequest, card: PersonCard) -> Iterator[Line]:
    """Give names part by part, then all else that either tells."""
    for part in card.names:
        yield _name_line(request, part)
    bits = {
        each: reason.bits
        for reason in card.reasons
        if reason.bits is not None
        for each in reason.compared
    }
    own, others = facts(request, card.one.told), facts(request, card.other.told)
    for key in dict.fromkeys((*own, *others)):
        yield _fact_line(request, key, own.get(key), others.get(key), bits)


def _name_line(request: DeskRequest, part: NamePart) -> Line:
    t = request.t
    return Line(
        t(f"match.part.{part.place.name}"),
        told(part.one) if part.one else t("match.untold"),
        told(part.other) if part.other else t("match.untold"),
        MARKS[part.way],
        t(f"match.way.{part.way.name}"),
    )


COMPARED = {"age": ("age", "born"), "born": ("born", "age")}
"""The columns of a fact where they are not called as it is."""


def _fact_line(
    request: DeskRequest,
    key: str,
    one: Markup | None,
    other: Markup | None,
    bits: Mapping[str, float],
) -> Line:
    t = request.t
    mark = "untold"
    if one is not None and other is not None:
        names = COMPARED.get(key, (key,))
        found = [bits[name] for name in names if name in bits]
        mark = _mark(found[0]) if found else "agree" if one == other else "near"
    return Line(
        t(f"match.fact.{key}"),
        one or t("match.untold"),
        other or t("match.untold"),
        mark,
        t(f"match.mark.{mark}"),
    )


def facts(request: DeskRequest, who: Particulars) -> dict[str, Markup]:
    """Give what a record tells beside the name, in words; nothing untold."""
    say = voice(request)
    kin = ((f"kin_{kin.value}", told(name)) for kin, name in who.kin)
    ids = ((f"id_{kind.name.lower()}", told(number)) for kind, number in who.ids)
    known = {
        "other_names": say.listed(map(told, who.other_names)),
        **_when(request, who),
        "place": say.listed(say.where(each) for each in who.where),
        "home": say.listed(say.where(each) for each in who.home),
        **dict(kin),
        **dict(ids),
        "cause": "" if who.cause is Cause.UNKNOWN else say.word(who.cause),
        "status": "" if who.status is Status.UNKNOWN else say.word(who.status),
    }
    return {key: Markup(words) for key, words in known.items() if words}


def _when(request: DeskRequest, who: Particulars) -> dict[str, Markup]:
    """Give sex, age and days, as far as they are told."""
    say, t = voice(request), request.t
    found: dict[str, Markup] = {}
    if who.sex is not Sex.UNKNOWN:
        found["sex"] = sex_words(request, who.sex)
    if who.age is not None:
        found["age"] = t("person.years", years=say.range(who.age.low, who.age.high))
    if who.born is not None:
        found["born"] = say.date(who.born)
    if who.died is not None:
        found["died"] = say.date(who.died)
    return found


def _side(request: DeskRequest, side: SideTold) -> SideShown:
    record = str(side.told.record)
    return SideShown(
        record,
        told(side.told.name) if side.told.name.strip() else request.t("person.unnamed"),
        list_words(request, side.list),
        None
        if side.claim is None
        else way(request.language, "reading:claim", side.claim),
        way(request.language, "people:person", record),
        tuple(
            (told(header), told(cell)) for header, cell in side.cells.items() if cell
        ),
        told(side.passage) if side.passage else None,
        tuple((told(o.name), list_words(request, o.list)) for o in side.others),
        side.more,
    )


def list_words(request: DeskRequest, name: str) -> Markup:
    """Name a list; the names in reports make one too."""
    return request.t("lists.reports") if name == REPORTS else told(name)
