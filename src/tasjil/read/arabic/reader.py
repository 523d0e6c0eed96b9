"""The Arabic reader: from the words of a report to claims, by our own rules."""

from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.arabic.blame import lay_blame
from tasjil.read.arabic.drafting import Drafting
from tasjil.read.arabic.following import follow_events
from tasjil.read.arabic.sentences import split
from tasjil.read.arabic.telling import Voices
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
        sentences = split(report.text)
        drafting = Drafting(report, context)
        for sentence in sentences:
            drafting.take(sentence)
        drafts = drafting.drafts
        voices = Voices(sentences, context.tellers, drafting.publisher)
        Groups().take(drafts)
        voices.take(drafts)
        voices.inherit(drafts)
        follow_events(report, drafts, sentences, one_voice=voices.one_voice)
        lay_blame(report, drafts, sentences, one_voice=voices.one_voice)
        return assemble(report, drafts, f"{self.name}/{self.version}")
