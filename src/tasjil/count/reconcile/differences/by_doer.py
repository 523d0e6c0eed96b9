"""Whether two sides count the victims of the same party."""

from tasjil.count.reconcile.differences.reason import Reason
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import Side
from tasjil.model.reconciliation import DifferenceKind

SHORT = 3
"""Letters up to which a word says nothing of who is meant."""


def by_doer(a: Side, b: Side) -> Reason | None:
    """Compare alleged perpetrators by the words for them.

    Words that share one, or that stand in two scripts, may mean the same party. Who
    counts the victims of one party in the sentence that has the number counts fewer
    than who names none; a party that is blamed in passing changes nobody's count.
    """
    mine, theirs = a.party, b.party
    if mine == theirs:
        return None
    claims = (*a.claims, *b.claims)
    kind = DifferenceKind.PERPETRATOR
    if mine is None or theirs is None:
        named, silent = (b, a) if mine is None else (a, b)
        values = (named.number, named.name, named.doer, silent.number, silent.name)
        text = Says.ONE_DOER.say(*values)
        sign = -1 if mine is None else 1
        return Reason(kind, text, sign, not named.of_one_party, claims)
    if _may_be_one(mine, theirs):
        return None
    text = Says.DOERS.say(a.number, a.name, a.doer, b.number, b.name, b.doer)
    return Reason(kind, text, claims=claims)


def _may_be_one(mine: str, theirs: str) -> bool:
    """Tell whether two names of parties share a word or cannot be compared."""
    scripts = [mine.isascii(), theirs.isascii()]
    return scripts[0] != scripts[1] or share_a_word(mine, theirs)


def share_a_word(mine: str, theirs: str) -> bool:
    """Tell whether two names of parties share a word that says who is meant.

    Example:
        >>> share_a_word("northern front", "fighters of northern front")
        True
    """
    words = [{w for w in each.split() if len(w) > SHORT} for each in (mine, theirs)]
    return mine == theirs or bool(words[0] & words[1])
