"""A list of those who did it: "the army killed 196; the Northern Front killed 17"."""

from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.read.drafts.draft import Draft, Part, Span

_BACK = 2
_SEVERAL = 2


def tell_doers_apart(drafts: list[Draft], sentence: int) -> None:
    """Give each number of a list of doers its own group, under the total before it.

    Args:
        drafts: All drafts so far; a number read under several verbs stays with its own.
        sentence: The sentence just read, by its index.
    """
    here = [d for d in drafts if d.sentence == sentence and "quantity" in d.spans]
    for draft in _repeated(here):
        drafts.remove(draft)
        here.remove(draft)
    by_doer = [d for d in here if _is_of_a_doer(d)]
    if len({d.spans["perpetrator"] for d in by_doer}) < _SEVERAL:
        return
    whole = _whole(drafts, by_doer, sentence)
    for draft in by_doer if whole is not None else ():
        draft.within, draft.same_as = whole, None


def _repeated(here: Sequence[Draft]) -> list[Draft]:
    """Drafts of a number that a verb nearer to it tells of too."""
    best: dict[tuple[Span, bool], Draft] = {}
    left: list[Draft] = []
    for draft in here:
        key = draft.spans["quantity"], draft.fatal
        other = best.get(key)
        if other is None or other.act is not draft.act:
            best.setdefault(key, draft)
        elif _distance(draft) < _distance(other):
            left.append(other)
            best[key] = draft
        elif draft.mention != other.mention:
            left.append(draft)
    return left


def _distance(draft: Draft) -> tuple[bool, int]:
    """How far the word for the harm stands from the number; before it comes first."""
    at, number = draft.spans.get("act", draft.passage)[0], draft.spans["quantity"][0]
    return at > number, abs(at - number)


def _is_of_a_doer(draft: Draft) -> bool:
    """True for a number of its own with its doer."""
    own = draft.part is Part.MAIN and draft.within is None and not draft.background
    return own and "perpetrator" in draft.spans and draft.quantity.known


def _whole(
    drafts: Sequence[Draft], parts: Sequence[Draft], sentence: int
) -> Draft | None:
    """The total told right before that can hold all of them."""
    told = sum(d.quantity.highest_stated or 0 for d in parts)
    for draft in reversed(drafts):
        near = 0 < sentence - draft.sentence <= _BACK
        total = draft.part is Part.MAIN and draft.within is None
        total = total and draft.level is Level.AGGREGATE and not draft.background
        same = draft.fatal == parts[0].fatal
        if near and total and same and (draft.quantity.highest_stated or 0) >= told:
            return draft
    return None
