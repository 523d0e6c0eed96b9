"""Sources that cite each other for one figure, so that nobody is left who knows it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tasjil.assess.chain import Chain, key_of
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.same_figure import may_be_one_thing, stated_number
from tasjil.model.tally import Origin

LOOKED_AT = 50
"""Scopes of one figure around which a ring is looked for."""


@dataclass(frozen=True, slots=True)
class Cites:
    """One report's word that another told it.

    Attributes:
        relay: The key of who passes it on.
        first: The key of whom they name.
    """

    relay: str
    first: str
    relay_name: str
    first_name: str
    chain: Chain

    @property
    def claim(self) -> ClaimId:
        """The claim that says so."""
        return self.chain.claim.id


@dataclass(frozen=True, slots=True)
class Ring:
    """Tellers who give each other as the source of one figure.

    Attributes:
        members: Their keys.
        names: Their names, in the same order.
        claims: The claims that close the ring.
    """

    members: tuple[str, ...]
    names: tuple[str, ...]
    act: Act
    number: int
    claims: tuple[ClaimId, ...]

    @property
    def because(self) -> str:
        """Why none of them is a second source, in words."""
        who = ", ".join(self.names[:-1])
        return (
            f"{who} and {self.names[-1]} cite each other for {self.number}, so none of "
            "them is independent of another"
        )


def citations(chains: Iterable[Chain], told: Mapping[ClaimId, Origin]) -> list[Cites]:
    """Give every link of every attribution chain, nearest tellers first.

    Args:
        chains: In the order of publication.
        told: The first tellers by the reports' own words.
    """
    found = []
    for chain in chains:
        keyed = [
            (key, name)
            for at, name in enumerate(chain.each_name())
            if (key := key_of(chain, at, told[chain.claim.id])) is not None
        ]
        for (first, first_name), (relay, relay_name) in zip(
            keyed, keyed[1:], strict=False
        ):
            if first != relay:
                found.append(Cites(relay, first, relay_name, first_name, chain))
    return found


def find_rings(cited: Iterable[Cites]) -> list[Ring]:
    """Find every ring of tellers who cite each other for one figure.

    A ring needs claims of one act and one number whose places, times and statuses leave
    it open that they mean the same thing. Without a number there is no ring: two who
    quote each other about this and that do what colleagues do.
    """
    by_figure: dict[tuple[Act, int], list[Cites]] = defaultdict(list)
    for each in cited:
        number = stated_number(each.chain.claim.quantity)
        if number is not None:
            by_figure[each.chain.claim.act, number].append(each)
    return [ring for figure, some in by_figure.items() for ring in _rings(figure, some)]


def _rings(figure: tuple[Act, int], cited: list[Cites]) -> Iterator[Ring]:
    for members in _circles(cited):
        scopes: dict[object, list[Cites]] = defaultdict(list)
        for each in cited:
            if each.relay in members and each.first in members:
                scopes[_scope(each.chain.claim)].append(each)
        seen: set[tuple[ClaimId, ...]] = set()
        for seed in list(scopes.values())[:LOOKED_AT]:
            for ring in _around(seed, list(scopes.values()), figure):
                if ring.claims not in seen:
                    seen.add(ring.claims)
                    yield ring


def _scope(claim: Claim) -> object:
    """Give what decides whether two claims may mean the same thing."""
    where = frozenset((each.place or each.text, each.within) for each in claim.where)
    return claim.when.edtf, where, claim.victims.status


def _around(
    seed: list[Cites], scopes: list[list[Cites]], figure: tuple[Act, int]
) -> Iterator[Ring]:
    """Give the rings that one scope closes, with all that may mean the same."""
    meeting = [
        each
        for some in scopes
        if may_be_one_thing(seed[0].chain.claim, some[0].chain.claim)
        for each in some
    ]
    for circle in _circles(meeting):
        closing = [c for c in meeting if c.relay in circle and c.first in circle]
        if any(each in closing for each in seed):
            yield _ring(figure, circle, closing)


def _ring(
    figure: tuple[Act, int], circle: frozenset[str], closing: list[Cites]
) -> Ring:
    names = {each.relay: each.relay_name for each in closing}
    members = tuple(sorted(circle))
    claims = tuple(sorted({each.claim for each in closing}))
    return Ring(members, tuple(names[key] for key in members), *figure, claims)


def _circles(cited: Iterable[Cites]) -> list[frozenset[str]]:
    """Give the sets of keys that all reach each other (strong components)."""
    ahead: dict[str, set[str]] = defaultdict(set)
    back: dict[str, set[str]] = defaultdict(set)
    for each in cited:
        ahead[each.relay].add(each.first)
        back[each.first].add(each.relay)
    if ahead.keys().isdisjoint(back):
        return []
    left = sorted(ahead.keys() & back.keys())
    found: list[frozenset[str]] = []
    done: set[str] = set()
    for key in left:
        if key not in done:
            circle = _reached(key, ahead) & _reached(key, back)
            done |= circle
            if len(circle) > 1:
                found.append(frozenset(circle))
    return found


def _reached(start: str, links: Mapping[str, set[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        fresh = links.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


def settled_rings(
    rings: Iterable[Ring], cited: Iterable[Cites], told: Mapping[ClaimId, Origin]
) -> dict[ClaimId, Origin]:
    """Give all claims of a ring one first teller, so that it counts once.

    The one whom a member names outside the ring, where there is exactly one; otherwise
    the one whom the earliest of its claims names.

    Args:
        rings: As `find_rings` gives them.
        cited: All links, in the order of publication.
        told: The first tellers so far.
    """
    links = list(cited)
    order = {each.claim: nth for nth, each in enumerate(links)}
    outside = _named_outside(links)
    changed: dict[ClaimId, Origin] = {}
    for ring in rings:
        claims = sorted(ring.claims, key=order.__getitem__)
        named = {
            told[claim].key: told[claim]
            for key in ring.members
            for claim in outside.get((key, ring.act, ring.number), ())
            if told[claim].key not in ring.members
        }
        first = told[claims[0]]
        if len(named) == 1:
            (first,) = named.values()
        for claim in claims:
            names = tuple(dict.fromkeys((first.name, *told[claim].chain)))
            changed[claim] = replace(first, chain=names, because=ring.because)
    return changed


def _named_outside(cited: Iterable[Cites]) -> dict[tuple[str, Act, int], list[ClaimId]]:
    found: dict[tuple[str, Act, int], list[ClaimId]] = defaultdict(list)
    for each in cited:
        number = stated_number(each.chain.claim.quantity)
        if number is not None:
            found[each.relay, each.chain.claim.act, number].append(each.claim)
    return found
