"""Whether two sides are the same kind of number: verified, documented, estimated."""

from tasjil.count.reconcile.differences.reason import Reason
from tasjil.count.reconcile.differences.sentences import BASES, OF_OTHERS, Says
from tasjil.count.reconcile.differences.side import Side
from tasjil.model.reconciliation import DifferenceKind
from tasjil.model.tally import Basis

FIRMNESS = (Basis.VERIFIED, Basis.DOCUMENTED, Basis.REPORTED, Basis.ESTIMATED)
"""From the basis that leaves most people out to the one that leaves fewest out."""


def by_basis(a: Side, b: Side) -> Reason | None:
    """Compare what kind of number each is; the firmer is expected to be the lower.

    One teller's count that goes on is one kind of number, whether a newspaper writes
    that it was documented or only that it was said.
    """
    mine, theirs = a.basis, b.basis
    if a.of_others != b.of_others:
        return _of_others(a, b)
    by_words = {mine, theirs} == {Basis.DOCUMENTED, Basis.REPORTED}
    if mine is theirs or (by_words and a.teller == b.teller):
        return None
    values = (a.number, a.name, BASES[mine], b.number, b.name, BASES[theirs])
    text = Says.BASIS.say(*values)
    sign = 1 if FIRMNESS.index(theirs) > FIRMNESS.index(mine) else -1
    return Reason(DifferenceKind.BASIS, text, sign, claims=(*a.claims, *b.claims))


def _of_others(a: Side, b: Side) -> Reason:
    """One of them is a figure that its teller took from others."""
    words = [OF_OTHERS if side.of_others else BASES[side.basis] for side in (a, b)]
    text = Says.BASIS.say(a.number, a.name, words[0], b.number, b.name, words[1])
    return Reason(DifferenceKind.BASIS, text, claims=(*a.claims, *b.claims))
