"""Harm told without a place: it happened where the report last said it was."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasjil.model.acts import Act, Level
from tasjil.model.places import Where
from tasjil.read.drafts.draft import Draft, Span
from tasjil.read.drafts.entities import is_wide
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_BACK = 2
"""So many paragraphs behind its place harm may still be told of."""

_TAKEN = frozenset({Act.ABDUCTED, Act.DETAINED, Act.MISSING, Act.DISPLACED})
"""Harm that begins in one place; what is done to people later is done in another."""

_LEAD = 2
"""So many paragraphs before its place a headline may stand."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the harm of a report can have happened, where its own words do not say.

    Attributes:
        sentences: All sentences of the report.
        only: The one town or village the report names, if it names no other.
        scenes: Places the report says something happened in, with or without harm.
    """

    sentences: Sequence[Sentence] = ()
    only: Found[Where] | None = None
    scenes: Sequence[Found[Where]] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """A place of the report, with where its words stand."""

    at: int
    paragraph: int
    where: tuple[Where, ...]
    spans: dict[str, Span]
    taken: bool | None = None
    """True where people were led away from there; None where nothing is told of it."""


def carry_places(drafts: Sequence[Draft], around: Surroundings) -> None:
    """Give harm without a place the one told last, or the one its headline is about.

    As in "Soldiers came to Varesh at noon. They shot the miller." A total is left as
    it is, and so is history, and what the words say was elsewhere.
    """
    if not around.sentences:
        return
    _share_lines(drafts)
    paragraphs = _Paragraphs(around.sentences)
    told = sorted(_marks(drafts, around, paragraphs), key=lambda told: told.at)
    divided = {d.part_of for d in drafts if d.of_a_place and d.where}
    for taken in (True, False):
        marks = [m for m in told if m.taken in (taken, None)]
        starts = [m.at for m in marks]
        for draft in drafts:
            if not _wants(draft) or (draft.act in _TAKEN) != taken:
                continue
            if draft.group in divided:
                continue
            at = _at(draft)
            meant = _meant(marks, bisect_right(starts, at) - 1, paragraphs.at(at))
            if meant is not None:
                draft.where = meant.where
                draft.spans.update(meant.spans)


def _share_lines(drafts: Sequence[Draft]) -> None:
    """Give those told in one line of a tally the place of the line."""
    lines = {d.sentence: d for d in drafts if d.of_a_place and d.where}
    for draft in drafts:
        line = lines.get(draft.sentence)
        if line is not None and not line.background and _wants(draft):
            draft.where = line.where
            draft.spans.update(_spans(line))


def _wants(draft: Draft) -> bool:
    """True for harm of this report's events whose place no words tell."""
    total = draft.level is Level.AGGREGATE
    return not (draft.where or total or draft.background or draft.elsewhere)


def _marks(
    drafts: Sequence[Draft], around: Surroundings, paragraphs: "_Paragraphs"
) -> Iterator[_Told]:
    """Every place where something happened, that of harm with what it was.

    A report that tells totals speaks of more places than it names: there only the
    places of harm itself count.
    """
    told = {s for d in drafts for k, s in d.spans.items() if k.startswith("where")}
    totals = any(draft.level is Level.AGGREGATE for draft in drafts)
    for scene in () if totals else around.scenes:
        span = scene.start, scene.end
        if not is_wide(scene.value) and span not in told:
            paragraph = paragraphs.at(scene.start)
            yield _Told(scene.start, paragraph, (scene.value,), {"where": span})
    for draft in drafts:
        out = draft.background or draft.elsewhere or draft.of_a_place
        if draft.where and not out and not is_wide(draft.where[0]):
            at, taken = _at(draft), draft.act in _TAKEN
            yield _Told(at, paragraphs.at(at), draft.where, _spans(draft), taken)


class _Paragraphs:
    """Which paragraph a letter of the report stands in."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [s.start for s in sentences]
        self._paragraphs = [s.paragraph for s in sentences]

    def at(self, offset: int) -> int:
        """The paragraph of the sentence that holds or follows the letter."""
        return self._paragraphs[max(bisect_right(self._starts, offset) - 1, 0)]


def _at(draft: Draft) -> int:
    """Where the words for the harm stand."""
    return draft.spans.get("act", draft.passage)[0]


def _spans(draft: Draft) -> dict[str, Span]:
    """Where the words for the places stand."""
    return {k: v for k, v in draft.spans.items() if k.split(".")[0] == "where"}


def _meant(marks: Sequence[_Told], last: int, paragraph: int) -> _Told | None:
    """The place told last, if it is near; behind a headline the first one told."""
    if last >= 0:
        near = paragraph - marks[last].paragraph <= _BACK
        return marks[last] if near else None
    if not marks or paragraph >= _LEAD:
        return None
    return marks[0] if marks[0].paragraph - paragraph <= _LEAD else None
