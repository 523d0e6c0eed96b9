"""Which totals are held against each other: all of a few, the telling ones of many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from tasjil.count.reconcile.scopes import Total
from tasjil.model.edtf import Edtf
from tasjil.model.ids import FigureId

ALL_OF = 60
"""Wholes up to which every pair is looked at."""

NEAR = 8
"""Totals on either side in order of number, where there are more of them."""

Pair = tuple[FigureId, FigureId]


def chosen_pairs(totals: Iterable[Total]) -> list[Pair]:
    """Choose the pairs, in an order that the order of the totals does not change.

    Of up to 60 wholes of one act, all pairs. Of more: neighbours in the series of each
    teller and status, and of the latest of each the nearest in number. Parts are held
    against the totals of other tellers that have the same scope.
    """
    kept = sorted(totals, key=_order)
    wholes: dict[str, list[Total]] = defaultdict(list)
    for total in kept:
        if total.stated.part_of is None:
            wholes[str(total.act)].append(total)
    found: dict[Pair, None] = {}
    for act in sorted(wholes):
        for pair in _of_wholes(wholes[act]):
            found[pair] = None
    for pair in _of_parts(kept):
        found[pair] = None
    return list(found)


def _of_wholes(wholes: list[Total]) -> Iterator[Pair]:
    if len(wholes) <= ALL_OF:
        yield from map(_pair, combinations(wholes, 2))
        return
    series: dict[tuple[object, ...], list[Total]] = defaultdict(list)
    for total in wholes:
        series[total.stated.teller_key, total.statuses].append(total)
    for line in series.values():
        yield from map(_pair, pairwise(line))
    latest = [line[-1] for line in series.values()]
    if len(latest) <= ALL_OF:
        yield from map(_pair, combinations(latest, 2))
    else:
        yield from _near(latest)


def _of_parts(totals: list[Total]) -> Iterator[Pair]:
    """Hold each teller's latest part against other tellers' totals of its scope."""
    scopes: dict[tuple[object, ...], dict[str, Total]] = defaultdict(dict)
    parts: set[FigureId] = set()
    for total in totals:
        scopes[_scope(total)][total.stated.teller_key] = total
        if total.stated.part_of is not None:
            parts.add(total.statement.id)
    for by_teller in scopes.values():
        for pair in _near(list(by_teller.values())):
            if parts.intersection(pair):
                yield pair


def _near(totals: list[Total]) -> Iterator[Pair]:
    """Pair each with the few that come next in number."""
    line = sorted(totals, key=lambda each: (each.stated.low or 0, each.statement.id))
    for at, one in enumerate(line):
        for other in line[at + 1 : at + 1 + NEAR]:
            yield _pair((one, other))


def _scope(total: Total) -> tuple[object, ...]:
    area = frozenset(total.area.told)
    return total.act, total.statuses, total.sex, total.age_group, area


def _pair(two: tuple[Total, Total]) -> Pair:
    one, other = two
    return one.statement.id, other.statement.id


def _order(total: Total) -> tuple[str, FigureId]:
    """Order by the last day it can have been stated on; unknown comes last."""
    published = total.stated.published
    last = Edtf.parse(published).latest if published else None
    return "~" if last is None else last.isoformat(), total.statement.id
