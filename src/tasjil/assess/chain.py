"""Who told it first, as far as the words of one report say."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.assess.generic import (
    ALWAYS_UNNAMED,
    is_unnamed,
    is_work_of_theirs,
    points_back,
    without_name,
)
from tasjil.assess.names import SourceNames
from tasjil.assess.short_forms import meant_by
from tasjil.model.claim import Claim, Teller
from tasjil.model.folding import fold
from tasjil.model.ids import ReportId, SourceId
from tasjil.model.sources import Source, SourceKind
from tasjil.model.tally import UNNAMED, Origin

UNLISTED = "unlisted:"


@dataclass(frozen=True, slots=True)
class Chain:
    """One claim's tellers, nearest first, each with the source it means.

    Attributes:
        publisher: The last of them, even where the report's words leave it out.
    """

    claim: Claim
    tellers: tuple[Teller, ...]
    sources: tuple[Source | None, ...]

    @property
    def nobody_nearer(self) -> bool:
        """True where nobody but the publisher tells it."""
        return len(self.tellers) <= 1

    @property
    def names(self) -> tuple[str, ...]:
        """Names from the first teller to the publisher; listed ones by main name."""
        return tuple(dict.fromkeys(self.each_name()))

    def each_name(self) -> tuple[str, ...]:
        """Give a name for each teller, nearest first; listed ones by main name."""
        pairs = zip(self.tellers, self.sources, strict=True)
        return tuple(
            source.name if source else without_name(teller.text, teller.kind)
            for teller, source in pairs
        )


def key_of(chain: Chain, at: int, first: Origin) -> str | None:
    """Give the key of one teller of a chain; None for people and for the unnamed.

    Args:
        chain: The chain.
        at: Which teller, 0 for the nearest.
        first: The claim's first teller by the report's own words.
    """
    teller, source = chain.tellers[at], chain.sources[at]
    if teller.kind in ALWAYS_UNNAMED:
        return None
    if at == 0:
        return None if first.key.startswith(UNNAMED) else first.key
    if source is not None:
        return source.id
    last = at == len(chain.tellers) - 1
    if not last and is_unnamed(teller.text, teller.kind):
        return None
    return UNLISTED + fold(teller.text)


def read_chain(claim: Claim, publisher: str | None, names: SourceNames) -> Chain:
    """Resolve each teller of a claim against the listed sources."""
    tellers = list(claim.attribution)
    if publisher:
        nearest, further = tellers[:1], tellers[1:]
        itself = [each for each in further if _same(each, publisher, names)]
        # Whoever publishes passes on what all the others told, wherever it stands.
        tellers = nearest + [each for each in further if each not in itself] + itself
        if not any(_same(each, publisher, names) for each in tellers):
            tellers.append(Teller(publisher, SourceKind.MEDIA))
    found = tuple(_find(teller, names) for teller in tellers)
    return Chain(claim, tuple(tellers), found)


def _find(teller: Teller, names: SourceNames) -> Source | None:
    """Find its source. A relative or witness is never the outlet named beside them."""
    if teller.kind in (SourceKind.WITNESS, SourceKind.RELATIVE):
        exact = names.whole.get(fold(teller.text))
        return names.sources[exact] if exact else None
    return names.find(teller.text)


def _same(teller: Teller, publisher: str, names: SourceNames) -> bool:
    if fold(teller.text) == fold(publisher):
        return True
    source = names.find(publisher)
    return source is not None and names.find(teller.text) == source


@dataclass(frozen=True, slots=True)
class Named:
    """Whom each report names: all, and where it names exactly one monitor or teller."""

    monitor: dict[ReportId, Source]
    teller: dict[ReportId, Source]
    listed: dict[ReportId, frozenset[SourceId]]
    names: SourceNames


def lone_tellers(chains: Iterable[Chain], names: SourceNames) -> Named:
    """Find the reports that name exactly one monitor, or one teller at all."""
    monitors: dict[ReportId, dict[str, Source]] = defaultdict(dict)
    tellers: dict[ReportId, dict[str, Source]] = defaultdict(dict)
    for chain in chains:
        for source in chain.sources:
            if source is not None and source.kind is SourceKind.MONITOR:
                monitors[chain.claim.report][source.id] = source
        for source in chain.sources[:-1]:
            if source is not None:
                tellers[chain.claim.report][source.id] = source
    everybody = {
        report: frozenset(source.id for source in named.values())
        for report, named in tellers.items()
    }
    return Named(_only(monitors), _only(tellers), everybody, names)


def _only(found: dict[ReportId, dict[str, Source]]) -> dict[ReportId, Source]:
    return {
        report: next(iter(sources.values()))
        for report, sources in found.items()
        if len(sources) == 1
    }


def first_told(chain: Chain, named: Named) -> Origin:
    """Give the first teller by the report's own words."""
    if not chain.tellers:
        key = f"{UNNAMED}{chain.claim.report}"
        because = "the report says neither who tells nor who published it"
        return Origin(key, "unknown", because=because)
    teller, source = chain.tellers[0], chain.sources[0]
    if source is not None:
        return listed(source, chain.names, _because(chain, source))
    short = None if chain.nobody_nearer else _short(chain, named)
    if short is not None:
        return short
    theirs = is_work_of_theirs(teller.text)
    if chain.nobody_nearer or not (theirs or is_unnamed(teller.text, teller.kind)):
        because = f"{teller.text} tells it; not in the list of sources"
        key = UNLISTED + fold(teller.text)
        return Origin(key, teller.text, teller.kind, None, chain.names, because)
    return _meant(chain, named) or _unnamed(chain)


