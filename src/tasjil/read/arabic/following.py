"""Time and place of a sentence that gives none, from the report around it."""

from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.read.arabic.cues import cues
from tasjil.read.arabic.line import Line
from tasjil.read.arabic.sentences import is_item
from tasjil.read.arabic.telling_words import words
from tasjil.read.drafts.draft import Draft, Span
from tasjil.read.sentence import Sentence

_SHORT = 7


def follow_events(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> None:
    """Give the event's time and place to what later sentences tell of it.

    A sentence that speaks of another event ("in another incident") keeps its silence,
    and so does history. An item of a list takes from the words above the list.
    """
    known = {s.index: s for s in sentences}
    short = len({s.index for s in sentences}) <= _SHORT
    before: Draft | None = None
    for draft in drafts:
        if draft.background or draft.level is Level.AGGREGATE:
            continue
        here = known[draft.sentence]
        if before is not None and _goes_on(known[before.sentence], here, short=short):
            _take(draft, before)
        told = draft.when.text is not None or bool(draft.where)
        if told and not (is_item(here) and before is not None):
            before = draft


def _goes_on(one: Sentence, other: Sentence, *, short: bool) -> bool:
    """True in the same paragraph, in a list below, and in a short report throughout."""
    line, _ = cues(other.text)
    if _is_elsewhere(line):
        return False
    near = one.paragraph == other.paragraph and other.index - one.index <= 2
    listed = is_item(other) and not is_item(one)
    return near or listed or short


def _is_elsewhere(line: Line) -> bool:
    """True for "in another incident", "in a related matter"."""
    head = range(min(8, len(line)))
    return any(line.one_of(k, words("elsewhere")) for k in head)


def _take(draft: Draft, event: Draft) -> None:
    """Give a draft the time and the place it does not have."""
    if draft.when.text is None and draft.when.edtf is None:
        draft.when = event.when
        draft.spans |= _spans_of(event, "when")
    if not draft.where:
        draft.where = event.where
        draft.spans |= _spans_of(event, "where")


def _spans_of(draft: Draft, field: str) -> dict[str, Span]:
    """Where the words of one field stand."""
    return {k: v for k, v in draft.spans.items() if k.split(".")[0] == field}
