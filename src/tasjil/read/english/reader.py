"""The English reader: from the words of a report to claims, each on its exact words."""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc

from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.assemble import assemble
from tasjil.read.drafts.groups import Groups
from tasjil.read.drafts.places_told import Surroundings
from tasjil.read.drafts.report_times import give_title_times, level_totals
from tasjil.read.drafts.rounded import clear_mixed, join_rounded
from tasjil.read.english.tellers.blame import lay_blame
from tasjil.read.english.tellers.chains import Chains
from tasjil.read.english.tellers.relaying import add_relays
from tasjil.read.english.tellers.testimony import give_to_witness, testimony_of
from tasjil.read.english.telling.continuing import may_go_on
from tasjil.read.english.telling.drafting import Drafting
from tasjil.read.english.telling.following import follow_events
from tasjil.read.english.telling.periods import give_times
from tasjil.read.english.telling.report_times import give_report_times
from tasjil.read.english.telling.retold import may_retell
from tasjil.read.english.telling.scenes import scenes
from tasjil.read.english.telling.shares import may_share
from tasjil.read.english.telling.tallies import (
    TALLY_REACH,
    may_be_tally,
    total_over_places,
)
from tasjil.read.english.telling.titles import title_of
from tasjil.read.english.text.normalise import even
from tasjil.read.english.text.parser import parse
from tasjil.read.english.text.sentences import split
from tasjil.read.english.text.triggers import may_tell_of_harm, points_back
from tasjil.read.sentence import Sentence


class EnglishReader:
    """Reads articles, statements, wires and testimony in English."""

    name = "english"
    version = "3"
    languages = frozenset({"en"})

    def read(self, report: Report, context: ReadingContext) -> list[Claim]:
        """Every claim of harm the report makes, in the order of its words."""
        begun = _Begun(report, context)
        return begun.claims(list(parse(begun.wanted)), f"{self.name}/{self.version}")

    def read_together(
        self, reports: Sequence[Report], context: ReadingContext
    ) -> list[list[Claim] | Exception]:
        """The claims of each report, or what broke on it.

        Their sentences are parsed together, which takes two thirds of the time.
        """
        begun: list[_Begun | Exception] = []
        for report in reports:
            try:
                begun.append(_Begun(report, context))
            except Exception as fault:  # a hostile text may break it in any way
                begun.append(fault)
        well = [each for each in begun if isinstance(each, _Begun)]
        docs = parse([text for each in well for text in each.wanted])
        claims = iter([self._after(each, docs) for each in well])
        return [next(claims) if isinstance(each, _Begun) else each for each in begun]

    def _after(self, begun: "_Begun", docs: Iterator[Doc]) -> list[Claim] | Exception:
        """The claims of one report, from its share of the parsed sentences."""
        own = list(islice(docs, len(begun.wanted)))
        try:
            return begun.claims(own, f"{self.name}/{self.version}")
        except Exception as fault:  # a hostile text may break it in any way
            return fault


class _Begun:
    """A report cut into sentences, before the parse.

    Attributes:
        wanted: The sentences that may tell of harm.
    """

    def __init__(self, report: Report, context: ReadingContext) -> None:
        """Find the sentences worth a parse."""
        text = even(report.text)
        self._report = report
        self._tellers = context.tellers
        self._sentences = split(text)
        self._drafting = Drafting(report, context, text, self._sentences)
        self._worth = _worth_parsing(self._sentences, self._drafting.name_lines.indexes)
        self.wanted = [s.text for s in self._worth]

    def claims(self, docs: Sequence[Doc], reader: str) -> list[Claim]:
        """The claims of the report, from its parsed sentences."""
        report, sentences, drafting = self._report, self._sentences, self._drafting
        for sentence, doc in zip(self._worth, docs, strict=True):
            drafting.take(sentence, doc)
        drafts, publisher = drafting.drafts, drafting.memory.publisher
        clear_mixed(drafts)
        join_rounded(drafts)
        Groups().take(drafts)
        total_over_places(drafts)
        Chains(self._tellers, publisher).take(drafts, sentences)
        title = title_of(report, drafts, sentences)
        give_times(report, drafts, sentences)
        level_totals(drafts, title)
        give_title_times(drafts, title)
        follow_events(report, drafts, sentences)
        give_report_times(report, drafts, sentences)
        lay_blame(report, drafts, sentences)
        found = testimony_of(sentences)
        give_to_witness(drafts, sentences, found, publisher)
        add_relays(drafts, [s.text for s in sentences], self._tellers, publisher)
        places = drafting.memory.places
        told = tuple(scenes(report.text, places.named))
        around = Surroundings(sentences, places.setting, told)
        return assemble(report, drafts, reader, around)


_CLOSE_BEHIND = 2


def _close_behind(index: int, wanted: set[int]) -> bool:
    """True where one of the sentences right before is read."""
    return any(index - back in wanted for back in range(1, _CLOSE_BEHIND + 1))


def _goes_on(sentence: str) -> bool:
    """True where a sentence may divide or mend a figure told before it."""
    return may_go_on(sentence) or may_share(sentence) or may_retell(sentence)


def _follows(index: int, wanted: set[int]) -> bool:
    """True where a tally may still go on from harm told before."""
    return bool(wanted) and index - max(wanted) <= TALLY_REACH


def _worth_parsing(
    sentences: Sequence[Sentence], names: frozenset[int]
) -> list[Sentence]:
    """Sentences that may tell of harm, and the one before where they point back.

    Args:
        sentences: The whole report.
        names: Lines of nothing but names of those harmed.
    """
    wanted: set[int] = set(names)
    for sentence in sentences:
        if may_tell_of_harm(sentence.text):
            wanted.add(sentence.index)
            if sentence.index and points_back(sentence.text):
                wanted.add(sentence.index - 1)
        elif (
            _goes_on(sentence.text)
            and _close_behind(sentence.index, wanted)
            or _follows(sentence.index, wanted)
            and may_be_tally(sentence.text)
        ):
            wanted.add(sentence.index)
    return [s for s in sentences if s.index in wanted]
