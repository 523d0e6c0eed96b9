"""Time and place of a sentence that gives none, from what the report told before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tasjil.model.acts import Level
from tasjil.model.claim import When
from tasjil.model.report import Report
from tasjil.read.date_read import DateRead, DateRole, resolve
from tasjil.read.drafts.draft import Draft, Span
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_PARAGRAPHS = 3
_SENTENCES = 10
_SETTING = (DateRole.AT, DateRole.DURING)


class Telling(Protocol):
    """What must be known of a language to carry times from sentence to sentence."""

    def dates(self, sentence: Sentence) -> Sequence[Found[DateRead]]:
        """The dates of a sentence, without those of statements."""

    def sets_the_scene(self, sentence: Sentence, date: Found[DateRead]) -> bool:
        """True for a date that a sentence without harm is about."""

    def speaks_of_another(self, sentence: Sentence) -> bool:
        """True for "elsewhere", "in a separate attack"."""

    def is_item(self, sentence: Sentence) -> bool:
        """True for an item of a list: it goes on from the words above the list."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time the report told, with where its words stand."""

    when: When
    span: Span
    sentence: int
    paragraph: int


class Following:
    """One report, read from its first sentence to its last."""

    def __init__(
        self,
        report: Report,
        drafts: Sequence[Draft],
        sentences: Sequence[Sentence],
        telling: Telling,
        *,
        testimony: bool,
    ) -> None:
        """Sort the tellings by their sentence; a group keeps the time it was given."""
        self._report = report
        self._telling = telling
        self._sentences = sentences
        self._by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            self._by_sentence.setdefault(draft.sentence, []).append(draft)
        self._timed = {d.group for d in drafts if d.when.edtf is not None}
        self._placed = {d.group for d in drafts if d.where}
        self._testimony = testimony
        self._time: Told | None = None
        self._event: Draft | None = None

    def go(self) -> None:
        """Carry time and place from sentence to sentence."""
        for sentence in self._sentences:
            here = self._by_sentence.get(sentence.index, [])
            if self._telling.speaks_of_another(sentence):
                self._time = self._event = None
                for draft in here:
                    draft.elsewhere = True
            self._resolve(sentence, here)
            own = self._own_time(sentence, here)
            for draft in here:
                if draft.level is not Level.AGGREGATE and not draft.background:
                    self._give(sentence, draft, own)
            if any(d.background for d in here):
                self._time = self._event = None
            elif own is not None:
                self._time = own
            elif not here:
                self._time = self._scene(sentence) or self._time

    def _give(self, sentence: Sentence, draft: Draft, own: Told | None) -> None:
        """Give one telling the time of its sentence or of the event before it."""
        time = own or (self._time if self._reaches(sentence) else None)
        untimed = draft.when.edtf is None and draft.when.text is None
        if time is not None and untimed and draft.group not in self._timed:
            draft.when, draft.spans["when"] = time.when, time.span
        item = self._telling.is_item(sentence)
        if draft.where and not (item and self._event is not None):
            self._event = draft
        elif draft.group not in self._placed and self._goes_on(sentence):
            self._take_place(draft)

    def _take_place(self, draft: Draft) -> None:
        event = self._event
        if event is not None and not draft.of_a_place:
            draft.where = event.where
            for key, span in event.spans.items():
                if key.split(".")[0] == "where":
                    draft.spans[key] = span

    def _reaches(self, sentence: Sentence) -> bool:
        """True where the time told last is still that of the sentence."""
        if self._time is None:
            return False
        if self._testimony:
            return True
        near = sentence.paragraph - self._time.paragraph < _PARAGRAPHS
        return near and sentence.index - self._time.sentence <= _SENTENCES

    def _goes_on(self, sentence: Sentence) -> bool:
        """True close behind the event told last, in the same paragraph."""
        if self._event is None:
            return False
        last = self._sentences[self._event.sentence]
        if self._telling.is_item(sentence):
            return True
        near = sentence.index - last.index <= 1
        return near and last.paragraph == sentence.paragraph

    def _resolve(self, sentence: Sentence, here: Sequence[Draft]) -> None:
        """Turn "two days later" into days, counted from the time told last."""
        if self._time is None or self._time.when.edtf is None:
            return
        for draft in here:
            if draft.when.edtf is not None or "when" not in draft.spans:
                continue
            for date in self._telling.dates(sentence):
                span = sentence.span(date.start, date.end)
                if span == draft.spans["when"] and date.value.relative is not None:
                    edtf = resolve(date.value.relative, self._time.when.edtf)
                    draft.when = When(edtf, draft.when.text)

    def _own_time(self, sentence: Sentence, here: Sequence[Draft]) -> Told | None:
        """The time of one telling of the sentence: that of the others beside it."""
        for draft in here:
            span = draft.spans.get("when")
            inside = span is not None and sentence.start <= span[0] < sentence.end
            total = draft.level is Level.AGGREGATE or draft.background
            if inside and span is not None and draft.when.edtf and not total:
                return Told(draft.when, span, sentence.index, sentence.paragraph)
        return None

    def _scene(self, sentence: Sentence) -> Told | None:
        """The time of a sentence that tells of no harm itself."""
        for date in self._telling.dates(sentence):
            edtf = date.value.edtf
            if edtf is None and date.value.relative is not None and self._time:
                edtf = resolve(date.value.relative, self._time.when.edtf or "..")
            if edtf is None or date.value.role not in _SETTING:
                continue
            if not self._telling.sets_the_scene(sentence, date):
                continue
            span = sentence.span(date.start, date.end)
            text = " ".join(self._report.text[slice(*span)].split())
            return Told(When(edtf, text), span, sentence.index, sentence.paragraph)
        return None
