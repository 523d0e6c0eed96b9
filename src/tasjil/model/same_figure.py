"""When two claims give the same figure for the same thing, however it is worded."""

from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.persons import Status
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity

_ABOVE = (
    "more than",
    "over ",
    "above ",
    "exceed",
    "surpass",
    "أكثر من",
    "تجاوز",
    "يزيد",
)


def stated_number(quantity: Quantity) -> int | None:
    """Give the number that was said; None where none was.

    "More than 1,400" (1,401 or more) and "at least 1,400" are one number: those who
    pass a figure on change the words around it.

    Example:
        >>> stated_number(Quantity(1401, None, "more than 1,400"))
        1400
        >>> stated_number(Quantity(1400, 1400, "1,400"))
        1400
    """
    number = quantity.highest_stated
    text = (quantity.text or "").casefold()
    is_open = number is not None and quantity.high is None
    if number and is_open and any(word in text for word in _ABOVE):
        return number - 1
    return number


def may_be_one_thing(one: Claim, other: Claim) -> bool:
    """Tell whether place, time and status leave it open that they mean the same."""
    return (
        _times_meet(one.when.edtf, other.when.edtf)
        and places_meet(one.where, other.where)
        and statuses_meet(one.victims.status, other.victims.status)
    )


def statuses_meet(one: Status, other: Status) -> bool:
    """Tell whether two statuses can be of one group of people."""
    return one is other or Status.UNKNOWN in (one, other)


def places_meet(one: tuple[Where, ...], other: tuple[Where, ...]) -> bool:
    """Tell whether some place of one is, holds or lies in some place of the other."""
    if not one or not other:
        return True
    mine, theirs = _reach(one), _reach(other)
    own = {each.place or fold(each.text) for each in one}
    others = {each.place or fold(each.text) for each in other}
    return bool(own & theirs or others & mine)


def _reach(where: tuple[Where, ...]) -> set[str]:
    """Give the places and everything that contains them."""
    places: set[str] = {each.place or fold(each.text) for each in where}
    return places.union(*(each.within for each in where))


def _times_meet(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    return Edtf.parse(one).overlaps(Edtf.parse(other))
