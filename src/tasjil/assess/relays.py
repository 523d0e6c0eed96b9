"""A figure that an outlet passes on without saying whose it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tasjil.assess.chain import Chain, listed
from tasjil.assess.names import SourceNames
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ClaimId, ReportId, SourceId
from tasjil.model.same_figure import may_be_one_thing, stated_number
from tasjil.model.sources import Source
from tasjil.model.tally import Origin

Figure = tuple[Act, int]

LOOKED_AT = 50
"""Earlier tellings of one figure by one source that are looked at."""


def trace_relays(
    chains: Iterable[Chain],
    told: Mapping[ClaimId, Origin],
    names: SourceNames,
    published: Mapping[ReportId, str | None],
) -> dict[ClaimId, Origin]:
    """Give relayed figures back to the one relayed source that told them earlier.

    A claim changes hands only where its publisher is a listed relay, names nobody
    nearer, and exactly one of those it relays told the same figure before.

    Args:
        chains: All chains, relays and those they relay.
        told: The first tellers by the reports' own words.
        names: The listed sources.
        published: When each report was published, as EDTF.

    Returns:
        The claims that changed hands, with the reason in words.
    """
    told = dict(told)
    earlier: dict[tuple[SourceId | None, Figure], list[Chain]] = defaultdict(list)
    relays: list[_Relay] = []
    for chain in chains:
        number = stated_number(chain.claim.quantity)
        if number is None:
            continue
        figure = (chain.claim.act, number)
        publisher = chain.sources[-1] if chain.sources else None
        for source in _tellers(chain, told) - {None}:
            earlier[source, figure].append(chain)
        day = day_of(chain, published)
        if chain.nobody_nearer and publisher and publisher.relays and day is not None:
            relayed = names.relayed_by(publisher.id)
            relays.append(_Relay(chain, publisher, figure, day, relayed))
    for found in earlier.values():
        found.sort(
            key=lambda chain: (day_of(chain, published) or 10**9, chain.claim.id)
        )
    changed: dict[ClaimId, Origin] = {}
    # Who relays less is settled first, so that a relay of a relay finds it settled.
    for each in sorted(relays, key=_Relay.order):
        before = _told_before(each, earlier, published)
        first = [told[other.claim.id] for other in before]
        origin = _given_back(each, {one.key: one for one in first}, names)
        if origin is not None:
            changed[each.chain.claim.id] = told[each.chain.claim.id] = origin
    return changed


@dataclass(frozen=True, slots=True)
class _Relay:
    """A claim whose publisher may only be passing it on."""

    chain: Chain
    publisher: Source
    figure: Figure
    day: int
    relayed: frozenset[SourceId]

    def order(self) -> tuple[int, int, str]:
        return self.day, len(self.relayed), self.chain.claim.id


def _tellers(chain: Chain, told: Mapping[ClaimId, Origin]) -> set[SourceId | None]:
    """Give the listed first teller and the listed publisher."""
    publisher = chain.sources[-1] if chain.sources else None
    return {told[chain.claim.id].source, publisher.id if publisher else None}


def _told_before(
    relay: _Relay,
    earlier: Mapping[tuple[SourceId | None, Figure], list[Chain]],
    published: Mapping[ReportId, str | None],
) -> Iterator[Chain]:
    """Give the tellings of the same figure by those it relays, up to its own day."""
    for source in sorted(relay.relayed):
        for other in earlier.get((source, relay.figure), [])[:LOOKED_AT]:
            day = day_of(other, published)
            if day is None or day > relay.day:
                break
            if may_be_one_thing(relay.chain.claim, other.claim):
                yield other


def _given_back(
    relay: _Relay, found: Mapping[str, Origin], names: SourceNames
) -> Origin | None:
    """Give the claim to the only one who told it before; None where it is not one."""
    if len(found) != 1:
        return None
    (origin,) = found.values()
    if origin.source is None:
        return None
    because = (
        f"{relay.publisher.name} passes {origin.name} on, names nobody nearer, and "
        f"{origin.name} had told the same figure"
    )
    return listed(names.sources[origin.source], relay.chain.names, because)


def day_of(chain: Chain, published: Mapping[ReportId, str | None]) -> int | None:
    """Give the last day it can have been published on; None where unknown."""
    return _last_day(published.get(chain.claim.report) or "")


@lru_cache(maxsize=100_000)
def _last_day(text: str) -> int | None:
    latest = Edtf.parse(text).latest if text else None
    return None if latest is None else latest.toordinal()
