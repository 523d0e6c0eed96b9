"""Incidents as people left them: put together and taken apart by their word.

The machine proposes as if nobody had said anything, and then people's words are laid
upon that: so what they take back leaves exactly what was there before.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tasjil.link.incidents.cluster import Cluster
from tasjil.link.incidents.reasons import (
    PEOPLE_DISAGREE,
    PEOPLE_SAY_ONE,
    PEOPLE_SAY_TWO,
)
from tasjil.link.incidents.telling import Origins, Telling
from tasjil.link.words import Groups, Words
from tasjil.model.claim import Claim


def obey(clusters: Sequence[Cluster], words: Words, origins: Origins) -> list[Cluster]:
    """Lay people's words upon what a machine put together.

    Claims called the same bring their whole clusters together, within one act. Claims
    called different part; whatever nobody judged goes with the side that shares its
    names, then its number, then with the telling it was compared with. Work grows with
    the clusters that somebody spoke of.

    Args:
        clusters: As proposed without any word of people.
        words: What people said about pairs of claims.
        origins: First tellers, for tellings that are divided.
    """
    held = _held(clusters, words)
    groups: Groups[int] = Groups()
    for at in held.values():
        groups.unite(at, at)
    for one, other in words.same:
        if one in held and other in held and _one_act(clusters, held, one, other):
            groups.unite(held[one], held[other])
    soups: dict[int, list[int]] = defaultdict(list)
    for at in sorted(groups.above):
        soups[groups.root(at)].append(at)
    changed = [
        each
        for members in soups.values()
        for each in _settled([clusters[at] for at in members], words, origins)
    ]
    spoken_of = set(groups.above)
    return [
        *(each for at, each in enumerate(clusters) if at not in spoken_of),
        *changed,
    ]


def _held(clusters: Sequence[Cluster], words: Words) -> dict[str, int]:
    """Find in which cluster each claim stands that somebody spoke of."""
    wanted = words.ids
    return {
        claim.id: at
        for at, cluster in enumerate(clusters)
        for telling in cluster.tellings
        for claim in telling.claims
        if claim.id in wanted
    }


def _one_act(
    clusters: Sequence[Cluster], held: dict[str, int], one: str, other: str
) -> bool:
    return clusters[held[one]].lead.act is clusters[held[other]].lead.act


def _settled(clusters: list[Cluster], words: Words, origins: Origins) -> list[Cluster]:
    """Put the clusters together that people brought together, or take them apart."""
    ids = {claim for each in clusters for claim in _claims(each)}
    if any(words.forbid(claim, ids) for claim in ids):
        return _torn(clusters, words, origins)
    together = Cluster()
    for cluster in sorted(clusters, key=lambda each: each.first):
        together.tellings += cluster.tellings
        together.reports |= cluster.reports
        together.reasons |= cluster.reasons
    if any(one in ids and other in ids for one, other in words.same):
        together.settled = True
        together.reasons[PEOPLE_SAY_ONE] = None
    if any(each in words.rings for each in ids):
        together.reasons[PEOPLE_DISAGREE] = None
    return [together]


def _claims(cluster: Cluster) -> set[str]:
    return {claim.id for telling in cluster.tellings for claim in telling.claims}


@dataclass(slots=True, eq=False)
class _Unit:
    """Tellings that stay together whatever happens, and where they come from."""

    tellings: list[Telling]
    homes: set[int] = field(default_factory=set)

    @property
    def ids(self) -> set[str]:
        return {claim.id for telling in self.tellings for claim in telling.claims}

    @property
    def names(self) -> set[str]:
        return {name for telling in self.tellings for name in telling.names}

    def take(self, other: "_Unit") -> None:
        self.tellings += other.tellings
        self.homes |= other.homes


def _torn(clusters: list[Cluster], words: Words, origins: Origins) -> list[Cluster]:
    """Divide what people hold to be different; judged tellings first, then the rest."""
    ordered = sorted(clusters, key=lambda each: each.first)
    units = _units(ordered, words, origins)
    judged = words.ids
    first = [unit for unit in units if unit.ids & judged]
    rest = [unit for unit in units if not unit.ids & judged]
    sides: list[_Unit] = []
    for unit in (*first, *rest):
        side = _side(unit, sides, words)
        if side is None:
            sides.append(unit)
        else:
            side.take(unit)
    everything = {claim for unit in units for claim in unit.ids}
    return [_written(side, ordered, words, everything) for side in sides]


def _units(clusters: list[Cluster], words: Words, origins: Origins) -> list[_Unit]:
    """Give what people did not divide, with those they hold to be one as one."""
    units = [
        _Unit([part], {home})
        for home, cluster in enumerate(clusters)
        for telling in cluster.tellings
        for part in _divided(telling, words, origins)
    ]
    holder = {claim: at for at, unit in enumerate(units) for claim in unit.ids}
    groups: Groups[int] = Groups()
    for one, other in words.same:
        if one in holder and other in holder:
            groups.unite(holder[one], holder[other])
    made: list[_Unit] = []
    by_root: dict[int, _Unit] = {}
    for at, unit in enumerate(units):
        held = by_root.setdefault(groups.root(at), unit)
        if held is unit or _forbidden(unit, held, words):
            made.append(unit)
        else:
            held.take(unit)
    return made


def _divided(telling: Telling, words: Words, origins: Origins) -> list[Telling]:
    """Divide what one report tells, where a person holds two of its claims apart."""
    ids = {claim.id for claim in telling.claims}
    if not any(words.forbid(claim, ids) for claim in ids):
        return [telling]
    sides: list[list[Claim]] = []
    for claim in telling.claims:
        for side in sides:
            if not words.forbid(claim.id, {each.id for each in side}):
                side.append(claim)
                break
        else:
            sides.append([claim])
    wholes = set(telling.wholes)
    return [_telling(side, wholes, origins) for side in sides]


def _telling(claims: list[Claim], wholes: set[Claim], origins: Origins) -> Telling:
    own = [claim for claim in claims if claim in wholes]
    parts = [claim for claim in claims if claim not in wholes]
    return Telling.of(own or parts, parts if own else (), origins)


def _forbidden(unit: _Unit, side: _Unit, words: Words) -> bool:
    held = side.ids
    return any(words.forbid(claim, held) for claim in unit.ids)


def _side(unit: _Unit, sides: list[_Unit], words: Words) -> _Unit | None:
    """Find where a unit goes; it never goes where the machine would not have put it."""
    open_to = [
        side
        for side in sides
        if unit.homes & side.homes and not _forbidden(unit, side, words)
    ]
    if len(open_to) > 1:
        figures = {each.figure for each in unit.tellings} - {None}
        choices: Iterable[list[_Unit]] = (
            [side for side in open_to if unit.names & side.names],
            [s for s in open_to if any(each.figure in figures for each in s.tellings)],
        )
        for fits in choices:
            if len(fits) == 1:
                return fits[0]
    return open_to[0] if open_to else None


def _written(
    side: _Unit, clusters: list[Cluster], words: Words, everything: set[str]
) -> Cluster:
    ids = side.ids
    made = Cluster.of(side.tellings)
    for home in sorted(side.homes):
        made.reasons |= clusters[home].reasons
    if any(each in words.rings for each in ids):
        made.reasons[PEOPLE_DISAGREE] = None
    if any(
        not words.apart.get(each, frozenset()).isdisjoint(everything) for each in ids
    ):
        made.reasons[PEOPLE_SAY_TWO] = None
    if any(one in ids and other in ids for one, other in words.same):
        made.settled = True
        made.reasons[PEOPLE_SAY_ONE] = None
    return made
