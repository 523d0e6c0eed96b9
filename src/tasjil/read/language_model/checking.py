"""Holds each claim of a model against the report; what does not stand there is out."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.claim import Perpetrator, Teller, When
from tasjil.model.persons import AgeGroup, AgeRange, VictimGroup
from tasjil.model.places import Where
from tasjil.model.report import Report
from tasjil.model.sources import SourceKind
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.dropping import Dropped
from tasjil.read.language_model.facts import Facts
from tasjil.read.language_model.figures import Figure, Figures
from tasjil.read.language_model.form import ToldClaim
from tasjil.read.language_model.grammars import GRAMMARS
from tasjil.read.language_model.wording import Wording, gap
from tasjil.read.languages import language_of

LONGEST_CHAIN = 8

Spans = dict[str, Span]


@dataclass(frozen=True, slots=True)
class Checking:
    """One report, against which the claims of a model are held.

    A claim whose quote, number, victims, names or tellers do not stand in the report is
    refused. A time, a place, a perpetrator or an age that does not becomes unknown.
    """

    report: Report
    context: ReadingContext
    wording: Wording
    figures: Figures
    facts: Facts

    @classmethod
    def of(cls, report: Report, context: ReadingContext) -> "Checking":
        """Make ready to hold claims against a report."""
        wording, language = Wording(report.text), language_of(report)
        return cls(
            report,
            context,
            wording,
            Figures(wording, context, language),
            Facts(report, context, wording, language),
        )

    def draft(self, told: ToldClaim, piece: Span) -> Draft | Dropped:
        """The claim on the report's own words, or why it is none.

        Args:
            told: What the model said.
            piece: The part of the report that it was shown.
        """
        passage = self._passage(told, piece)
        if passage is None:
            return Dropped.WORDS
        figure = self.figures.of(told, passage, piece)
        if figure is None:
            return Dropped.NUMBER
        spans: Spans = {} if figure.span is None else {"quantity": figure.span}
        try:
            victims = self._victims(told, passage, piece, spans)
        except BadValue:
            return Dropped.SHAPE
        if isinstance(victims, Dropped):
            return victims
        tellers = self._tellers(told, passage, piece, spans)
        if tellers is None:
            return Dropped.TELLER
        draft = _bare(told, passage, figure, victims)
        draft.attribution = tellers
        draft.when = self._when(told, passage, piece, spans)
        draft.where = self._where(told, passage, piece, spans)
        draft.perpetrator = self._perpetrator(told, passage, piece, spans)
        draft.spans = spans
        return draft

    def _passage(self, told: ToldClaim, piece: Span) -> Span | None:
        """Where the quote stands; of several places the one nearest to its words."""
        found = self.wording.places(told.quote, piece)
        words = (told.number.text, told.victims.text, *told.victims.names)
        beside = [
            spans
            for each in words
            if each is not None and (spans := self.wording.places(each, piece))
        ]

        def away(span: Span) -> int:
            return sum(min(gap(span, each) for each in spans) for spans in beside)

        return min(found, key=away, default=None)

    def _victims(
        self, told: ToldClaim, passage: Span, piece: Span, spans: Spans
    ) -> VictimGroup | Dropped:
        """Who was harmed, in the report's words."""
        wording, who = self.wording, told.victims
        near = wording.sentence(passage, more=1)
        text = who.text or next(iter(who.names), None)
        # "He was found dead": what he is called may stand far before it.
        where = None if text is None else wording.nearest(text, passage, piece)
        if who.text is not None and where is None:
            return Dropped.WORDS
        for name in who.names:
            found = wording.nearest(name, passage, (0, len(wording.text)))
            if found is None:
                return Dropped.NAME
            spans.setdefault("names", found)
            where = where or found
        if where is not None:
            spans["victims"] = where
        stands = wording.nearest
        age = _age(who.age) if stands(str(who.age), passage, near) else None
        return VictimGroup(
            names=tuple(dict.fromkeys(" ".join(name.split()) for name in who.names)),
            text=None if where is None else wording.text[slice(*where)],
            age=None if age is None else age.low,
            age_group=AgeGroup.UNKNOWN if age is None else age.group,
            sex=who.sex,
            status=who.status,
            communities=tuple(c for c in who.communities if stands(c, passage, near)),
            relation=who.relation
            if who.relation and stands(who.relation, passage, near)
            else None,
        )

    def _tellers(
        self, told: ToldClaim, passage: Span, piece: Span, spans: Spans
    ) -> tuple[Teller, ...] | None:
        """The chain, the publisher last; None where a teller stands nowhere."""
        links: dict[str, Teller] = {}
        name = self.report.publisher
        for each in told.tellers[:LONGEST_CHAIN]:
            text = " ".join(each.text.split())
            if name is not None and text.casefold() == name.casefold():
                continue
            span = self.wording.nearest(each.text, passage, piece)
            if span is None:
                return None
            spans.setdefault("attribution", span)
            links.setdefault(text.casefold(), self._teller(text, each.kind))
        last = () if name is None else (self._teller(name, SourceKind.MEDIA),)
        return (*links.values(), *last)

    def _teller(self, text: str, otherwise: SourceKind) -> Teller:
        """One link; what our own words or the case say of it goes first."""
        grammar = GRAMMARS.get(self.figures.language or "", GRAMMARS["en"])
        kind = grammar.teller_kind(text, self.context.tellers)
        return Teller(text, otherwise if kind is SourceKind.UNKNOWN else kind)

    def _when(self, told: ToldClaim, passage: Span, piece: Span, spans: Spans) -> When:
        text = told.when.text
        span = text and self.wording.nearest(text, passage, piece)
        if not span:
            return When()
        spans["when"] = span
        return self.facts.when(told.when, span)

    def _where(
        self, told: ToldClaim, passage: Span, piece: Span, spans: Spans
    ) -> tuple[Where, ...]:
        found: dict[str, Where] = {}
        for each in told.where:
            span = self.wording.nearest(each, passage, piece)
            if span is not None:
                place = self.facts.where(span)
                found.setdefault(place.name or place.text, place)
                spans.setdefault("where", span)
        return tuple(found.values())

    def _perpetrator(
        self, told: ToldClaim, passage: Span, piece: Span, spans: Spans
    ) -> Perpetrator:
        text = told.perpetrator.text
        span = text and self.wording.nearest(text, passage, piece)
        if not span:
            return Perpetrator()
        spans["perpetrator"] = span
        return Perpetrator(self.wording.text[slice(*span)], told.perpetrator.stance)


def _age(years: int | None) -> AgeRange | None:
    """One age in years, with its age group."""
    return None if years is None else AgeRange(years, years, str(years))


def _bare(
    told: ToldClaim, passage: Span, figure: Figure, victims: VictimGroup
) -> Draft:
    """A draft with what needs no looking up."""
    return Draft(
        act=told.act,
        passage=passage,
        sentence=0,
        mention=(0, 0),
        noun="",
        called=frozenset(),
        part=Part.MAIN,
        victims=victims,
        quantity=figure.quantity,
        level=told.level,
        stance=told.stance,
        cause=told.cause,
        background=told.background,
    )
