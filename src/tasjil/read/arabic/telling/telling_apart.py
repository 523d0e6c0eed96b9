"""Whom a telling means, where a list, a denial or the sentence leaves no doubt."""

from collections.abc import Sequence

from tasjil.model.acts import Stance
from tasjil.read.arabic.text.sentences import is_item
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.sentence import Sentence

_NEAR = 20


def tell_apart(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> None:
    """Say of drafts whom they mean before the report's people are put in groups."""
    _items(drafts, {s.index for s in sentences if is_item(s)})
    _beside_each_other(drafts)
    _denials(drafts)


def _items(drafts: Sequence[Draft], items: set[int]) -> None:
    """Each item of a list is an event of its own, and a part of the number above it."""
    above: list[Draft] = []
    for draft in drafts:
        if draft.part is not Part.MAIN or not draft.quantity.known:
            continue
        if draft.sentence not in items:
            above.append(draft)
            continue
        draft.of_a_place = draft.more = True
        near = reversed(above[-_NEAR:])
        whole = next((d for d in near if _holds(d, draft)), None)
        if whole is not None and draft.within is None:
            draft.within = whole


def _holds(whole: Draft, part: Draft) -> bool:
    """True for a number of the same harm that is no smaller."""
    same = whole.act is part.act or (whole.fatal and part.fatal)
    most, least = whole.quantity.highest_stated or 0, part.quantity.low or 0
    enough = most >= least or whole.quantity.high is None
    return same and most > 1 and enough and whole.stance is not Stance.DENIED


def _beside_each_other(drafts: Sequence[Draft]) -> None:
    """Two numbers of one harm in one sentence, told by one, are of different people."""
    told: dict[tuple[int, str], Draft] = {}
    for draft in drafts:
        counted = draft.part is Part.MAIN and draft.quantity.known
        if not counted or draft.definite or draft.stance is Stance.DENIED:
            continue
        before = told.setdefault((draft.sentence, draft.act), draft)
        other_mention = before.mention != draft.mention
        if other_mention and before.attribution == draft.attribution:
            draft.more = True


def _denials(drafts: Sequence[Draft]) -> None:
    """A denial is of the people whose harm others tell, in the same report."""
    main = [d for d in drafts if d.part is Part.MAIN and not d.background]
    last: Draft | None = None
    waiting: list[Draft] = []
    for draft in main:
        if draft.stance is not Stance.DENIED:
            for denial in [w for w in waiting if _is_of_same(draft, w)]:
                draft.same_as = draft.same_as or denial
                waiting.remove(denial)
            last = draft if draft.quantity.known or draft.plural else last
        elif last is not None and _is_of_same(draft, last):
            draft.same_as = last
        else:
            waiting = [*waiting[-_NEAR:], draft]


def _is_of_same(one: Draft, other: Draft) -> bool:
    """True for two tellings of the same harm."""
    return one.act is other.act or (one.fatal and other.fatal)
