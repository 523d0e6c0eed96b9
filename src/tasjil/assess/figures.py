"""The same unusual number again, in a later report that names nobody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tasjil.assess.chain import Chain
from tasjil.assess.relays import day_of
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.same_figure import may_be_one_thing, stated_number
from tasjil.model.sources import SourceKind
from tasjil.model.tally import Origin

FEWEST = 100
"""Smaller numbers are the same by chance too often."""

PASSES_ON = frozenset({SourceKind.MEDIA, SourceKind.NGO, SourceKind.UNKNOWN})
"""Who is held to pass an unusual number on. Offices and monitors count themselves, and
a paper may print their figure before they do."""

LOOKED_AT = 50
"""Earlier tellings of one number that are looked at."""


def is_unusual(number: int | None) -> bool:
    """Tell whether two who count apart would hardly come to the same number.

    Example:
        >>> is_unusual(1383), is_unusual(1400), is_unusual(31)
        (True, False, False)
    """
    return number is not None and number >= FEWEST and number % 10 != 0


def same_unusual_figure(
    chains: Iterable[Chain],
    told: Mapping[ClaimId, Origin],
    published: Mapping[ReportId, str | None],
) -> dict[ClaimId, Origin]:
    """Give an unusual number that an outlet tells later, naming nobody, to who told it.

    Only where act, place, time and status leave it open that they mean the same thing.

    Args:
        chains: All chains.
        told: The first tellers as far as they are known.
        published: When each report was published, as EDTF.

    Returns:
        The claims that changed hands, with the reason in words.
    """
    tellings: dict[tuple[Act, int], list[tuple[int, Chain]]] = defaultdict(list)
    for chain in chains:
        number, day = stated_number(chain.claim.quantity), day_of(chain, published)
        if number is not None and is_unusual(number) and day is not None:
            tellings[chain.claim.act, number].append((day, chain))
    settled = dict(told)
    changed: dict[ClaimId, Origin] = {}
    for found in tellings.values():
        found.sort(key=lambda each: (each[0], each[1].claim.id))
        for day, chain in found:
            before = _told_before(chain, day, found)
            if before is None or not _names_nobody(chain, settled):
                continue
            first = settled[before[1].claim.id]
            if first.key != settled[chain.claim.id].key:
                origin = _given(chain, first, day - before[0])
                settled[chain.claim.id] = changed[chain.claim.id] = origin
    return changed


def _told_before(
    chain: Chain, day: int, found: list[tuple[int, Chain]]
) -> tuple[int, Chain] | None:
    """Give the earliest telling of the number on an earlier day."""
    for earlier, other in found[:LOOKED_AT]:
        if earlier >= day:
            return None
        if may_be_one_thing(chain.claim, other.claim):
            return earlier, other
    return None


def _names_nobody(chain: Chain, told: Mapping[ClaimId, Origin]) -> bool:
    publisher = chain.sources[-1] if chain.sources else None
    own = told[chain.claim.id]
    return (
        chain.nobody_nearer
        and own.kind in PASSES_ON
        # Whoever was given back to another already is no teller of their own.
        and (publisher is None or own.source == publisher.id)
    )


def _given(chain: Chain, first: Origin, days: int) -> Origin:
    later = "a day later" if days == 1 else f"{days} days later"
    because = f"the same unusual figure as {first.name}, {later}, and names nobody"
    names = tuple(dict.fromkeys((*first.chain[:1], *chain.names)))
    return replace(first, chain=names, because=because)
