"""Sources that cite each other for one figure, so that nobody counted it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.statement import figure, usable
from tasjil.count.totals.aggregates import NOBODY
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.reconciliation import Slip, SlipKind
from tasjil.model.same_figure import may_be_one_thing

Cites = dict[str, dict[str, Claim]]
"""Who cites whom, each with the claim that shows it."""


def rings(evidence: Evidence) -> Iterator[Slip]:
    """Find rings of citation, figure by figure; each ring once."""
    for (_, number), cites in sorted(_by_figure(evidence).items()):
        seen: set[frozenset[str]] = set()
        for name in sorted(cites):
            ring = _ring(name, cites)
            if ring and frozenset(ring) not in seen:
                seen.add(frozenset(ring))
                yield _slip(ring, cites, number)


def _by_figure(evidence: Evidence) -> dict[tuple[Act, int], Cites]:
    figures: dict[tuple[Act, int], Cites] = defaultdict(lambda: defaultdict(dict))
    claims = list(usable(evidence.claims.values(), evidence))
    names = _names(claims, evidence)
    for claim in sorted(claims, key=lambda claim: claim.id):
        chain = [names.get(each, each) for each in _words(claim, evidence)]
        if len(set(chain)) < len(chain):
            # One of them stands in it twice, so that nobody knows who cites whom.
            continue
        for cited, citing in zip(chain, chain[1:], strict=False):
            figures[claim.act, figure(claim)][citing].setdefault(cited, claim)
    return figures


def _names(claims: Iterable[Claim], evidence: Evidence) -> dict[str, str]:
    """Learn by which name a teller goes where nobody else stands in the chain.

    The chain of an origin is in the order in which it was settled, and a ring has no
    first teller: who cites whom is read from the words of each report.
    """
    found = {}
    for claim in claims:
        chain, words = _chain(claim, evidence), _words(claim, evidence)
        if len(chain) == len(words) == 1:
            found[words[0]] = chain[0]
        for name in chain:
            found[fold(name)] = name
    return found


def _chain(claim: Claim, evidence: Evidence) -> tuple[str, ...]:
    return evidence.origins.get(claim.id, NOBODY).chain


def _words(claim: Claim, evidence: Evidence) -> list[str]:
    """Give the tellers as the report has them, folded, the publisher last."""
    told = list(dict.fromkeys(fold(each.text) for each in claim.attribution))
    report = evidence.reports.get(claim.report)
    publisher = None if report is None else report.publisher
    if publisher and fold(publisher) not in told:
        told.append(fold(publisher))
    return told


def _ring(start: str, cites: Mapping[str, Mapping[str, Claim]]) -> tuple[str, ...]:
    """Walk from who cites to who is cited; give the shortest way back to the start.

    Each step must be of a claim that can be of the same thing as the step before.
    """
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        for cited, claim in sorted(cites.get(way[-1], {}).items()):
            if len(way) > 1 and not may_be_one_thing(cites[way[-2]][way[-1]], claim):
                continue
            if cited == start:
                return way if len(way) > 1 else ()
            if cited not in seen:
                seen.add(cited)
                ways.append((*way, cited))
    return ()


def _slip(ring: tuple[str, ...], cites: Cites, number: int) -> Slip:
    steps = zip(ring, (*ring[1:], ring[0]), strict=True)
    claims = [cites[citing][cited].id for citing, cited in steps]
    if len(ring) == 2:
        text = Says.CITE_EACH_OTHER.say(*sorted(ring), number)
    else:
        text = Says.CITE_IN_A_RING.say(" + ".join(sorted(ring)), number)
    return Slip(claims[0], SlipKind.CIRCULAR, text, tuple(claims[1:]))
