"""Figures told for the time of the figures before them: "in the same period"."""

import re
from collections.abc import Mapping, Sequence

from tasjil.model.acts import Level
from tasjil.read.drafts.draft import Draft
from tasjil.read.sentence import Sentence

_SAME = re.compile(
    r"\b(?:in|over|during|for|within)\s+(?:the|that)\s+same\s+"
    r"(?:period|time|month|months|week|weeks|days|year)\b"
    r"|(?:الفترة|المدة|الأيام|السنة)\s+(?:نفسها|ذاتها|عينها)"
    r"|(?:الشهر|العام|الأسبوع)\s+(?:نفسه|ذاته|عينه)"
    r"|نفس\s+(?:الفترة|المدة|الشهر|العام|الأسبوع|الأيام)",
    re.IGNORECASE,
)
_BACK = 3


def give_same_period(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> None:
    """Give the time told last to figures that say they are of the same time."""
    texts: Mapping[int, str] = {s.index: s.text for s in sentences}
    last: Draft | None = None
    for draft in drafts:
        own = draft.when.edtf is not None and not draft.background
        if own:
            last = draft
            continue
        near = last is not None and 0 <= draft.sentence - last.sentence <= _BACK
        if last is None or not near or draft.background:
            continue
        if _SAME.search(texts.get(draft.sentence, "")):
            draft.when = last.when
            if "when" in last.spans:
                draft.spans["when"] = last.spans["when"]
            if last.level is Level.AGGREGATE and (draft.quantity.low or 0) > 1:
                draft.level = Level.AGGREGATE