def _short(chain: Chain, named: Named) -> Origin | None:
    """Find the one source that a short form of a name means."""
    teller, publisher = chain.tellers[0], chain.sources[-1]
    if teller.kind in ALWAYS_UNNAMED:
        return None
    in_report = named.listed.get(chain.claim.report, frozenset())
    found = meant_by(teller.text, publisher, in_report, named.names)
    if found is None:
        return None
    source, because = found
    return listed(source, (source.name, *chain.names[1:]), because)


def _meant(chain: Chain, named: Named) -> Origin | None:
    """Find whom the words for a teller without a name mean, if it can be only one."""
    teller, report = chain.tellers[0], chain.claim.report
    if teller.kind in ALWAYS_UNNAMED:
        return None
    monitor = named.monitor.get(report)
    if teller.kind is SourceKind.MONITOR and monitor is not None:
        because = f'"{teller.text}" is the only monitor this report names'
        return listed(monitor, (monitor.name, *chain.names[1:]), because)
    before = named.teller.get(report)
    if points_back(teller.text) and before is not None:
        because = f'"{teller.text}" points to the only teller this report names'
        return listed(before, (before.name, *chain.names[1:]), because)
    publisher = chain.sources[-1]
    if points_back(teller.text) and publisher is not None and len(chain.tellers) == 2:
        because = f'"{teller.text}" is {publisher.name} itself: nobody else is named'
        return listed(publisher, chain.names[1:], because)
    return None


def listed(source: Source, chain: tuple[str, ...], because: str) -> Origin:
    """Give the origin that is a listed source."""
    names = tuple(dict.fromkeys((source.name, *chain)))
    return Origin(source.id, source.name, source.kind, source.id, names, because)


def _because(chain: Chain, source: Source) -> str:
    if chain.nobody_nearer:
        return f"{source.name} tells it and names nobody nearer"
    return f'the report gives it to "{chain.tellers[0].text}", which is {source.name}'


def _unnamed(chain: Chain) -> Origin:
    """Keep a teller without a name to the publisher that speaks of them."""
    teller = chain.tellers[0]
    last = chain.sources[-1]
    via = last.name if last else chain.tellers[-1].text
    kind = teller.kind
    word = "teller" if kind is SourceKind.UNKNOWN else str(kind)
    key = f"{UNNAMED}{kind}@{last.id if last else fold(via)}"
    because = f"{via} names nobody; one unnamed {word} there may be any other"
    return Origin(key, f"unnamed {word} via {via}", kind, None, chain.names, because)
