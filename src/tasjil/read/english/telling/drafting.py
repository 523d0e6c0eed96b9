"""From the sentences of a report to drafts, with what one leaves to the next."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.by_doer import tell_doers_apart
from tasjil.read.drafts.draft import FATAL, Draft, Part
from tasjil.read.drafts.lead_period import keep_lead_period
from tasjil.read.english.harm.acts import find_mentions
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.harm.plain_tolls import with_plain_tolls
from tasjil.read.english.numbers.quantities import find_quantities
from tasjil.read.english.people.ages import find_ages
from tasjil.read.english.people.finds import Finds
from tasjil.read.english.people.named_beside import named_dead
from tasjil.read.english.people.named_rest import names_left_out
from tasjil.read.english.people.names import find_names
from tasjil.read.english.telling.continuing import Continuing, may_go_on
from tasjil.read.english.telling.higher import higher_than_told
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.telling.name_lines import NameLines
from tasjil.read.english.telling.retold import Retelling
from tasjil.read.english.telling.sentence_reading import SentenceReading
from tasjil.read.english.telling.shares import Shares
from tasjil.read.english.telling.tallies import RECENT, Tally
from tasjil.read.english.telling.totals.mending import Mending
from tasjil.read.sentence import Sentence


class Drafting:
    """Reads one report sentence by sentence and remembers who spoke last.

    Attributes:
        drafts: What was read so far, in the order of the report's words.
    """

    def __init__(
        self,
        report: Report,
        context: ReadingContext,
        text: str,
        sentences: Sequence[Sentence],
    ) -> None:
        """Start at the report's first word."""
        self.memory = Memory(report, context, text, sentences)
        self.context = context
        self.drafts: list[Draft] = []
        self.name_lines = NameLines(report.text, sentences)

    def take(self, sentence: Sentence, doc: Doc) -> None:
        """Read one parsed sentence."""
        if sentence.index in self.name_lines.indexes:
            self.drafts += self.name_lines.drafts(self.memory, sentence)
            return
        mentions = find_mentions(doc)
        finds = Finds(
            find_quantities(sentence.text, self.context.vague),
            find_ages(sentence.text),
            find_names(sentence.text, is_place=self.context.gazetteer.knows),
        )
        mentions = with_plain_tolls(doc, finds.quantities, mentions)
        if self._tells_of_death and not any(m.act in FATAL for m in mentions):
            named = named_dead(doc, [(n.start, n.end) for n in finds.names])
            mentions += [named] if named is not None else []
        if mentions:
            reading = SentenceReading(self.memory, sentence, doc, finds)
            for mention in mentions:
                self.drafts += reading.drafts(mention)
        self._take_names_left_out(sentence, doc, finds, mentions)
        self._take_figures(sentence, doc, finds, mentions)
        tally = Tally(self.memory, sentence, doc, finds)
        self.drafts += tally.drafts(self.drafts)
        shares = Shares(self.memory, sentence, doc, finds, tally.numbers)
        self.drafts += shares.drafts(self.drafts[-RECENT:])
        again = Retelling(self.memory, sentence)
        self.drafts += again.drafts(self.drafts[-RECENT:], tally.numbers)
        mending = Mending(self.memory, sentence, doc, shares, tally.numbers)
        self.drafts += mending.drafts(self.drafts[-RECENT:])
        tell_doers_apart(self.drafts, sentence.index)
        if len(self.drafts) < RECENT:
            keep_lead_period(self.drafts)
        self._take_second_thoughts(sentence)
        self.memory.remember(sentence, doc, finds)

    @property
    def _tells_of_death(self) -> bool:
        """True where somebody was killed in what was read so far."""
        return any(d.fatal and not d.background for d in self.drafts)

    def _take_figures(
        self, sentence: Sentence, doc: Doc, finds: Finds, mentions: Sequence[Mention]
    ) -> None:
        """Read "683 of them in Tolmin" and the like behind a total."""
        if self._tells_of_death and may_go_on(sentence.text):
            places = self.memory.places.find(sentence.text)
            reading = Continuing(sentence, doc, finds)
            found = reading.drafts(self.drafts, mentions, places)
            for draft in found:
                draft.take_words(self.memory.words)
            self.drafts += found

    def _take_names_left_out(
        self, sentence: Sentence, doc: Doc, finds: Finds, mentions: Sequence[Mention]
    ) -> None:
        """Read the names of the dead that no phrase of the sentence holds."""
        if not self._tells_of_death or not finds.names:
            return
        here = [d for d in self.drafts if d.sentence == sentence.index]
        told = {name for d in here for name in d.victims.names}
        left = names_left_out(doc, finds.names, told, mentions)
        if left is not None:
            made = SentenceReading(self.memory, sentence, doc, finds).drafts(left)
            for draft in made:
                draft.mention = (sentence.index, left.victims[0].head.i)
            self.drafts += made

    def _take_second_thoughts(self, sentence: Sentence) -> None:
        """Read "but the number is believed to be higher" as a claim of its own."""
        near = [d for d in self.drafts[-6:] if sentence.index - d.sentence <= 1]
        told = [d for d in near if d.quantity.known and d.part is Part.MAIN]
        found = higher_than_told(sentence.text, told[-1] if told else None)
        if found is None:
            return
        draft, where = found
        span = sentence.span(where.start, where.stop)
        draft.passage = (sentence.start, sentence.end)
        draft.sentence, draft.mention = sentence.index, (sentence.index, -1)
        draft.quantity = replace(draft.quantity, text=self.memory.words(span))
        draft.spans["quantity"] = span
        self.drafts.append(draft)
