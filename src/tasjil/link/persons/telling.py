"""How much each record tells: whether it can be found on other lists at all."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tasjil.model.particulars import Particulars

USUAL = 0.5
"""The share of a list's records up to which not telling a thing is usual there."""


def silent(records: Sequence[Particulars]) -> NDArray[np.bool_]:
    """Tell which records name nobody and give no number of an office, (n,).

    Example:
        >>> silent([Particulars("a:1", "a"), Particulars("a:2", "a", "Daren Vell")])
        array([ True, False])
    """
    told = (each.name.strip() or each.other_names or each.ids for each in records)
    return np.array([not each for each in told], bool)


def lacking(records: Sequence[Particulars]) -> NDArray[np.int8]:
    """Count what each record does not tell of what its list mostly tells, (n,).

    Age or birth, day of death, place, home, as many words of a name as usual there.

    Example:
        >>> told = [Particulars(f"a:{n}", "a", "Ila Vell", died="2025") for n in "123"]
        >>> lacking([*told, Particulars("a:4", "a", "Ila")]).tolist()
        [0, 0, 0, 2]
    """
    if not records:
        return np.empty(0, np.int8)
    tells = np.array([_tells(each) for each in records], np.int16)
    on = np.array([each.list for each in records])
    lacks = np.zeros(len(records), np.int8)
    for each in np.unique(on):
        here = on == each
        usual = np.quantile(tells[here], USUAL, axis=0, method="lower")
        lacks[here] = (tells[here] < usual).sum(axis=1)
    return lacks


def _tells(told: Particulars) -> tuple[int, ...]:
    return (
        told.age is not None or told.born is not None,
        told.died is not None,
        len(told.where),
        len(told.home),
        len(told.name.split()),
    )
