"""One statement as a tree: a whole, its parts, and the numbers told for each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tasjil.count.evidence import Evidence
from tasjil.model.acts import Act, Stance
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId
from tasjil.model.judgement import LEFT_OUT
from tasjil.model.quantity import Quantity, Unit
from tasjil.model.reach import NOT_TOLD_AS_DONE
from tasjil.model.same_figure import stated_number

_DIGITS = re.compile(r"\d+")
_PLAIN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789", ",٬")
_NO_COUNT = NOT_TOLD_AS_DONE | {Stance.ESTIMATED}


@dataclass(frozen=True, slots=True)
class Node:
    """The people of one group in one report, with all that is told of their number.

    Attributes:
        head: The claim that gives the number best: an exact one before an open one.
        low: The fewest by the words; "more than 1,000" is 1,000 here.
        high: The most; None where the words leave it open.
    """

    head: Claim
    claims: tuple[Claim, ...]
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Whole:
    """A group and the groups that are told as parts of it."""

    whole: Node
    parts: tuple[Node, ...]


def usable(claims: Iterable[Claim], evidence: Evidence) -> Iterator[Claim]:
    """Give the claims with a number of people that nobody rejected or only guesses."""
    for claim in claims:
        if (
            claim.quantity.low is not None
            and claim.quantity.unit is not Unit.FAMILY
            and claim.stance not in _NO_COUNT
            and evidence.state(claim.id) not in LEFT_OUT
        ):
            yield claim


Key = tuple[ReportId, str, Act]


def wholes(evidence: Evidence) -> tuple[Whole, ...]:
    """Give every whole that has parts, with its parts in the order of the text."""
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in usable(evidence.claims.values(), evidence):
        groups[claim.report, claim.group, claim.act].append(claim)
    nodes = {key: _node(kept) for key, kept in groups.items()}
    parts: dict[Key, list[Node]] = defaultdict(list)
    for (report, _, act), node in nodes.items():
        above = ((report, up, act) for up in evidence.nesting.above(node.head))
        holder = next((key for key in above if key in nodes), None)
        if holder is not None:
            parts[holder].append(node)
    return tuple(
        Whole(nodes[key], tuple(sorted(parts[key], key=_in_text)))
        for key in sorted(parts, key=lambda key: (key[0], nodes[key].head.id))
    )


def number(node: Node) -> int:
    """Give the number as it was said."""
    return figure(node.head)


def _node(claims: list[Claim]) -> Node:
    exact = [claim for claim in claims if claim.quantity.exact]
    kept = sorted(exact or claims, key=lambda claim: (_said(claim), claim.id))
    highs = [claim.quantity.high for claim in kept]
    known = [high for high in highs if high is not None]
    return Node(
        head=kept[-1],
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        low=min(_low(claim) for claim in kept),
        high=max(known) if len(known) == len(highs) else None,
    )


def _said(claim: Claim) -> int:
    return stated_number(claim.quantity) or 0


def _low(claim: Claim) -> int:
    """Give the fewest; where the words leave the top open, the number that was said."""
    low = claim.quantity.low or 0
    return min(low, _said(claim)) if claim.quantity.high is None else low


def figure(claim: Claim) -> int:
    """Give the number in the words of a claim; see `in_words`."""
    return in_words(claim.quantity)


def in_words(quantity: Quantity) -> int:
    """Give the one number that stands in the words, or else the number stated.

    Example:
        >>> in_words(Quantity(1260, 1540, "About 1,400"))
        1400
        >>> in_words(Quantity(1401, None, "more than 1,400"))
        1400
    """
    digits = _DIGITS.findall((quantity.text or "").translate(_PLAIN))
    stated = stated_number(quantity) or 0
    if len(digits) != 1:
        return stated
    found = int(digits[0])
    high = quantity.high if quantity.high is not None else stated
    return found if (quantity.low or 0) <= found <= high else stated


def _in_text(node: Node) -> tuple[int, str]:
    return place_of_number(node.head), node.head.id


def place_of_number(claim: Claim) -> int:
    """Give where the number stands in the report; its passage where nobody knows."""
    return claim.spans.get("quantity", (claim.passage.start, 0))[0]
