"""The English reader: from the words of a report to claims, each on its exact words."""

from collections.abc import Sequence

from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.assemble import assemble
from tasjil.read.drafts.groups import Groups
from tasjil.read.english.blame import lay_blame
from tasjil.read.english.chains import Chains
from tasjil.read.english.continuing import may_go_on
from tasjil.read.english.drafting import Drafting
from tasjil.read.english.following import follow_events
from tasjil.read.english.normalise import even
from tasjil.read.english.parser import parse
from tasjil.read.english.periods import give_times
from tasjil.read.english.relaying import add_relays
from tasjil.read.english.sentences import split
from tasjil.read.english.triggers import may_tell_of_harm, points_back
from tasjil.read.sentence import Sentence


class EnglishReader:
    """Reads articles, statements, wires and testimony in English."""

    name = "english"
    version = "1"
    languages = frozenset({"en"})

    def read(self, report: Report, context: ReadingContext) -> list[Claim]:
        """Every claim of harm the report makes, in the order of its words."""
        text = even(report.text)
        sentences = split(text)
        drafting = Drafting(report, context, text, sentences)
        wanted = _worth_parsing(sentences)
        for sentence, doc in zip(wanted, parse([s.text for s in wanted]), strict=True):
            drafting.take(sentence, doc)
        groups = Groups()
        groups.take(drafting.drafts)
        tellers, publisher = context.tellers, drafting.publisher
        Chains(tellers, publisher).take(drafting.drafts, sentences)
        give_times(report, drafting.drafts, sentences)
        follow_events(drafting.drafts, sentences)
        lay_blame(report, drafting.drafts, sentences)
        add_relays(drafting.drafts, [s.text for s in sentences], tellers, publisher)
        return assemble(report, drafting.drafts, f"{self.name}/{self.version}")


_CLOSE_BEHIND = 2


def _close_behind(index: int, wanted: set[int]) -> bool:
    """True where one of the sentences right before is read."""
    return any(index - back in wanted for back in range(1, _CLOSE_BEHIND + 1))


def _worth_parsing(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences that may tell of harm, and the one before where they point back."""
    wanted: set[int] = set()
    for sentence in sentences:
        if may_tell_of_harm(sentence.text):
            wanted.add(sentence.index)
            if sentence.index and points_back(sentence.text):
                wanted.add(sentence.index - 1)
        elif may_go_on(sentence.text) and _close_behind(sentence.index, wanted):
            wanted.add(sentence.index)
    return [s for s in sentences if s.index in wanted]
