"""Which incidents may be one: told by different reports, where and when both fit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from tasjil.count.algebra.runs import Bools, Ints, spread, stands_in
from tasjil.count.distinct.candidate import FIRST_DAY, LAST_DAY, Candidate
from tasjil.count.distinct.choosing import Edges
from tasjil.count.distinct.crowd import Told, told_by_others
from tasjil.model.edtf import Edtf
from tasjil.model.edtf_days import Span, shared

Keep = Callable[[Ints, Ints], Bools]
"""Tells of pairs, given by their two ends, whether to keep them."""

SPAN = LAST_DAY + 1
LENGTHS = 32
"""More than the powers of two that a span of days can have."""

AT_ONCE = 4_000_000
"""Pairs looked at in one go, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Incidents under labels, by how long they last and when they begin.

    A span of up to 2^k days that meets a day begins at most 2^k - 1 days before it, so
    those that meet a span stand side by side, with few others among them.
    """

    keys: Ints
    members: Ints
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, labels: Ints, members: Ints, first: Ints, last: Ints) -> "Filed":
        """File members; one stands under each of its labels."""
        days = last[members] - first[members] + 1
        length = np.ceil(np.log2(days)).astype(np.int64)
        keys = (labels * LENGTHS + length) * SPAN + first[members]
        order = np.argsort(keys, kind="stable")
        found = tuple(np.unique(length).tolist())
        return cls(keys[order], members[order], found)

    def near(self, labels: Ints, first: Ints, last: Ints) -> list[tuple[Ints, Ints]]:
        """Give, for each length of span, the stretch of members that each asks for."""
        found = []
        for length in self.lengths:
            base = (labels * LENGTHS + length) * SPAN
            begin = np.maximum(first - (1 << length) + 1, 0)
            low = np.searchsorted(self.keys, base + begin, "left")
            high = np.searchsorted(self.keys, base + last, "right")
            found.append((low, np.maximum(high - low, 0)))
        return found


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Incidents of one act with the labels they are found by, written as numbers.

    Attributes:
        holds: Members and labels of what each holds, side by side.
        inside: Members and labels of what each lies inside.
        gaps: The stretches of days of times that have gaps, by member.
        vague: Those left to the ceiling, because too many others may be one of them.
        alone: Those whose own report tells of all that stand near, at whatever time.
    """

    first: Ints
    last: Ints
    holds: tuple[Ints, Ints]
    inside: tuple[Ints, Ints]
    held: Filed
    lying: Filed
    gaps: dict[int, tuple[Span, ...]]
    vague: Bools
    alone: Bools

    @classmethod
    def of(
        cls, candidates: Sequence[Candidate], told: Told, kinds: Ints | None = None
    ) -> Self:
        """Write the candidates as numbers.

        Args:
            candidates: Incidents.
            told: The reports that tell of them.
            kinds: A number for what each is; only those of one kind may be one.
        """
        labels: dict[tuple[int, str], int] = {}
        kind = [0] * len(candidates) if kinds is None else kinds.tolist()
        first = np.array([each.first for each in candidates], np.int64)
        last = np.array([each.last for each in candidates], np.int64)
        holds = _labelled((each.holds for each in candidates), kind, labels)
        inside = _labelled((each.inside for each in candidates), kind, labels)
        lying = Filed.of(inside[1], inside[0], first, last)
        asked = lying.near(holds[1], first[holds[0]], last[holds[0]])
        counts = np.zeros(len(candidates), np.int64)
        for _, lengths in asked:
            np.add.at(counts, holds[0], lengths)
        vague, alone = told_by_others(counts, holds, inside, told)
        always = (first == FIRST_DAY) & (last == LAST_DAY)
        gaps = {
            n: Edtf.parse(each.apart).spans
            for n, each in enumerate(candidates)
            if each.apart
        }
        return cls(
            first,
            last,
            holds,
            inside,
            Filed.of(holds[1], holds[0], first, last),
            lying,
            gaps,
            vague,
            alone & always,
        )

    def pairs(self, keep: Keep, *, as_told: bool) -> Edges:
        """Give every pair that place and time allow, each once, as far as kept.

        Args:
            keep: Tells of pairs whether to keep them; asked a few million at a time.
            as_told: Whether the reports still tell of all that they told of, so that
                those that are alone need not be asked about.
        """
        members, labels = self.holds
        asked = ~self.alone[members] if as_told else np.ones(len(members), np.bool_)
        return self._asked((members[asked], labels[asked]), self.lying, keep)

    def pairs_of(self, at: int, keep: Keep) -> Edges:
        """Give the pairs of one incident alone."""
        found = []
        for asked, filed in ((self.holds, self.lying), (self.inside, self.held)):
            mine = asked[0] == at
            found.append(self._asked((asked[0][mine], asked[1][mine]), filed, keep))
        return _once(
            np.concatenate([one for one, _ in found]),
            np.concatenate([other for _, other in found]),
        )

    def _asked(
        self,
        asked: tuple[Ints, Ints],
        filed: Filed,
        keep: Keep,
    ) -> Edges:
        members, labels = asked
        some = ~self.vague[members]
        members, labels = members[some], labels[some]
        found: list[Edges] = []
        for starts, lengths in filed.near(
            labels, self.first[members], self.last[members]
        ):
            for begin, end in _portions(lengths):
                part = lengths[begin:end]
                one = np.repeat(members[begin:end], part)
                other = filed.members[spread(starts[begin:end], part)]
                fits = self._meet(one, other)
                one, other = one[fits], other[fits]
                kept = keep(one, other)
                found.append((one[kept], other[kept]))
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        return _once(
            np.concatenate([one for one, _ in found]),
            np.concatenate([other for _, other in found]),
        )

    def _meet(self, one: Ints, other: Ints) -> Bools:
        """Tell of pairs whether some day fits both, and neither is left aside."""
        fits = (self.first[one] <= self.last[other]) & (
            self.first[other] <= self.last[one]
        )
        fits &= (one != other) & ~self.vague[one] & ~self.vague[other]
        if self.gaps:
            known = np.array(sorted(self.gaps), np.int64)
            asked = fits & (stands_in(one, known) | stands_in(other, known))
            for n in np.flatnonzero(asked).tolist():
                fits[n] = self._share_a_day(int(one[n]), int(other[n]))
        return fits

    def _share_a_day(self, one: int, other: int) -> bool:
        mine, theirs = self._stretches(one), self._stretches(other)
        return any(shared(a, b) is not None for a in mine for b in theirs)

    def _stretches(self, at: int) -> tuple[Span, ...]:
        whole = ((int(self.first[at]), int(self.last[at])),)
        return self.gaps.get(at, whole)


