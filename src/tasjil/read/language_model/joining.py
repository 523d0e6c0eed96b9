"""Puts the claims of a report's pieces together: each once, groups where they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tasjil.read.drafts.draft import Draft, Span

_ALONE = 1


@dataclass(slots=True)
class Labels:
    """Which group label stands for which, over all pieces."""

    same: dict[str, str]

    def top(self, label: str) -> str:
        """The label that stands for this one."""
        while (above := self.same.get(label, label)) != label:
            label = above
        return label

    def tie(self, label: str, other: str) -> None:
        """Say that two labels are of the same people."""
        one, two = self.top(label), self.top(other)
        if one != two:
            self.same[one] = two


def join(drafts: Iterable[Draft]) -> list[Draft]:
    """The claims of all pieces in the order of the report's words, each once.

    A claim that two pieces share is one, and ties the groups it stands in. Groups are
    named g1, g2 ... A part is tied to its whole where there is one and it can hold it.

    Args:
        drafts: Drafts with the labels the model gave; labels of one piece are not
            those of another.
    """
    labels = Labels({})
    kept = _each_once(drafts, labels)
    for draft in kept:
        draft.group = labels.top(draft.group)
        draft.part_of = None if draft.part_of is None else labels.top(draft.part_of)
    _part_other_people(kept)
    kept.sort(key=lambda d: (d.passage[0], d.spans.get("victims", d.passage)))
    _tie_parts(kept)
    names = {d: f"g{n}" for n, d in enumerate(dict.fromkeys(x.group for x in kept), 1)}
    for draft in kept:
        draft.group = names[draft.group]
        draft.part_of = None if draft.part_of is None else names[draft.part_of]
    return kept


def _each_once(drafts: Iterable[Draft], labels: Labels) -> list[Draft]:
    kept: list[Draft] = []
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        told = (draft.act, draft.quantity.low, draft.quantity.high, draft.victims.text)
        before = alike.setdefault((*told, draft.attribution), [])
        first = next((d for d in before if _overlap(d.passage, draft.passage)), None)
        if first is None:
            before.append(draft)
            kept.append(draft)
        else:
            labels.tie(draft.group, first.group)
    return kept


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _part_other_people(drafts: Sequence[Draft]) -> None:
    """Two single people of other names are not the same, whatever the model says."""
    first: dict[str, frozenset[str]] = {}
    for draft in drafts:
        names = frozenset(draft.victims.names)
        if len(names) != _ALONE or draft.quantity.high != _ALONE:
            continue
        known = first.setdefault(draft.group, names)
        if not _may_be_one(known, names):
            draft.group = f"{draft.group}\x1f{min(names)}"


def _may_be_one(known: frozenset[str], names: frozenset[str]) -> bool:
    """True where one name holds a part of the other: "Haddad", "Samir Haddad"."""
    one = {part.casefold() for name in known for part in name.split()}
    return any(part.casefold() in one for name in names for part in name.split())


def _tie_parts(drafts: Sequence[Draft]) -> None:
    """Keep a tie to a whole that is there, is another group, and can hold the part."""
    highest: dict[str, int | None] = {}
    for draft in drafts:
        high = draft.quantity.high
        before = highest.get(draft.group, high)
        open_ended = high is None or before is None
        highest[draft.group] = None if open_ended else max(high or 0, before or 0)
    wholes: dict[str, str] = {}
    for draft in drafts:
        whole = draft.part_of
        if whole is not None and not _holds(draft, whole, highest, wholes):
            draft.part_of = None
        elif whole is not None:
            draft.part_of = wholes.setdefault(draft.group, whole)


def _holds(
    draft: Draft, whole: str, highest: dict[str, int | None], wholes: dict[str, str]
) -> bool:
    if whole not in highest:
        return False
    above: str | None = whole
    while above is not None:
        if above == draft.group:
            return False
        above = wholes.get(above)
    most = highest[whole]
    return most is None or (draft.quantity.low or 0) <= most
