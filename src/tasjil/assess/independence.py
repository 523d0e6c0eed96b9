"""Who told it first, so that ten outlets passing one figure on stay one source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tasjil.assess.chain import Chain, first_told, lone_tellers, read_chain
from tasjil.assess.figures import same_unusual_figure
from tasjil.assess.names import SourceNames
from tasjil.assess.relays import trace_relays
from tasjil.assess.rings import Cites, Ring, citations, find_rings, settled_rings
from tasjil.assess.wording import same_wording
from tasjil.model.claim import Claim
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.report import Report
from tasjil.model.same_figure import stated_number
from tasjil.model.sources import Source
from tasjil.model.tally import UNNAMED, Origin


def origins(
    claims: Iterable[Claim],
    reports: Mapping[ReportId, Report],
    sources: Sequence[Source],
) -> dict[ClaimId, Origin]:
    """Find the first teller of every claim, each with the reason in words.

    First by the report's own words; then relays that name nobody nearer; then texts
    that are nearly word for word the same. The order of the claims changes nothing.

    Args:
        claims: All claims, of every level.
        reports: For who published each, and when.
        sources: The case's sources, with their variants and whom they relay.
    """
    return trace(claims, reports, sources).origins


class Means(Defined):
    """How it is known that one source passes another on."""

    LISTED = "listed", "The case's list of sources says so."
    CITED = "cited", "Its reports name the other as the teller."
    RELAY = "relay", "It is listed, names nobody, and the other had told the figure."
    WORDING = "wording", "Its words are nearly those of an earlier report."
    FIGURE = "figure", "It gives the other's unusual number later, and names nobody."
    CIRCLE = "circle", "The two cite each other for one figure."


@dataclass(frozen=True, slots=True)
class Traced:
    """The first teller of every claim, and what it was found from.

    Attributes:
        origins: The first tellers.
        means: How, for claims whose own words name nobody nearer, or a ring.
        cited: Every link of every attribution chain, by the date of publication.
        rings: Tellers who cite each other for one figure.
    """

    origins: dict[ClaimId, Origin]
    means: dict[ClaimId, Means]
    chains: tuple[Chain, ...]
    cited: tuple[Cites, ...]
    rings: tuple[Ring, ...]


def trace(
    claims: Iterable[Claim],
    reports: Mapping[ReportId, Report],
    sources: Sequence[Source],
) -> Traced:
    """Find the first tellers as `origins` does, and keep what each rests on."""
    names = SourceNames.of(sources)
    published = {key: report.published for key, report in reports.items()}
    ordered = sorted(claims, key=lambda claim: (_date(claim, published), claim.id))
    chains = [read_chain(claim, _publisher(claim, reports), names) for claim in ordered]
    named = lone_tellers(chains, names)
    found = {chain.claim.id: first_told(chain, named) for chain in chains}
    cited = citations(chains, found)
    rings = find_rings(cited)
    nearer = {chain.claim.id for chain in chains if not chain.nobody_nearer}
    means: dict[ClaimId, Means] = {}

    def settle(how: Means, changed: dict[ClaimId, Origin]) -> None:
        found.update(changed)
        means.update(dict.fromkeys(changed, how))

    settle(Means.CIRCLE, settled_rings(rings, cited, found))
    settle(Means.RELAY, trace_relays(chains, found, names, published))
    settle(Means.WORDING, _one_text(ordered, found, nearer))
    settle(Means.FIGURE, same_unusual_figure(chains, found, published))
    return Traced(found, means, tuple(chains), tuple(cited), tuple(rings))


def independent_tellers(
    claims: Iterable[Claim], told: Mapping[ClaimId, Origin]
) -> tuple[Origin, ...]:
    """Give the first tellers that count as independent, one of each.

    A teller without a name adds nobody where a named one gives the same figure, for
    the one may be the other.

    Example:
        >>> independent_tellers([], {})
        ()
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    named = {
        (claim.act, stated_number(claim.quantity))
        for claim in ordered
        if not _is_unnamed(told[claim.id])
    }
    kept: dict[str, Origin] = {}
    for claim in ordered:
        origin = told[claim.id]
        figure = (claim.act, stated_number(claim.quantity))
        if not (_is_unnamed(origin) and figure in named):
            kept.setdefault(origin.key, origin)
    return tuple(kept[key] for key in sorted(kept))


def _one_text(
    ordered: list[Claim], found: Mapping[ClaimId, Origin], nearer: set[ClaimId]
) -> dict[ClaimId, Origin]:
    """Give nearly identical passages the origin of the earliest that names one.

    A passage that itself names a nearer teller by name keeps it.
    """
    changed: dict[ClaimId, Origin] = {}
    for group in same_wording(ordered):
        named = [each for each in group if _names_nearer(each, found, nearer)]
        first = found[(named or group)[0]]
        for claim in group:
            own = found[claim]
            if own.key != first.key and not _names_nearer(claim, found, nearer):
                because = f"nearly the same words as an earlier report of {first.name}"
                names = tuple(dict.fromkeys((*first.chain[:1], *own.chain)))
                changed[claim] = replace(first, chain=names, because=because)
    return changed


def _names_nearer(
    claim: ClaimId, found: Mapping[ClaimId, Origin], nearer: set[ClaimId]
) -> bool:
    return claim in nearer and not _is_unnamed(found[claim])


def _is_unnamed(origin: Origin) -> bool:
    return origin.key.startswith(UNNAMED)


def _publisher(claim: Claim, reports: Mapping[ReportId, Report]) -> str | None:
    report = reports.get(claim.report)
    return None if report is None else report.publisher


def _date(claim: Claim, published: Mapping[ReportId, str | None]) -> str:
    """Order by the text of the date; reports without one come last."""
    return published.get(claim.report) or "~"
