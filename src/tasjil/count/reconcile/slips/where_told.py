"""A relay that puts a figure in another place, or in another place of the same name."""

from collections.abc import Iterator
from dataclasses import replace

from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook, finest
from tasjil.count.reconcile.slips.likeness import SPEAKS_FOR_ITSELF, surely_one
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.tellings import (
    LOOKED_AT,
    Telling,
    Tellings,
    named_apart,
)
from tasjil.model.folding import fold
from tasjil.model.places import Where
from tasjil.model.reconciliation import Slip, SlipKind
from tasjil.model.same_figure import may_be_one_thing, places_meet

SPEAKS_OF_A_VILLAGE = 10
"""Numbers that one village hardly has twice in a week, where no day is told."""


def other_places(
    found: Tellings, evidence: Evidence, book: PlaceBook
) -> Iterator[Slip]:
    """Find relays whose place cannot be that of the tellings nearer to the source.

    Only places of a list are held against each other: two spellings of a village that
    no list has would look like two villages.
    """
    for (_, _, number), told in found.items():
        wholes = [
            each for each in told[:LOOKED_AT] if not each.is_part and _known(each)
        ]
        for at, telling in enumerate(wholes):
            nearer = [each for each in wholes[:at] if _one_figure(telling, each)]
            if nearer and all(_elsewhere(telling, each) for each in nearer):
                yield _slip((telling, nearer[0]), number, evidence, book)


def _one_figure(telling: Telling, other: Telling) -> bool:
    """Tell whether they are of one thing but for the place.

    Small numbers of one teller are told of many places in one week, so for those the
    name of the place must be the same, too: then it is put into another province.
    """
    mine, theirs = (replace(each.claim, where=()) for each in (telling, other))
    if telling.steps == 1 or not may_be_one_thing(mine, theirs):
        return False
    large = (mine.quantity.highest_stated or 0) >= SPEAKS_FOR_ITSELF
    names = [{fold(_name(where)) for where in _where(t)} for t in (telling, other)]
    days = {each.when.edtf for each in (mine, theirs)}
    enough = (mine.quantity.highest_stated or 0) >= SPEAKS_OF_A_VILLAGE
    one_day = len(days) == 1 and None not in days
    named_alike = bool(names[0] & names[1]) and (one_day or (enough and None in days))
    return surely_one(telling, other) and (large or named_alike)


def _elsewhere(telling: Telling, other: Telling) -> bool:
    """Tell whether a relay has other places, or adds one that holds none of them."""
    own, others = _where(telling), _where(other)
    if not places_meet(own, others):
        return True
    strange = [each for each in own if not places_meet((each,), others)]
    return bool(strange) and len(others) == 1 and not telling.is_total


def _where(telling: Telling) -> tuple[Where, ...]:
    told = (claim.where for claim in telling.claims if claim.where)
    return tuple(finest(next(told, ())))


def _known(telling: Telling) -> bool:
    where = _where(telling)
    return bool(where) and all(each.place is not None for each in where)


def _slip(
    pair: tuple[Telling, Telling], number: int, evidence: Evidence, book: PlaceBook
) -> Slip:
    telling, other = pair
    mine, theirs = named_apart(telling, other, evidence)
    own, others = _where(telling), _where(other)
    twin = _of_one_name(own, others)
    if twin is None:
        lists = _listed(own), _listed(others)
        text = Says.OTHER_PLACE.say(mine, number, lists[0], theirs, lists[1])
    else:
        one, two = twin
        text = Says.HOMONYM.say(
            *(mine, number, _name(one), _around(one, book)),
            *(theirs, _name(two), _around(two, book)),
        )
    return Slip(telling.claim.id, SlipKind.PLACE, text, (other.claim.id,))


def _of_one_name(
    own: tuple[Where, ...], others: tuple[Where, ...]
) -> tuple[Where, Where] | None:
    """Find two places of one name that are not one place."""
    return next(
        (
            (mine, theirs)
            for mine in own
            for theirs in others
            if fold(_name(mine)) == fold(_name(theirs)) and mine.place != theirs.place
        ),
        None,
    )


def _name(where: Where) -> str:
    return where.name or where.text


def _listed(where: tuple[Where, ...]) -> str:
    return " + ".join(sorted({_name(each) for each in where}))


def _around(where: Where, book: PlaceBook) -> str:
    """Name what holds a place; "unknown" where no list says."""
    return book.name(where.within[0]) if where.within else "unknown"
