"""People on two lists whom no comparison could find: given back to the draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.link.persons.overlaps import patterns
from tasjil.model.particulars import Particulars

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Unseen:
    """Which records could not be found among the others, and how many more were not.

    Attributes:
        silent: Records that tell too little to be found: they name nobody, (n,) bool.
        lost: The share of the other records that are on another list too, but were
            not found there. How large it is in truth is drawn around this: it may be
            none, and it may be a few times as much.
    """

    silent: NDArray[np.bool_]
    lost: float = 0.005

    def __post_init__(self) -> None:
        """Refuse a share that is none."""
        if not 0.0 <= self.lost < 0.5:
            raise BadValue(
                f"expected a share of records not found from 0 to 0.5, got {self.lost}"
            )


def silent(records: Sequence[Particulars]) -> NDArray[np.bool_]:
    """Tell which records name nobody and give no number of an office, (n,).

    Example:
        >>> silent([Particulars("a:1", "a"), Particulars("a:2", "a", "Daren Vell")])
        array([ True, False])
    """
    told = (each.name.strip() or each.other_names or each.ids for each in records)
    return np.array([not each for each in told], bool)


def give_back(labels: Ints, lists: Ints, unseen: Unseen, chance: Generator) -> Ints:
    """Join records that stand alone to persons whom they may tell of unseen.

    How often a silent record is of somebody on other lists too, and on which, is taken
    from the records of its list that name somebody: nothing says that those whom a
    list does not name are on fewer lists. The same goes for the share that was lost.

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
    alone = np.bincount(labels, minlength=len(on))[labels] == 1
    elsewhere = on[labels] & ~own
    share = _share(unseen.lost, chance)
    shelf = _Shelf(on, chance)
    joined = labels.copy()
    for each in np.unique(lists).tolist():
        speaking = np.flatnonzero((lists == each) & ~unseen.silent)
        donors = speaking[elsewhere[speaking] != 0]
        if not len(donors):
            continue
        quiet = np.flatnonzero((lists == each) & unseen.silent & alone)
        rate = min(1.0, len(donors) / len(speaking) / (1 - share))
        found = quiet[chance.random(len(quiet)) < rate]
        single = speaking[alone[speaking]]
        missed = min(len(single), chance.poisson(share / (1 - share) * len(donors)))
        chosen = chance.choice(single, missed, replace=False)
        for record in (*found.tolist(), *chosen.tolist()):
            pattern = int(elsewhere[donors[chance.integers(len(donors))]])
            person = shelf.take(pattern, int(joined[record]))
            if person is not None:
                joined[record] = person
    return joined


def _share(mean: float, chance: Generator) -> float:
    return float(chance.beta(2.0, 2.0 / mean - 2.0)) if mean > 0 else 0.0


class _Shelf:
    """Persons by the lists they are on, each taken once."""

    __slots__ = ("chance", "gone", "on", "shelves")

    def __init__(self, on: NDArray[np.int64], chance: Generator) -> None:
        self.on, self.chance = on, chance
        self.shelves: dict[int, list[int]] = {}
        self.gone: set[int] = set()

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
                return person
        return None
