"""Which records tell of somebody whom the case counts: by day, place and status."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tasjil.count.placebook import PlaceBook
from tasjil.count.scope import Inside, in_area, in_period
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.ids import RecordId
from tasjil.model.particulars import Particulars
from tasjil.model.persons import Status
from tasjil.model.scope import Scope

DEADLY = frozenset({Act.KILLED, Act.BODIES_FOUND})
PARTS = ("period", "area", "status")
"""What can put somebody out of the scope, in the order in which it is told."""

UNTOLD, OUT, IN = -1, 0, 1
Told = NDArray[np.int8]


def told_of_scope(
    records: Sequence[Particulars], scope: Scope, book: PlaceBook
) -> Told:
    """Say of each record whether it is out of each part of the scope, (records, 3).

    -1 where the record does not tell, 0 where it is outside, 1 where it may be inside.
    """
    return np.array(
        [
            (_period(each, scope), _area(each, scope, book), _status(each, scope))
            for each in records
        ],
        np.int8,
    ).reshape(-1, len(PARTS))


def outside(told: Told, labels: NDArray[np.int32], persons: int) -> NDArray[np.bool_]:
    """Say which persons are outside each part of the scope, (persons, 3).

    Somebody is, where a record says so and none says otherwise: whom nobody places
    stays in.
    """
    out = np.zeros((persons, told.shape[1]), np.bool_)
    inside = np.zeros_like(out)
    for part in range(told.shape[1]):
        out[labels[told[:, part] == OUT], part] = True
        inside[labels[told[:, part] == IN], part] = True
    return out & ~inside


def told_dead(
    records: Iterable[Particulars], claims: Mapping[RecordId, Claim]
) -> NDArray[np.bool_]:
    """Say which records stand on a list of the dead, (records,).

    Rows of lists do: lists do not say what became of people. Names in reports do where
    their claim is of a killing, or of bodies found.
    """
    return np.array(
        [
            each.record not in claims or claims[each.record].act in DEADLY
            for each in records
        ],
        np.bool_,
    )


def _period(told: Particulars, scope: Scope) -> int:
    if told.died is None or scope.edtf is None:
        return UNTOLD
    return OUT if in_period(told.died, scope) is Inside.NO else IN


def _area(told: Particulars, scope: Scope, book: PlaceBook) -> int:
    if not scope.where or not told.where:
        return UNTOLD
    each = [in_area(at.place, at.within, scope, book) for at in told.where]
    known = [
        found
        for at, found in zip(told.where, each, strict=True)
        if at.place is not None or at.within
    ]
    if not known:
        return UNTOLD
    return OUT if max(known) is Inside.NO else IN


def _status(told: Particulars, scope: Scope) -> int:
    if told.status is Status.UNKNOWN:
        return UNTOLD
    return IN if told.status in scope.statuses else OUT
