"""What people said about pairs, as it stands: same, different, and what contradicts."""

from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tasjil.model.judgement import Judgement, PairKind, Verdict

Pair = tuple[str, str]


T = TypeVar("T", bound=Hashable)


@dataclass(slots=True)
class Groups(Generic[T]):
    """Things that are one, put together pair by pair (union-find)."""

    above: dict[T, T] = field(default_factory=dict)

    def root(self, each: T) -> T:
        """Give the one that stands for everything it was put together with."""
        top = each
        while (higher := self.above.get(top, top)) != top:
            top = higher
        while (higher := self.above.get(each, each)) != top:
            self.above[each] = top
            each = higher
        return top

    def unite(self, one: T, other: T) -> None:
        """Put two together."""
        self.above.setdefault(one, one)
        self.above.setdefault(other, other)
        self.above[self.root(other)] = self.root(one)


@dataclass(frozen=True, slots=True)
class Words:
    """People's words on pairs of one kind, as they stand now.

    Attributes:
        same: Pairs held to be one, and contradicted by nobody.
        apart: For each id those it is held to be different from.
        rings: For each id in a contradiction (a is b, b is c, a is not c) which one:
            all in it stay apart from each other until a word is taken back.
    """

    same: tuple[Pair, ...] = ()
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rings: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement], kind: PairKind) -> "Words":
        """Read judgements, oldest first: the last on a pair is the one that stands."""
        last = standing(judgements, kind)
        same = sorted(pair for pair, word in last.items() if word is Verdict.SAME)
        apart = [pair for pair, word in last.items() if word is Verdict.DIFFERENT]
        groups: Groups[str] = Groups()
        for one, other in same:
            groups.unite(one, other)
        torn = {
            groups.root(one)
            for one, other in apart
            if groups.root(one) == groups.root(other)
        }
        by_id: dict[str, set[str]] = {}
        for one, other in apart:
            by_id.setdefault(one, set()).add(other)
            by_id.setdefault(other, set()).add(one)
        rings = {
            each: groups.root(each)
            for each in groups.above
            if groups.root(each) in torn
        }
        return cls(
            tuple(pair for pair in same if pair[0] not in rings),
            {each: frozenset(others) for each, others in by_id.items()},
            rings,
        )

    @property
    def ids(self) -> frozenset[str]:
        """Everything that somebody said something about."""
        told = (each for pair in self.same for each in pair)
        return frozenset((*told, *self.apart, *self.rings))

    def forbid(self, one: str, others: Set[str]) -> bool:
        """Tell whether one may not be together with some of the others."""
        if not self.apart.get(one, frozenset()).isdisjoint(others):
            return True
        ring = self.rings.get(one)
        return ring is not None and any(
            each != one and self.rings.get(each) == ring for each in others
        )


def standing(judgements: Iterable[Judgement], kind: PairKind) -> dict[Pair, Verdict]:
    """Give the last verdict on every pair of a kind.

    Args:
        judgements: Oldest first, as the register gives them.
        kind: The others are passed over.
    """
    return {each.pair: each.verdict for each in judgements if each.kind is kind}
