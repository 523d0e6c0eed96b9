"""From the sentences of an Arabic report to drafts, with all around them."""

from tasjil.model.claim import Teller
from tasjil.model.report import Report
from tasjil.read.arabic.act_words import act_senses
from tasjil.read.arabic.acts import find_mentions
from tasjil.read.arabic.attribution import speaker, tellers
from tasjil.read.arabic.line import Line
from tasjil.read.arabic.names import find_names
from tasjil.read.arabic.people_phrases import Finds, PeopleFinder
from tasjil.read.arabic.quantities import find_quantities
from tasjil.read.arabic.sentence_reading import Around, SentenceReading
from tasjil.read.arabic.teller_kinds import publisher, teller
from tasjil.read.arabic.teller_phrases import Told
from tasjil.read.arabic.vowel_marks import passive_words, two_words
from tasjil.read.arabic.words import Word, words_of
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.draft import Draft
from tasjil.read.sentence import Sentence


class Drafting:
    """Reads one report sentence by sentence.

    Attributes:
        drafts: What was read so far, in the order of the report's words.
    """

    def __init__(self, report: Report, context: ReadingContext) -> None:
        """Start at the report's first word."""
        self.report = report
        self.context = context
        self.drafts: list[Draft] = []
        self._speaker: Teller | None = None
        self._publisher: Teller | None = None
        if report.publisher:
            self._publisher = publisher(report.publisher, context.tellers)

    def take(self, sentence: Sentence) -> None:
        """Read one sentence."""
        text = sentence.text
        line = Line.of(text, words_of(text))
        self._read(sentence, line)
        told = speaker(sentence, line.words)
        if told is not None:
            self._speaker = self._teller(sentence, told)

    def _read(self, sentence: Sentence, line: Line) -> None:
        """Read the harm a sentence tells of."""
        text = sentence.text
        if not any(act_senses(word) for word in line.words):
            return
        finds = Finds(
            find_quantities(text, self.context.vague),
            (),
            find_names(text, self._is_other),
        )
        finder = PeopleFinder(line, finds, two_words(self.report.text, sentence, line))
        passive = passive_words(self.report.text, sentence, line)
        mentions = find_mentions(finder, passive)
        if not mentions:
            return
        places = self.context.gazetteer.find(text, hints=self.context.areas)
        around = Around(finds, (), places)
        reading = SentenceReading(self.report, sentence, line, around)
        for mention in mentions:
            made = reading.drafts(mention)
            chain = self._chain(sentence, line, mention.at)
            for draft in made:
                draft.attribution = chain
            self.drafts += made

    def _chain(self, sentence: Sentence, line: Line, at: int) -> tuple[Teller, ...]:
        """Who tells the harm at word `at`, nearest first, the publisher last."""
        found: list[Teller] = []
        for told in tellers(sentence, line.words, line.words[at].start):
            known = None if told.text and not told.back else self._speaker
            found.append(known or self._teller(sentence, told))
        last = self._publisher
        if last is not None and last.text not in [t.text for t in found]:
            found.append(last)
        return tuple(t for t in found if t.text)

    def _teller(self, sentence: Sentence, told: Told) -> Teller:
        """A teller in the report's own words."""
        text = told.text
        if text:
            start, end = sentence.span(told.start, told.end)
            text = " ".join(self.report.text[start:end].split())
        return teller(text, told.about, self.context.tellers)

    def _is_other(self, word: Word) -> bool:
        """True for a word that tells of harm, and so is no family's name."""
        return bool(act_senses(word))
