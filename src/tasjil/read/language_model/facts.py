"""When and where a claim says it was, read again with our dates and our places."""

from dataclasses import dataclass, field

from tasjil.errors import BadValue
from tasjil.model.claim import When
from tasjil.model.edtf import Edtf
from tasjil.model.places import Where
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.date_read import published_latest
from tasjil.read.drafts.draft import Span
from tasjil.read.found import Found
from tasjil.read.language_model.form import ToldTime
from tasjil.read.language_model.grammars import GRAMMARS
from tasjil.read.language_model.wording import Wording


@dataclass(frozen=True, slots=True)
class Facts:
    """The times and places of one report, looked up where a model points."""

    report: Report
    context: ReadingContext
    wording: Wording
    language: str | None
    _found: dict[Span, list[Found[Where]]] = field(default_factory=dict)

    def when(self, told: ToldTime, span: Span) -> When:
        """The time that words mean.

        Our own grammar decides where it reads them. Else the model's date is taken
        where it is one, and not later than the report.
        """
        text = self.wording.text[slice(*span)]
        grammar = GRAMMARS.get(self.language or "")
        if grammar is not None:
            around = self.wording.sentence(span)
            dates = grammar.dates(
                self.wording.text[slice(*around)], self.report.published
            )
            for each in dates:
                start, end = each.start + around[0], each.end + around[0]
                if start < span[1] and span[0] < end and each.value.edtf is not None:
                    return When(each.value.edtf, text)
        return When(self._possible(told.edtf), text)

    def _possible(self, edtf: str | None) -> str | None:
        """A date the model worked out, where such a day has been by then."""
        if edtf is None:
            return None
        try:
            first = Edtf.parse(edtf).earliest
        except BadValue:
            return None
        last = published_latest(self.report.published)
        if first is not None and last is not None and first > last:
            return None
        return edtf

    def where(self, span: Span) -> Where:
        """The place that words name, from the case's list or the world's."""
        around = self.wording.sentence(span)
        if around not in self._found:
            gazetteer, text = self.context.gazetteer, self.wording.text
            found = gazetteer.find(text[slice(*around)], hints=self.context.areas)
            self._found[around] = [each.moved(around[0]) for each in found]
        for each in self._found[around]:
            if each.start < span[1] and span[0] < each.end:
                return each.value
        return Where(self.wording.text[slice(*span)])
