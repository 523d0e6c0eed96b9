"""People on two lists whom no comparison could find: given back to the draws."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.link.pairs import Pairs
from tasjil.link.persons.overlaps import patterns
from tasjil.link.persons.telling import lacking, silent
from tasjil.model.particulars import Particulars

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


USUAL_SLOPE = 0.02
"""How much less often, at a guess, a record is found for each thing it lacks."""


FAINT = 0.3
"""Pairs less likely than this are seen so dimly that others like them are not seen."""

AS_MANY = 0.25
"""Pairs of one person that are not seen for each that is seen dimly."""

GIVE_OR_TAKE = (1.0, 1.0)
"""How unsure that is, for all lists and for each: standard deviations of logarithms."""

AT_MOST = 3.0
"""Nothing shows who was lost but what records lack, and that may not matter: each
draw gives back from none to three times what that says, one as likely as another."""


@dataclass(frozen=True, slots=True, eq=False)
class Unseen:
    """How well records can be found among the others.

    Attributes:
        silent: Records that name nobody and give no number, (n,) bool.
        lacking: How many things a record does not tell that its list tells of most,
            (n,).
        lost: The share of records that tell everything, are on another list too, and
            were not found there. How large it is in truth is drawn around this: it
            may be next to none, and it may be three times as much. 0 holds that
            nobody was lost.
        faint: For each list, the share of its finds that are dim; as many again, about,
            were lost. Drawing fills it in.
    """

    silent: NDArray[np.bool_]
    lacking: NDArray[np.int8]
    lost: float = 0.003
    faint: Floats = field(default_factory=lambda: np.zeros(0))

    def __post_init__(self) -> None:
        """Refuse a share that is none."""
        if not 0.0 <= self.lost < 0.5:
            raise BadValue(
                f"expected a share of records not found from 0 to 0.5, got {self.lost}"
            )

    @classmethod
    def of(cls, records: Sequence[Particulars], lost: float = 0.003) -> "Unseen":
        """Read from records how well they can be found.

        Example:
            >>> told = [Particulars("a:1", "a"), Particulars("a:2", "a", "Daren Vell")]
            >>> Unseen.of(told).silent.tolist()
            [True, False]
        """
        return cls(silent(records), lacking(records), lost)


def faint(pairs: Pairs, lists: Ints) -> Floats:
    """Give the share of each list's expected finds that are dim, (lists,).

    Where many pairs of one person can be seen but dimly, many more are below what is
    seen at all: the lists say little, or with many faults.
    """
    across = lists[pairs.left] != lists[pairs.right]
    chance = np.where(across, pairs.probability, 0.0)
    dim = np.where(chance < FAINT, chance, 0.0)
    many = int(lists.max(initial=-1)) + 1
    every, few = np.zeros((2, many))
    for end in (pairs.left, pairs.right):
        every += np.bincount(lists[end], chance, minlength=many)
        few += np.bincount(lists[end], dim, minlength=many)
    return np.asarray(few / np.maximum(every, 1.0))


def give_back(labels: Ints, lists: Ints, unseen: Unseen, chance: Generator) -> Ints:
    """Join records that stand alone to persons of whom they may tell unseen.

    Records that tell little are found on other lists less often. Nothing says that
    those of whom a list tells little are on fewer lists; so as many of them are joined
    to somebody as makes them as often found as the records that tell everything, and a
    few more of all. On which lists, is taken from the records that were found.

    Args:
        labels: The person of each record in one draw, from 0, (n,).
        lists: The list of each record, (n,).
        unseen: Who could not be found.
        chance: Of the draw.

    Returns:
        Labels, not numbered in any order, (n,).
    """
    on = patterns(labels, lists)
    own = np.int64(1) << lists.astype(np.int64)
    elsewhere = on[labels] & ~own
    likely = _missed(elsewhere != 0, lists, unseen, chance)
    likely = np.minimum(AT_MOST * chance.random() * likely, 1.0)
    alone = np.bincount(labels, minlength=len(on))[labels] == 1
    found = np.flatnonzero(alone & (chance.random(len(labels)) < likely))
    shelf = _Shelf(on, chance)
    joined = labels.copy()
    share = np.bincount(lists, likely) / np.maximum(np.bincount(lists), 1)
    for each in np.argsort(-share, kind="stable").tolist():
        donors = np.flatnonzero((lists == each) & ~unseen.silent & (elsewhere != 0))
        # Some tell too little to be found anywhere; the others are missed pair by
        # pair, and so less if they are on more lists. Half and half, for want of word.
        odds = 0.5 + 0.5 / np.bitwise_count(elsewhere[donors])
        odds /= odds.sum()
        todo = chance.permutation(found[lists[found] == each])
        # Those to whom a record of another list was joined are found by now.
        todo = todo[shelf.taken.get(1 << each, 0) :]
        for record in todo.tolist():
            if not len(donors):
                break
            pattern = int(elsewhere[chance.choice(donors, p=odds)])
            person = shelf.take(pattern, int(labels[record]))
            if person is not None:
                joined[record] = person
    return joined


def _missed(
    linked: NDArray[np.bool_], lists: Ints, unseen: Unseen, chance: Generator
) -> Floats:
    """Tell how likely each record, if it stands alone, is one that was missed, (n,)."""
    told = ~unseen.silent
    gone = _lost(unseen, int(lists.max(initial=-1)) + 1, chance)
    found, likely = np.zeros(len(lists)), np.zeros(len(lists))
    for each in np.unique(lists).tolist():
        here = lists == each
        speaking, quiet = here & told, here & ~told
        if not speaking.any():
            continue
        slope = _slope(linked[speaking], unseen.lacking[speaking], chance)
        full = linked[speaking].mean() + slope * unseen.lacking[speaking].mean()
        found[speaking] = full - slope * unseen.lacking[speaking]
        found[quiet] = linked[quiet].mean() if quiet.any() else 0.0
        should = min(full / (1.0 - gone[each]), 0.99)
        alone = np.maximum(1.0 - found[here], 0.01)
        likely[here] = np.clip((should - found[here]) / alone, 0.0, 1.0)
    return likely


def _lost(unseen: Unseen, many: int, chance: Generator) -> Floats:
    """Draw the share of records of each list that were lost, (lists,)."""
    if not unseen.lost:
        return np.zeros(many)
    lost = np.full(many, chance.beta(0.5, 0.5 / unseen.lost - 0.5))
    if len(unseen.faint):
        for_all, for_each = GIVE_OR_TAKE
        off = for_all * chance.normal() + for_each * chance.normal(size=many)
        lost += AS_MANY * unseen.faint * np.exp(off)
    return np.asarray(np.minimum(lost, 0.2))


def _slope(
    linked: NDArray[np.bool_], lacks: NDArray[np.int8], chance: Generator
) -> float:
    """Draw how much less often records of a list are found for each thing they lack.

    The slope of least squares, held to be about USUAL_SLOPE or none where there is
    little to see, as unsure as it is, and never below none.
    """
    x, y = lacks - lacks.mean(), linked - linked.mean()
    spread = float(x @ x)
    if spread < 1.0:
        return 0.0
    slope = float(x @ y) / spread
    rest = float(((y - slope * x) ** 2).sum()) / max(len(y) - 2, 1)
    trust = USUAL_SLOPE**2 / (USUAL_SLOPE**2 + rest / spread)
    unsure = float(np.sqrt(trust * rest / spread)) * float(chance.normal())
    return max(0.0, -trust * slope + unsure)


class _Shelf:
    """Persons by the lists they are on, each taken once."""

    __slots__ = ("chance", "gone", "on", "shelves", "taken")

    def __init__(self, on: NDArray[np.int64], chance: Generator) -> None:
        self.on, self.chance = on, chance
        self.shelves: dict[int, list[int]] = {}
        self.gone: set[int] = set()
        self.taken: dict[int, int] = {}

    def take(self, pattern: int, own: int) -> int | None:
        """Take somebody on exactly these lists; nobody for who was taken before."""
        if own in self.gone:
            return None
        if pattern not in self.shelves:
            there = np.flatnonzero(self.on == pattern)
            self.shelves[pattern] = self.chance.permutation(there).tolist()
        shelf = self.shelves[pattern]
        while shelf:
            person = shelf.pop()
            if person != own and person not in self.gone:
                self.gone |= {person, own}
                self.taken[pattern] = self.taken.get(pattern, 0) + 1
                return person
        return None
