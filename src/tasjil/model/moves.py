"""Which standing may follow which, and what a move takes."""

from tasjil.errors import NotAllowed
from tasjil.model.assessment import Standing

_S = Standing
MOVES: dict[Standing | None, frozenset[Standing]] = {
    None: frozenset(Standing),
    _S.PENDING: frozenset(Standing),
    _S.NOT_ESTABLISHED: frozenset(Standing),
    _S.CONTESTED: frozenset(Standing),
    _S.ESTABLISHED: frozenset(Standing) - {_S.NOT_ESTABLISHED},
    _S.REFUTED: frozenset(Standing) - {_S.NOT_ESTABLISHED, _S.ESTABLISHED},
}
"""What a new assessment of an element may say, by what the one before it said.

None stands before the first. The same standing again is a move too: with other
evidence, another number or another standard. What met the standard, for or against, is
never let fall to "falls short" in one step, and what was refuted is never established
in one: first it is pending or contested, so that everybody sees that it is looked at
anew. Every move takes a reason. The moves to `NEEDS_SECOND` take a signature as well.
"""

NEEDS_SECOND = frozenset({Standing.ESTABLISHED, Standing.REFUTED})
"""What counts only once another person has signed.

Taking something out of the verified figures takes one person; putting it in takes two.
"""


def check_move(before: Standing | None, after: Standing) -> None:
    """Refuse a standing that may not follow the one before.

    Raises:
        NotAllowed: Says which may.

    Example:
        >>> check_move(None, Standing.ESTABLISHED)
        >>> Standing.ESTABLISHED in MOVES[Standing.REFUTED]
        False
    """
    allowed = MOVES[before]
    if after in allowed:
        return
    *some, last = [str(each) for each in Standing if each in allowed]
    raise NotAllowed(
        f"expected {', '.join(some)} or {last} after '{before}', found '{after}'; "
        "look at it anew first, as pending or contested"
    )