def _labelled(
    each: Iterable[frozenset[str]], kinds: list[int], labels: dict[tuple[int, str], int]
) -> tuple[Ints, Ints]:
    members: list[int] = []
    codes: list[int] = []
    for n, names in enumerate(each):
        for name in names:
            members.append(n)
            codes.append(labels.setdefault((kinds[n], name), len(labels)))
    return np.array(members, np.int64), np.array(codes, np.int64)


def _portions(lengths: Ints) -> list[tuple[int, int]]:
    """Cut a list of stretches into portions of a bounded number of pairs."""
    if not len(lengths):
        return []
    portion = np.cumsum(lengths) // AT_ONCE
    ends = (np.flatnonzero(np.diff(portion)) + 1).tolist()
    cuts = [0, *ends, len(lengths)]
    return list(zip(cuts, cuts[1:], strict=False))


def _once(one: Ints, other: Ints) -> Edges:
    """Keep each pair once, the smaller first."""
    if not len(one):
        return one, other
    low, high = np.minimum(one, other), np.maximum(one, other)
    size = int(high.max()) + 1
    keys = np.unique(low * size + high)
    return keys // size, keys % size


def told_apart(keys: Ints, begins: Ints, size: int) -> Keep:
    """Make the test whether no one report tells of both incidents of a pair.

    Args:
        keys: For each report of each incident, incident * size + report, sorted.
        begins: Where each incident's begin; shape (incidents + 1,).
        size: More than the largest number of a report.
    """

    def apart(one: Ints, other: Ints) -> Bools:
        lengths = begins[one + 1] - begins[one]
        at = spread(begins[one], lengths)
        pair = np.repeat(np.arange(len(one)), lengths)
        shared = stands_in(other[pair] * size + keys[at] % size, keys)
        found = np.ones(len(one), np.bool_)
        found[pair[shared]] = False
        return found

    return apart
