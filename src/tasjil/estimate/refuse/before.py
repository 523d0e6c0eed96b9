"""What a table lacks before any method is asked."""

from tasjil.estimate.refuse.limits import Limits
from tasjil.estimate.refuse.reason import Reason
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import WhyRefused


def before(
    table: CaptureTable, limits: Limits | None = None, most_lists: int | None = None
) -> Reason | None:
    """Say what keeps a table from being estimated by any method, if anything does.

    Args:
        table: Who is on which lists.
        limits: From where on it is refused.
        most_lists: How many lists the method takes; None for any number.

    Example:
        >>> table = CaptureTable.of(("a", "b"), [(1, 0), (0, 1), (1, 1)], [3, 2, 1])
        >>> before(table).why.value
        'too few lists'
    """
    by = limits or Limits()
    return (
        nobody(table)
        or too_few_lists(table, by)
        or a_list_apart(table, by)
        or too_many_lists(table, most_lists)
    )


def nobody(table: CaptureTable) -> Reason | None:
    """Refuse a table without people."""
    return None if table.n else Reason(WhyRefused.NOBODY, "nobody")


def too_few_lists(table: CaptureTable, limits: Limits) -> Reason | None:
    """Refuse fewer lists than can show that lists depend on each other."""
    filled = int((table.sizes > 0).sum())
    if filled >= limits.lists:
        return None
    if limits.lists == Limits().lists:
        return Reason(WhyRefused.TOO_FEW_LISTS, "too_few_lists", {"n": filled})
    values = {"n": filled, "least": limits.lists}
    return Reason(WhyRefused.TOO_FEW_LISTS, "fewer_than_asked", values)


def a_list_apart(table: CaptureTable, limits: Limits) -> Reason | None:
    """Refuse a list that shares nobody with any other.

    One of very few people is let be: so few share nobody by chance.
    """
    empty = tuple(name for name in table.apart() if not table.size(name))
    if empty:
        return Reason(WhyRefused.APART, "empty_list", {"n": len(empty), "lists": empty})
    found = tuple(
        name
        for name in table.apart()
        if table.size(name) >= limits.apart_people
        or table.size(name) >= limits.apart_share * table.n
    )
    if not found:
        return None
    return Reason(WhyRefused.APART, "a_list_apart", {"n": len(found), "lists": found})


def too_many_lists(table: CaptureTable, most: int | None) -> Reason | None:
    """Refuse more lists than a method takes."""
    if most is None or len(table.lists) <= most:
        return None
    values = {"n": len(table.lists), "most": most}
    return Reason(WhyRefused.NOT_FOR_THIS, "too_many_lists", values)
