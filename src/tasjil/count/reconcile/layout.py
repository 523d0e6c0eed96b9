"""Cells laid out in a row for the linear programme, no more of them than it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tasjil.count.reconcile.grid import Box
from tasjil.count.reconcile.programme import Cells

Signature = tuple[int, int, int]
"""Whether an atom is in the scope, the floors it lies in, and the ceilings."""


class Sense(IntEnum):
    """What the programme asks: the fewest in the scope, the most, or whether at all."""

    FEWEST = 1
    MOST = -1
    ANY = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Numbered cells.

    Attributes:
        atoms: The atoms that are kept, of each kind.
        counted: Whether each cell is in the case's scope, shape (cells,).
    """

    atoms: tuple[tuple[int, ...], ...]
    counted: NDArray[np.bool_]

    def cells(self, box: Box) -> Cells:
        """Give the numbers of the cells of a box, in order."""
        found = np.zeros(1, dtype=np.int64)
        for kept, members in zip(self.atoms, box, strict=True):
            inside = [nth for nth, atom in enumerate(kept) if members >> atom & 1]
            each = np.array(inside, dtype=np.int64)
            found = (found[:, None] * len(kept) + each[None, :]).ravel()
        return found


def lay_out(
    sizes: Sequence[int],
    scope: Box,
    floors: Sequence[Box],
    ceilings: Sequence[Box],
    sense: Sense,
) -> Layout:
    """Keep one of the atoms that no bound tells apart, and none that another beats.

    An atom beats another where people moved from the other into it break no bound and
    make the answer no worse: it lies in every floor the other lies in, in no ceiling
    the other does not, and in the scope no more (for the fewest) or no less (for the
    most). So the answer stays the same with far fewer cells.
    """
    atoms = tuple(
        tuple(
            _kept(
                size,
                [scope[side]],
                list(dict.fromkeys(box[side] for box in floors)),
                list(dict.fromkeys(box[side] for box in ceilings)),
                sense,
            )
        )
        for side, size in enumerate(sizes)
    )
    counted = np.ones(1, dtype=np.bool_)
    for kept, members in zip(atoms, scope, strict=True):
        inside = np.array([bool(members >> atom & 1) for atom in kept])
        counted = (counted[:, None] & inside[None, :]).ravel()
    return Layout(atoms, counted)


def _kept(
    size: int,
    scope: Sequence[int],
    floors: Sequence[int],
    ceilings: Sequence[int],
    sense: Sense,
) -> list[int]:
    first: dict[Signature, int] = {}
    for atom in range(size):
        counted = _signature(atom, scope) if sense is not Sense.ANY else 0
        signature = counted, _signature(atom, floors), _signature(atom, ceilings)
        first.setdefault(signature, atom)
    return sorted(
        atom
        for mine, atom in first.items()
        if not any(_beats(theirs, mine, sense) for theirs in first if theirs != mine)
    )


def _signature(atom: int, sets: Sequence[int]) -> int:
    return sum(1 << nth for nth, members in enumerate(sets) if members >> atom & 1)


def _beats(one: Signature, other: Signature, sense: Sense) -> bool:
    gain = (other[0] - one[0]) * sense
    return gain >= 0 and not (other[1] & ~one[1]) and not (one[2] & ~other[2])
