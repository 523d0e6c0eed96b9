"""Who holds or published a list of names: "the committee published a list"."""

import re
from collections.abc import Mapping, Sequence

from tasjil.model.claim import Teller
from tasjil.model.sources import SourceKind
from tasjil.read.arabic.tellers.teller_kinds import teller
from tasjil.read.drafts.draft import Draft
from tasjil.read.sentence import Sentence

_HOLDS = re.compile(
    r"(?:^|[.،]\s*)و?(?:نشرت?|أصدرت?|[تي]?ملك|[تي]متلك|جمعت?|أعدت?|[تي]حتفظ)\s+"
    r"(?P<who>(?:[^\s،.:؛]+\s+){1,6}?)(?:(?:في|يوم|بتاريخ)\s+[^،.:؛]{2,30}?\s+)?"
    r"(?:ب|على\s+)?(?:قائمة|لائحة|أسماء|سجلا?|قوائم)(?!\w)"
)


def held_in(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the words of holding stand in a sentence, and those for the holder.

    Example:
        >>> told = "نشرت لجنة المتابعة في 24 آذار قائمة بأسماء 12 شخصا"
        >>> (start, end), (a, b) = held_in(told)
        >>> told[a:b]
        'لجنة المتابعة'
    """
    match = _HOLDS.search(text)
    if match is None:
        return None
    start, end = match.span("who")
    return match.span(), (start, start + len(text[start:end].rstrip()))


def name_holders(
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    kinds: Mapping[str, SourceKind],
    publisher: Teller | None,
) -> None:
    """Give the names on a list to its holder, where nobody else tells them."""
    texts = {s.index: s for s in sentences}
    for draft in drafts:
        if any(told != publisher for told in draft.attribution):
            continue
        sentence = texts.get(draft.sentence)
        found = held_in(sentence.text) if sentence is not None else None
        if sentence is None or found is None:
            continue
        start, end = found[1]
        who = teller(sentence.text[start:end], "", kinds)
        draft.attribution = (who,) if publisher is None else (who, publisher)
        draft.spans["attribution"] = sentence.span(start, end)
