"""The graph of who passes whom on, each line with how it is known."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tasjil.assess.chain import UNLISTED
from tasjil.assess.independence import Means, Traced
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId
from tasjil.model.sources import Source

INFERRED = frozenset({Means.RELAY, Means.WORDING, Means.FIGURE})


@dataclass(frozen=True, slots=True)
class Line:
    """One source passes another on.

    Attributes:
        relay: The key of who passes it on: a listed source's id, or the folded words.
        first: The key of whose word it is.
        because: How it is known, in words.
        claims: The claims that show it; none where only the case's list says so.
    """

    relay: str
    first: str
    relay_name: str
    first_name: str
    means: Means
    because: str
    claims: tuple[ClaimId, ...] = ()


def citing(traced: Traced, sources: Iterable[Source]) -> tuple[Line, ...]:
    """Draw the graph: from the list, from attribution chains, from what was found.

    Args:
        traced: As `trace` gives it.
        sources: The case's sources.

    Returns:
        Lines by relay, first teller and means; one for each of these.
    """
    lines = [*_listed(sources), *_cited(traced), *_inferred(traced)]
    return tuple(sorted(lines, key=lambda each: (each.relay, each.first, each.means)))


def _listed(sources: Iterable[Source]) -> list[Line]:
    known = {source.id: source for source in sources}
    return [
        Line(
            *(source.id, first, source.name, known[first].name, Means.LISTED),
            f"the case lists that {source.name} passes {known[first].name} on",
        )
        for source in known.values()
        for first in source.relays
        if first in known
    ]


def _cited(traced: Traced) -> list[Line]:
    shown: dict[tuple[str, str], dict[ClaimId, None]] = defaultdict(dict)
    names: dict[str, set[str]] = defaultdict(set)
    for each in traced.cited:
        shown[each.relay, each.first][each.claim] = None
        names[each.relay].add(each.relay_name)
        names[each.first].add(each.first_name)
    return [
        Line(
            *(relay, first, min(names[relay]), min(names[first]), Means.CITED),
            f"reports of {min(names[relay])} give it to {min(names[first])}, "
            f"{_times(len(claims))}",
            tuple(sorted(claims)),
        )
        for (relay, first), claims in shown.items()
    ]


def _inferred(traced: Traced) -> list[Line]:
    """Give what a relay's own words do not say; the reason is that of its first claim.

    A chain ends with who published it, and that is who passes it on.
    """
    shown: dict[tuple[str, str, Means], list[ClaimId]] = defaultdict(list)
    named: dict[tuple[str, str, Means], Line] = {}
    for chain in sorted(traced.chains, key=lambda each: each.claim.id):
        how, origin = traced.means.get(chain.claim.id), traced.origins[chain.claim.id]
        if how not in INFERRED or not chain.tellers:
            continue
        last = len(chain.tellers) - 1
        source = chain.sources[last]
        relay = source.id if source else UNLISTED + fold(chain.tellers[last].text)
        if relay == origin.key:
            continue
        line = (relay, origin.key, how)
        shown[line].append(chain.claim.id)
        relay_name = chain.each_name()[last]
        named.setdefault(
            line, Line(relay, origin.key, relay_name, origin.name, how, origin.because)
        )
    return [
        replace(named[line], claims=tuple(claims)) for line, claims in shown.items()
    ]


def _times(many: int) -> str:
    return {1: "once", 2: "twice"}.get(many, f"{many} times")
