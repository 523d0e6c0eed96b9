"""How the id of a figure stands in an address: without the words somebody told.

A row by first teller, by place or by perpetrator is named after their words, and those
may be a person's name. A browser keeps addresses, so a digest stands in their place.
"""

from collections.abc import Iterable
from hashlib import sha256

from tasjil.model.ids import FigureId

OF_A_LIST = frozenset(
    {"status", "sex", "age", "cause", "attribution", "sdg", "day", "week", "month"}
)
"""What divides by values of the model or by days: such rows are named after these."""

OF_IDS = frozenset({"incident", "claim"})
"""How ids begin that hold an id, and no words."""

MARK = "~"
LENGTH = 20


def shown_id(id: FigureId) -> str:
    """Write an id for an address.

    Example:
        >>> shown_id(FigureId("killed/day/2031-05-02"))
        'killed/day/2031-05-02'
        >>> shown_id(FigureId("killed/source/a-nurse"))
        'killed/source/~953ac78bafa32929be37'
    """
    head, slash, last = id.rpartition("/")
    if not slash or head in OF_IDS or head.partition("/")[2] in OF_A_LIST:
        return id
    return f"{head}/{MARK}{_digest(last)}"


def beginning(shown: str) -> str | None:
    """Give how the ids begin that an address may stand for; None for a plain id.

    Example:
        >>> beginning("killed/source/~953ac78bafa32929be37"), beginning("killed")
        ('killed/source/', None)
    """
    head, slash, last = shown.rpartition("/")
    return head + slash if slash and last.startswith(MARK) else None


def meant(shown: str, ids: Iterable[FigureId]) -> FigureId | None:
    """Give the id that an address stands for; None where it is not among these."""
    return next((id for id in ids if shown_id(id) == shown), None)


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:LENGTH]
