"""All reasons why two sides need not be the same number."""

from tasjil.count.reconcile.differences.by_area import by_area
from tasjil.count.reconcile.differences.by_basis import by_basis
from tasjil.count.reconcile.differences.by_doer import by_doer
from tasjil.count.reconcile.differences.by_time import by_time
from tasjil.count.reconcile.differences.by_who import by_who
from tasjil.count.reconcile.differences.reason import Reason
from tasjil.count.reconcile.differences.side import Side
from tasjil.count.reconcile.ground import Ground
from tasjil.model.reconciliation import DifferenceKind

IN_PARTS = (DifferenceKind.STATUS, DifferenceKind.AREA, DifferenceKind.PERPETRATOR)
"""What a statement can tell the parts of its own number by."""


def scope_reasons(a: Side, b: Side, ground: Ground) -> list[Reason]:
    """Compare whom, where and by whom: what a part can differ in from its whole."""
    found = (by_who(a, b), by_area(a, b, ground), by_doer(a, b))
    return [each for each in found if each is not None]


def reasons(a: Side, b: Side, ground: Ground) -> list[Reason]:
    """Give everything the two sides do not share, the weak included."""
    basis = by_basis(a, b)
    scope = scope_reasons(a, b, ground)
    return [
        *scope,
        *by_time(a, b, same_scope=all(each.weak for each in scope)),
        *(() if basis is None else (basis,)),
    ]
