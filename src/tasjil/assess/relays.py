"""A figure that an outlet passes on without saying whose it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

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
    earlier: dict[tuple[SourceId | None, Figure], list[Chain]] = defaultdict(list)
    relays: list[tuple[Chain, Source, Figure]] = []
    for chain in chains:
        number = stated_number(chain.claim.quantity)
        if number is None:
            continue
        figure = (chain.claim.act, number)
        publisher = chain.sources[-1] if chain.sources else None
        if chain.nobody_nearer and publisher is not None and publisher.relays:
            relays.append((chain, publisher, figure))
        else:
            tellers = {told[chain.claim.id].source}
            tellers.add(publisher.id if publisher is not None else None)
            for source in tellers - {None}:
                earlier[source, figure].append(chain)
    for found in earlier.values():
        found.sort(key=lambda chain: (_day(chain, published) or 10**9, chain.claim.id))
    changed: dict[ClaimId, Origin] = {}
    for chain, publisher, figure in relays:
        origin = _origin(chain, publisher, figure, (earlier, told, names, published))
        if origin is not None:
            changed[chain.claim.id] = origin
    return changed


Known = tuple[
    Mapping[tuple[SourceId | None, Figure], list[Chain]],
    Mapping[ClaimId, Origin],
    SourceNames,
    Mapping[ReportId, str | None],
]


def _origin(
    chain: Chain, publisher: Source, figure: Figure, known: Known
) -> Origin | None:
    earlier, told, names, published = known
    day = _day(chain, published)
    if day is None:
        return None
    found: dict[str, Origin] = {}
    for source in sorted(names.relayed_by(publisher.id)):
        for other in earlier.get((source, figure), [])[:LOOKED_AT]:
            before = _day(other, published)
            if before is None or before > day:
                break
            if may_be_one_thing(chain.claim, other.claim):
                origin = told[other.claim.id]
                found[origin.key] = origin
    if len(found) != 1:
        return None
    (origin,) = found.values()
    if origin.source is None:
        return None
    because = (
        f"{publisher.name} passes {origin.name} on, names nobody nearer, and "
        f"{origin.name} had told the same figure"
    )
    return listed(names.sources[origin.source], chain.names, because)


def _day(chain: Chain, published: Mapping[ReportId, str | None]) -> int | None:
    """Give the last day it can have been published on; None where unknown."""
    text = published.get(chain.claim.report)
    latest = Edtf.parse(text).latest if text else None
    return None if latest is None else latest.toordinal()
