"""What a reader remembers of a report: who spoke last, who was named last, and when."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasjil.model.claim import Teller
from tasjil.model.report import Report
from tasjil.model.sources import SourceKind
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.draft import Span
from tasjil.read.english.people.finds import Finds
from tasjil.read.english.people.names import PersonName, find_names
from tasjil.read.english.people.victim_names import run_of_capitals
from tasjil.read.english.tellers import attribution
from tasjil.read.english.tellers.asides import told_aside
from tasjil.read.english.tellers.publisher import publisher_of
from tasjil.read.english.telling.background import is_background, told_on
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.phrases import is_name
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence


class Memory:
    """One report and what its sentences so far leave to those that follow.

    Attributes:
        published: The day of the telling; None where nothing says so.
        places: Where its places are looked up, with what the whole report names.
        about: The first day the report gives, or that of the telling.
    """

    def __init__(
        self,
        report: Report,
        context: ReadingContext,
        text: str,
        sentences: Sequence[Sentence],
    ) -> None:
        """Start at the report's first word."""
        self.report = report
        self.context = context
        self.places = context.gazetteer.of_report(text, hints=context.areas)
        self.published = told_on(report, text)
        self.about = self.published
        self._publisher = publisher_of(report, sentences, context)
        self._sentences = {s.index: s for s in sentences}
        self._speaker: tuple[str, Span] | None = None
        self._named: list[tuple[str, Span]] = []

    def is_history(self, edtf: str | None) -> bool:
        """True for harm long before the report, or before the first date it gives."""
        if self.about is None and edtf is not None:
            self.about = edtf.split("/")[0]
        return is_background(edtf, self.about)

    def remember(self, sentence: Sentence, doc: Doc, finds: Finds) -> None:
        """Keep the last speaker and the last names, for "he" in what follows."""
        told = attribution.speaker(doc)
        if told is not None and not attribution.is_back_reference(told):
            span = sentence.span(told.start, told.end)
            self._speaker = self.words(span), span
        named = [self.named(sentence, name) for name in finds.names]
        named = named or self._subjects(sentence, doc)
        self._named = named or self._named[-1:]

    def _subjects(self, sentence: Sentence, doc: Doc) -> list[tuple[str, Span]]:
        """Names that the sentence is about, where the name grammar found none."""
        found = []
        for token in doc:
            about = token.dep_ in clauses.SUBJECTS and is_name(token)
            if about and not self.context.gazetteer.knows(token.text):
                for _, (start, end) in run_of_capitals(token):
                    span = sentence.span(start, end)
                    found.append((self.words(span), span))
        return found

    def named(self, sentence: Sentence, name: Found[PersonName]) -> tuple[str, Span]:
        """A name as the report writes it, without its title, and where it stands."""
        at = name.start + max(name.text.find(name.value.name), 0)
        span = sentence.span(at, min(at + len(name.value.name), name.end))
        return self.words(span), span

    def words(self, span: Span) -> str:
        """The report's own words, on one line."""
        return " ".join(self.report.text[span[0] : span[1]].split())

    def quoted(self, sentence: Sentence) -> tuple[str, Span] | None:
        """Who speaks where a sentence stands inside quotes and names nobody."""
        text = self.report.text
        first = max(0, sentence.start - _A_LONG_QUOTE)
        start = max(first, text.rfind("\n\n", first, sentence.start) + 1)
        before = text[start : sentence.start]
        opened = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
        if not opened and sentence.text[:1] not in '"“':
            return None
        for near in (0, -1, 1, -2):
            other = self._sentences.get(sentence.index + near)
            if other is None or other.paragraph != sentence.paragraph:
                continue
            for told in told_aside(other.text, len(other.text) // 2):
                if told.pronoun:
                    return self.meant_by(told, sentence.index)
                span = other.span(told.start, told.end)
                return self.words(span), span
        return None

    def person_before(self, index: int) -> tuple[str, Span] | None:
        """The person named last before a sentence, read or not."""
        for back in range(1, _PERSON_WITHIN + 1):
            sentence = self._sentences.get(index - back)
            if sentence is None:
                continue
            is_place = self.context.gazetteer.knows
            names = find_names(sentence.text, is_place=is_place)
            if names:
                return self.named(sentence, names[0])
        return None

    def meant_by(self, told: attribution.Told, index: int) -> tuple[str, Span] | None:
        """Whom "he" or "the source" means: who spoke last, or was named last.

        "He" and "she" are persons: an office that spoke last is passed over.
        """
        person = told.text.lower() in ("he", "she")
        if self._speaker is not None and not (person and _is_office(self._speaker[0])):
            return self._speaker
        if not person:
            return self._speaker
        return self.person_before(index) or self.last_name

    @property
    def last_name(self) -> tuple[str, Span] | None:
        """The person named first in the sentence before: likely what it is about."""
        return self._named[0] if self._named else None

    @property
    def publisher(self) -> Teller | None:
        """Who publishes the report; None where nothing says so."""
        return self._publisher


_PERSON_WITHIN = 5
_A_LONG_QUOTE = 3000
_OFFICES = frozenset(
    [SourceKind.GOVERNMENT, SourceKind.MONITOR, SourceKind.UN, SourceKind.NGO]
)


def _is_office(text: str) -> bool:
    """True for a ministry or a monitor: "he" is none of them."""
    office = attribution.kind_of(text, {}) in _OFFICES
    return office and not words("idioms", "office_holders") & set(text.lower().split())
