"""A round number and the exact one behind it, and wholes of several kinds."""

from collections.abc import Sequence
from dataclasses import replace

from tasjil.model.acts import Level
from tasjil.model.persons import Sex, Status
from tasjil.read.drafts.draft import Draft, Part

_ARMED = frozenset({Status.ARMED_FORCES, Status.DIRECT_PARTICIPANT})
_MANY = 50
_NEAR_SENTENCES = 3
_TENTH = 10


def clear_mixed(drafts: Sequence[Draft]) -> None:
    """A number that civilians and fighters are parts of is of neither alone."""
    parts: dict[int, set[Status]] = {}
    sexes: dict[int, set[Sex]] = {}
    for draft in drafts:
        if draft.within is not None:
            parts.setdefault(id(draft.within), set()).add(draft.victims.status)
            sexes.setdefault(id(draft.within), set()).add(draft.victims.sex)
    for draft in drafts:
        status = parts.get(id(draft), set()) - {Status.UNKNOWN}
        if Status.CIVILIAN in status and status & _ARMED:
            draft.victims = replace(draft.victims, status=Status.UNKNOWN)
        if {Sex.MAN, Sex.WOMAN} <= sexes.get(id(draft), set()):
            draft.victims = replace(draft.victims, sex=Sex.UNKNOWN)


def join_rounded(drafts: Sequence[Draft]) -> None:
    """Make "more than 1,000" and the "1,018" behind it tellings of one total.

    A report leads with a round number and gives the exact one in the next sentences.
    """
    told: dict[int, list[tuple[int, Draft]]] = {}
    for at, draft in enumerate(drafts):
        told.setdefault(draft.sentence, []).append((at, draft))
    for at, open_ in enumerate(drafts):
        if not _is_rounded(open_):
            continue
        reach = range(open_.sentence, open_.sentence + _NEAR_SENTENCES + 1)
        for other, exact in (pair for n in reach for pair in told.get(n, ())):
            if exact is not open_ and _is_meant(open_, exact):
                first, second = (open_, exact) if at < other else (exact, open_)
                _join(first, second, drafts)
                break


def _is_rounded(draft: Draft) -> bool:
    """True for a large number that is open upwards."""
    low, high = draft.quantity.low, draft.quantity.high
    top = draft.within is None and draft.part is Part.MAIN and not draft.background
    return top and high is None and (low or 0) >= _MANY


def _is_meant(open_: Draft, exact: Draft) -> bool:
    """True where an exact number close by can be what a round one stands for."""
    low, number = open_.quantity.low or 0, exact.quantity.low or 0
    near = 0 <= exact.sentence - open_.sentence <= _NEAR_SENTENCES
    close = low <= number <= low + low // _TENTH
    top = exact.part is Part.MAIN or exact.within is open_
    status = exact.victims.status in (Status.UNKNOWN, open_.victims.status)
    fits = exact.quantity.exact and exact.act is open_.act and not exact.background
    return near and close and top and status and fits and not exact.of_a_place


def _join(first: Draft, second: Draft, drafts: Sequence[Draft]) -> None:
    """Say that both tell of the same people; the parts of one are those of both."""
    second.same_as, second.within, second.part = first, None, Part.MAIN
    second.level = first.level = (
        Level.AGGREGATE
        if Level.AGGREGATE in (first.level, second.level)
        else first.level
    )
    for draft in drafts:
        if draft.within is second:
            draft.within = first
