"""From the sentences of an Arabic report to drafts, with all around them."""

from collections.abc import Sequence

from tasjil.model.acts import Act
from tasjil.model.claim import Teller
from tasjil.model.report import Report
from tasjil.read.arabic.harm.acts import find_mentions
from tasjil.read.arabic.harm.continuing import (
    heading_act,
    mentions_going_on,
    mentions_of_list,
    told_last,
)
from tasjil.read.arabic.harm.mentions import Mention
from tasjil.read.arabic.harm.triggers import may_tell_of_harm
from tasjil.read.arabic.numbers.quantities import find_quantities
from tasjil.read.arabic.people.ages import find_ages
from tasjil.read.arabic.people.names import find_names
from tasjil.read.arabic.people.people_phrases import Finds, PeopleFinder
from tasjil.read.arabic.tellers.teller_kinds import publisher
from tasjil.read.arabic.telling.sentence_reading import Around, SentenceReading
from tasjil.read.arabic.telling.tables import Tables
from tasjil.read.arabic.telling.totals.divisions import divided, is_division
from tasjil.read.arabic.telling.totals.mending import Mending
from tasjil.read.arabic.telling.totals.put_at import put_at
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.vowel_marks import passive_words, two_words
from tasjil.read.arabic.text.words import Word, words_of
from tasjil.read.arabic.times.dates import find_dates
from tasjil.read.context import ReadingContext
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_LAST = 60
"""So many drafts back can be of the same sentence: the work must stay bounded."""


class Drafting:
    """Reads one report sentence by sentence.

    Attributes:
        drafts: What was read so far, in the order of the report's words.
        publisher: Who publishes the report; None where nothing says so.
    """

    def __init__(
        self, report: Report, context: ReadingContext, sentences: Sequence[Sentence]
    ) -> None:
        """Start at the report's first word."""
        self._tables = Tables(report, sentences)
        self.report = report
        self.context = context
        self.drafts: list[Draft] = []
        self._heading: Act | None = None
        self.places = context.gazetteer.of_report(report.text, hints=context.areas)
        self.publisher: Teller | None = None
        if report.publisher:
            self.publisher = publisher(report.publisher, context.tellers)

    def take(self, sentence: Sentence) -> None:
        """Read one sentence."""
        if self._tables.holds(sentence):
            self.drafts += self._tables.drafts(sentence, self.places.find)
            return
        self._read(sentence, Line.of(sentence.text, words_of(sentence.text)))

    def _read(self, sentence: Sentence, line: Line) -> None:
        """Read the harm a sentence tells of."""
        text = sentence.text
        harm = may_tell_of_harm(line)
        whole = told_last(self.drafts, sentence.index)
        if not harm and whole is None and self._heading is None:
            return
        if whole is not None and is_division(text):
            self.drafts += divided(self.report, sentence, whole, self.places.find)
            return
        finds = Finds(
            find_quantities(text, self.context.vague),
            find_ages(text),
            find_names(text, self._is_other),
        )
        finder = PeopleFinder(line, finds, two_words(self.report.text, sentence, line))
        passive = passive_words(self.report.text, sentence, line)
        self.drafts += put_at(self.report, sentence, self.drafts[-_LAST:])
        mentions = find_mentions(finder, passive)
        if mentions:
            self._heading = mentions[0].act if ":" in line.marks[-1] else None
        mentions = mentions or self._going_on(finder, whole)
        if not mentions and whole is None:
            return
        places = self.places.find(text)
        dates = _free(find_dates(text, self.report.published), finds)
        around = Around(finds, dates, places)
        reading = SentenceReading(self.report, sentence, line, around)
        for mention in mentions:
            made = reading.drafts(mention)
            _tell_apart_here(made, self.drafts)
            self.drafts += made
        mending = Mending(reading, finder)
        self.drafts += mending.drafts(self.drafts[-_LAST:])

    def _going_on(self, finder: PeopleFinder, whole: Draft | None) -> list[Mention]:
        """What a sentence without a word of harm tells of a heading or a number."""
        heading = heading_act(finder)
        if heading is not None:
            self._heading = heading
            return []
        if self._heading is not None:
            listed = list(mentions_of_list(finder, self._heading))
            if listed:
                return listed
            self._heading = None
        return [] if whole is None else list(mentions_going_on(finder, whole))

    def _is_other(self, word: Word) -> bool:
        """True for a word that tells of harm, and so is no family's name."""
        return bool(act_senses(word))


def _free(dates: Sequence[Found[DateRead]], finds: Finds) -> list[Found[DateRead]]:
    """The dates that are no number of people: "between 1900 and 2200 civilians"."""
    counted = [(q.start, q.end) for q in finds.quantities]
    return [
        d for d in dates if not any(a <= d.start and d.end <= b for a, b in counted)
    ]


def _tell_apart_here(made: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Mark a second number of one sentence, by another doer, as of other people."""
    for draft in made[:1]:
        for other in before[-_LAST:]:
            same = other.sentence == draft.sentence and other.act is draft.act
            doers = {other.perpetrator.text, draft.perpetrator.text}
            numbers = other.quantity.exact and draft.quantity.exact
            if same and numbers and len(doers - {None}) > 1:
                draft.more = draft.more or other.quantity.low != draft.quantity.low
