"""Time and place of a sentence that gives none and follows one that does."""

import re
from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.read.drafts.draft import Draft
from tasjil.read.english.lexicon import words
from tasjil.read.sentence import Sentence

_WORD = re.compile(r"[a-z]+")


def follow_events(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> None:
    """Give the event's time and place to what the next sentence tells of it.

    As in "Four farmers were shot dead in Varesh on Saturday. Two women were wounded."
    A sentence that speaks of another event ("elsewhere", "in a separate attack") keeps
    its silence.
    """
    known = {s.index: s for s in sentences}
    settled = {d.group for d in drafts if d.when.text is not None or d.where}
    before: Draft | None = None
    for draft in drafts:
        tells = draft.level is not Level.AGGREGATE and not draft.background
        if not tells:
            before = None
        elif draft.when.text is not None or draft.where:
            before = draft
        elif draft.group not in settled and not draft.more and before is not None:
            goes_on = _goes_on(known[before.sentence], known[draft.sentence])
            before = _taking_over(draft, before) if goes_on else before


def _goes_on(one: Sentence, other: Sentence) -> bool:
    """True for the same or the next sentence of a paragraph, on the same event."""
    near = other.index - one.index <= 1 and one.paragraph == other.paragraph
    said = set(_WORD.findall(other.text.lower()))
    return near and not said & words("grammar", "following_elsewhere")


def _taking_over(draft: Draft, event: Draft) -> Draft:
    """The draft with the event's time and place."""
    draft.when, draft.where = event.when, event.where
    for key, span in event.spans.items():
        if key == "when" or key.split(".")[0] == "where":
            draft.spans[key] = span
    return draft
