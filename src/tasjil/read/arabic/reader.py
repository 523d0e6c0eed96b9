"""The Arabic reader: from the words of a report to claims, by our own rules."""

from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.arabic.tellers.blame import lay_blame
from tasjil.read.arabic.tellers.list_holders import name_holders
from tasjil.read.arabic.tellers.voices import Voices
from tasjil.read.arabic.telling.drafting import Drafting
from tasjil.read.arabic.telling.enumerations import add_enumerations
from tasjil.read.arabic.telling.following import follow_events
from tasjil.read.arabic.telling.lists import add_lists
from tasjil.read.arabic.telling.periods import give_periods
from tasjil.read.arabic.telling.report_times import title_of
from tasjil.read.arabic.telling.scenes import scenes
from tasjil.read.arabic.telling.tables import put_rows_under_totals
from tasjil.read.arabic.telling.telling_apart import tell_apart
from tasjil.read.arabic.text.sentences import split
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.assemble import assemble
from tasjil.read.drafts.groups import Groups
from tasjil.read.drafts.places_told import Surroundings
from tasjil.read.drafts.report_times import give_title_times, level_totals
from tasjil.read.drafts.rounded import clear_mixed, join_rounded


class ArabicReader:
    """Reads statements, news, tallies and testimony in Arabic."""

    name = "arabic"
    version = "2"
    languages = frozenset({"ar"})

    def read(self, report: Report, context: ReadingContext) -> list[Claim]:
        """Every claim of harm the report makes, in the order of its words."""
        sentences = split(report.text)
        drafting = Drafting(report, context, sentences)
        for sentence in sentences:
            drafting.take(sentence)
        drafts = add_lists(report, drafting.drafts, sentences, drafting.places)
        drafts = add_enumerations(report, drafts, sentences)
        voices = Voices(sentences, context.tellers, drafting.publisher)
        voices.take(drafts)
        name_holders(drafts, sentences, context.tellers, drafting.publisher)
        tell_apart(drafts, sentences)
        clear_mixed(drafts)
        join_rounded(drafts)
        Groups().take(drafts)
        put_rows_under_totals(drafts)
        voices.inherit(drafts)
        title = title_of(report, sentences)
        level_totals(drafts, title)
        give_title_times(drafts, title)
        give_periods(report, drafts, sentences)
        follow_events(report, drafts, sentences, one_voice=voices.one_voice)
        lay_blame(report, drafts, sentences, one_voice=voices.one_voice)
        reader = f"{self.name}/{self.version}"
        places = drafting.places
        told = tuple(scenes(report.text, places.named))
        around = Surroundings(sentences, places.setting, told)
        return assemble(report, drafts, reader, around)
