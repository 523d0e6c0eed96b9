"""Finds the place that a person names in a claim, in the lists that readers use."""

from collections.abc import Iterable

from tasjil.journey.case import Case
from tasjil.journey.read import context_of
from tasjil.model.places import Where


def where_told(
    case: Case, lines: Iterable[str], before: Iterable[Where] = ()
) -> tuple[Where, ...]:
    """Give places as a person wrote them, one to a line.

    A line that stands as it was keeps what was read of it. One that names no place of
    any list is kept in its words alone: no point is made up for it.

    Args:
        case: Its own places win over those of the world.
        lines: Such as "near Varesh".
        before: The places of the claim before it was changed.
    """
    known = {each.text: each for each in before}
    told = [line.strip() for line in lines if line.strip()]
    gazetteer = None
    found: list[Where] = []
    for line in told:
        if line in known:
            found.append(known[line])
            continue
        if gazetteer is None:
            gazetteer = context_of(case).gazetteer
        named = gazetteer.find(line, hints=case.scope.where)
        found.append(named[0].value if len(named) == 1 else Where(line))
    return tuple(found)
