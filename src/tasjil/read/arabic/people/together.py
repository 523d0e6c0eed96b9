"""People told together who are one figure: "a mother and her three children"."""

from collections.abc import Sequence
from dataclasses import replace

from tasjil.model.persons import Status
from tasjil.model.quantity import Quantity
from tasjil.read.arabic.people.people_phrases import People


def as_one(people: Sequence[People], *, kin_only: bool = False) -> list[People]:
    """The people as one phrase where they are told as one, else as they are.

    They are one where those behind are kin of the first ("her children"), or where no
    numeral counts any of them ("two women and a child"), and none has its own name.
    """
    first, *rest = people
    if not rest or not _is_one(first, rest, kin_only=kin_only):
        return list(people)
    low = sum(p.quantity.low or 0 for p in people)
    high = sum(p.quantity.high or 0 for p in people)
    last = rest[-1]
    number = next((p.number for p in people if p.number is not None), None)
    whole = replace(
        first,
        last=last.last,
        span=(first.number[0] if first.number else first.span[0], last.span[1]),
        quantity=Quantity(low, high, first.quantity.text),
        number=number,
        names=tuple(n for p in people for n in p.names),
        others=tuple(rest),
        beside=(*first.beside, *(n for p in rest for n in p.beside)),
    )
    return [whole]


def _is_one(first: People, rest: Sequence[People], *, kin_only: bool) -> bool:
    """True where the people are told as one figure."""
    each = (first, *rest)
    if any(p.names or p.age or p.more or p.state or p.partitive for p in rest):
        return False
    if first.age or first.state or any(not p.quantity.exact for p in each):
        return False
    if all(p.sense is not None and p.sense.after for p in rest):
        return True
    if kin_only:
        return False
    counted = any(p.number is not None and p.number != p.span for p in each)
    told = {p.sense.noun.status for p in each if p.sense is not None}
    alike = len(told - {Status.UNKNOWN}) < 2
    return not counted and alike and all(p.sense is not None for p in each)
