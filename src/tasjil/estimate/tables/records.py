"""Makes capture tables of people whose lists are known, and of linked records."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.tables.table import CaptureTable


def from_records(memberships: NDArray[np.bool_], names: Sequence[str]) -> CaptureTable:
    """Count people by the lists they are on.

    Args:
        memberships: Who is on which list, (people, J), False and True or 0 and 1.
        names: The lists, (J,).

    Raises:
        BadValue: Somebody is on no list, or the forms do not fit together.

    Example:
        >>> from_records(np.array([[1, 0], [1, 1], [1, 0]]), ("a", "b")).counts
        array([2, 1])
    """
    rows = np.asarray(memberships)
    return CaptureTable.of(names, rows, np.ones(len(rows), np.int64).tolist())


def from_persons(
    labels: NDArray[np.int64], list_of: NDArray[np.int64], names: Sequence[str]
) -> CaptureTable:
    """Count linked persons by the lists their records are on.

    Args:
        labels: The person of each record, any whole numbers, (n,).
        list_of: The list of each record, a place in `names`, (n,).
        names: The lists, (J,). One that has no record stays, with nobody on it.

    Raises:
        BadValue: There is not one list for each label, or it is not in `names`.

    Example:
        >>> table = from_persons(np.array([7, 7, 9]), np.array([0, 1, 0]), ("a", "b"))
        >>> table.n, table.together("a", "b")
        (2, 1)
    """
    who, where = np.asarray(labels), np.asarray(list_of)
    if who.ndim != 1 or who.shape != where.shape:
        raise BadValue(
            f"expected a list for each record, got {who.shape} and {where.shape}"
        )
    if len(where) and not (where.min() >= 0 and where.max() < len(names)):
        raise BadValue(f"expected lists from 0 to {len(names) - 1}, got others")
    persons, row = np.unique(who, return_inverse=True)
    on = np.zeros((len(persons), len(names)), np.bool_)
    on[row, where] = True
    return from_records(on, names)
