"""How comparisons of brothers and sisters come out, before lists teach it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.compare.comparing import BROTHERS, ONE_LETTER_OFF
from tasjil.link.compare.levels import Comparison

Floats = NDArray[np.float64]

SHARED = frozenset(
    ("father", "grandfather", "family", "mother", "died", "place", "home", "cause")
)
"""What members of one house who were killed together have in common."""

OTHER_NAMES = 0.97
"""Two of one house who have different given names."""

A_NUMBER_NEAR = 0.2
"""Numbers of one house that were given one after the other."""


def kin_table(each: Comparison, m: Floats, u: Floats) -> Floats:
    """Give how often each level comes out of two who are kin, from "differs" upward.

    Args:
        each: The comparison.
        m: The same of one person.
        u: The same of strangers.
    """
    if each.name in SHARED:
        shared: Floats = m / m.sum()
        return shared
    table: Floats = u / u.sum()
    labels = [level.label for level in each.levels][::-1]
    if BROTHERS in labels:
        alike = labels.index(ONE_LETTER_OFF)
        by_chance = table[alike]
        table *= 1 - OTHER_NAMES
        # Two names can be one letter apart; in one house as often as anywhere.
        table[alike] = by_chance
        table[labels.index(BROTHERS)] += 0.7 * OTHER_NAMES
        table[0] += 0.3 * OTHER_NAMES
    if each.is_number:
        table[1] += A_NUMBER_NEAR
    table /= table.sum()
    return table


@dataclass(slots=True, eq=False)
class KinTables:
    """What is learned of kin: by comparison, from "differs" upward.

    Attributes:
        one: How often each level comes out of one person.
        kin: The same of kin.
        silent: Levels that say nothing here, because another comparison weighs them.
        number: Comparisons of numbers: weighed apart.
        named: Comparisons of given names: kin have their own, which is not learned.
        shares: Of all pairs of a group, those of one person, (groups,); the last group
            is of pairs across lists.
        kin_shares: The same of kin.
    """

    one: list[Floats]
    kin: list[Floats]
    silent: list[NDArray[np.bool_]]
    number: list[bool]
    named: list[bool]
    shares: Floats
    kin_shares: Floats

    def of(self, group: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Give both shares for pairs; a list that came later is as pairs across."""
        known = np.minimum(group, len(self.shares) - 1)
        return self.shares[known], self.kin_shares[known]

    def more(self, levels: NDArray[np.int8], *, numbers: bool) -> Floats:
        """Give the bits by which kin are likelier than one person to come out so."""
        bits = np.zeros(len(levels))
        for n, (table, begun) in enumerate(zip(self.kin, self.one, strict=True)):
            if self.number[n] is numbers:
                told = np.where(self.silent[n], 0.0, np.log2(table / begun))
                # The last place is that of the untold, -1.
                bits += np.append(told, 0.0)[levels[:, n]]
        return bits
