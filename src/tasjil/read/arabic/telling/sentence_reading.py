"""One Arabic sentence: its mentions of harm with time, place, people and doer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasjil.model.acts import Level, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator, When
from tasjil.model.persons import VictimGroup
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Report
from tasjil.model.scope import Codebook
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.numbers.vague_numbers import vague_at
from tasjil.read.arabic.people.people_phrases import Finds, People
from tasjil.read.arabic.people.victims import group_of, key_of
from tasjil.read.arabic.tellers.perpetrators import doer_of
from tasjil.read.arabic.tellers.said_when import said_when
from tasjil.read.arabic.tellers.stance import stance_of
from tasjil.read.arabic.telling.background import is_background
from tasjil.read.arabic.telling.levels import level_of
from tasjil.read.arabic.telling.scene import cause_of, nearby_places, nearest_date
from tasjil.read.arabic.text.folding import SILENT
from tasjil.read.arabic.text.line import Line
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_WIDE = frozenset({PlaceLevel.COUNTRY, PlaceLevel.GOVERNORATE})


@dataclass(frozen=True, slots=True)
class Around:
    """What the grammars found around the people of a sentence."""

    finds: Finds
    dates: Sequence[Found[DateRead]]
    places: Sequence[Found[Where]]


class SentenceReading:
    """Makes the drafts of one sentence."""

    def __init__(
        self, report: Report, sentence: Sentence, line: Line, around: Around
    ) -> None:
        """Keep the sentence and what was found in it."""
        self.report = report
        self.sentence = sentence
        self.line = line
        self.around = around
        self._told = said_when(line.text)
        self._names = [(n.start, n.end) for n in around.finds.names]

    def drafts(self, mention: Mention) -> list[Draft]:
        """A draft for each phrase of people harmed; none where it did not happen."""
        word = self.line.words[mention.at]
        stands = stance_of(self.sentence, self.line.words, word.start)
        if stands is None:
            return []
        base = self._base(mention)
        base.stance, where = stands
        if mention.withdrawn:
            base.stance = Stance.DENIED
        if where is not None:
            base.spans["stance"] = self._span(where)
        self._add_doer(base, word.start)
        made = [self.one(base, mention, each) for each in mention.harmed]
        if made and made[0].level is Level.AGGREGATE:
            for draft in made[1:]:
                if draft.part is Part.AMONG and draft.level is Level.INCIDENT:
                    draft.level = Level.AGGREGATE
        return made

    def _span(self, span: Span) -> Span:
        """Offsets in the report for offsets in the sentence, with the last marks."""
        start, end = self.sentence.span(*span)
        text = self.report.text
        while end < len(text) and text[end] in SILENT and not text[end].isspace():
            end += 1
        return start, end

    def _words(self, span: Span) -> str:
        """The report's own words for offsets in the report, on one line."""
        return " ".join(self.report.text[span[0] : span[1]].split())

    def _base(self, mention: Mention) -> Draft:
        """What all people of a mention share: act, time, place, doer."""
        word = self.line.words[mention.at]
        spans = {"act": self._span((word.start, word.end))}
        date = nearest_date(self.around.dates, word.start, self._told)
        time = When()
        if date is not None:
            spans["when"] = self._span((date.start, date.end))
            time = When(date.value.edtf, self._words(spans["when"]))
        places = nearby_places(
            self._outside_telling(), word.start, self._names, self.line.text
        )
        for i, place in enumerate(places):
            spans[f"where.{i}" if i else "where"] = self._span((place.start, place.end))
        where = tuple(
            replace(p.value, text=self._words(self._span((p.start, p.end))))
            for p in places
        )
        return Draft(
            act=mention.act,
            passage=(self.sentence.start, self.sentence.end),
            sentence=self.sentence.index,
            mention=(self.sentence.index, mention.at),
            noun="",
            called=frozenset(),
            part=Part.MAIN,
            victims=VictimGroup(),
            quantity=Quantity(None, None, None),
            level=Level.INCIDENT,
            stance=Stance.STATED,
            alone=len(mention.harmed) == 1,
            of_the_dead=mention.of_the_dead,
            nominal=mention.nominal,
            cause=cause_of(self.line.text),
            when=time,
            where=where,
            perpetrator=Perpetrator(),
            background=is_background(time.edtf, self.report.published),
            spans=spans,
        )

    def _outside_telling(self) -> Sequence[Found[Where]]:
        """The places but for those of a telling: "announced in Marlo that"."""
        told = self._told
        places = self.around.places
        free = [p for p in places if not any(a <= p.start < b for a, b in told)]
        return free or places

    def _add_doer(self, base: Draft, at: int) -> None:
        """Who is told to have done it."""
        found = doer_of(self.sentence, self.line.words, at)
        if found is not None and found[1] is not PerpetratorStance.UNKNOWN:
            span = self._span(found[0])
            base.perpetrator = Perpetrator(self._words(span), found[1])
            base.spans["perpetrator"] = span

    def one(self, base: Draft, mention: Mention, harmed: Harmed) -> Draft:
        """The draft of one phrase of people."""
        people = harmed.people
        spans = {**base.spans, "victims": self._span(people.span)}
        quantity = people.quantity
        if people.number is not None:
            spans["quantity"] = self._span(people.number)
            quantity = replace(quantity, text=self._words(spans["quantity"]))
        elif quantity.text is not None:
            quantity = replace(quantity, text=None)
        if people.names:
            first = people.names[0]
            spans["names"] = self._span((first.start, first.end))
        if people.age is not None:
            spans["age"] = self._span((people.age.start, people.age.end))
        names = tuple(self._words(self._span((n.start, n.end))) for n in people.names)
        group = replace(
            group_of(people), names=names, text=self._words(spans["victims"])
        )
        noun, called = key_of(people)
        part = Part.AMONG if people.partitive else harmed.part
        return replace(
            base,
            noun=noun,
            called=called,
            part=part,
            victims=group,
            quantity=quantity,
            level=self._level(quantity, group, mention, people),
            pronoun=people.pronoun,
            definite=people.definite,
            more=people.more,
            plural=people.plural,
            says_number=self._says_number(people),
            spans=spans,
        )

    def _says_number(self, people: People) -> bool:
        """True for a number in words or digits, False for "several" and none."""
        if people.number is None:
            return people.quantity.exact
        at = self.line.index(people.number[0])
        return vague_at(self.line.text, self.line.words, at, Codebook().vague) is None

    def _level(
        self, quantity: Quantity, group: VictimGroup, mention: Mention, people: People
    ) -> Level:
        word = self.line.words[mention.at]
        date = nearest_date(self.around.dates, word.start, self._told)
        single = group.age is not None or group.relation is not None or people.pronoun
        return level_of(
            quantity,
            self.line.text,
            date.value if date else None,
            named=bool(group.names) or (single and not people.plural),
            areas=sum(p.value.level in _WIDE for p in self.around.places),
            places=len(self.around.places),
        )
