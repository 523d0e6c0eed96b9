"""The Arabic reader: from the words of a report to claims, by our own rules."""

from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.arabic.drafting import Drafting
from tasjil.read.arabic.sentences import split
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.assemble import assemble
from tasjil.read.drafts.groups import Groups


class ArabicReader:
    """Reads statements, news, tallies and testimony in Arabic."""

    name = "arabic"
    version = "1"
    languages = frozenset({"ar"})

    def read(self, report: Report, context: ReadingContext) -> list[Claim]:
        """Every claim of harm the report makes, in the order of its words."""
        drafting = Drafting(report, context)
        for sentence in split(report.text):
            drafting.take(sentence)
        Groups().take(drafting.drafts)
        return assemble(report, drafting.drafts, f"{self.name}/{self.version}")
