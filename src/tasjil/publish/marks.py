"""Lays claims over a report's text: overlapping marks, each with its own anchor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.claim import Claim
from tasjil.publish.addresses import anchor
from tasjil.publish.outside import shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims cover from end to end."""

    start: int
    end: int
    claims: tuple[int, ...]
    begins: tuple[int, ...]


def pieces(length: int, spans: Sequence[tuple[int, int]]) -> Iterable[Piece]:
    """Cut a text of a length where any span starts or ends.

    Example:
        >>> [(p.start, p.end, p.claims) for p in pieces(10, [(2, 8), (5, 9)])]
        [(0, 2, ()), (2, 5, (0,)), (5, 8, (0, 1)), (8, 9, (1,)), (9, 10, ())]
    """
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for n, (start, end) in enumerate(spans):
        starts.setdefault(min(start, length), []).append(n)
        ends.setdefault(min(end, length), []).append(n)
    cuts = sorted({0, length, *starts, *ends})
    open_now: set[int] = set()
    for start, end in zip(cuts, cuts[1:], strict=False):
        open_now.difference_update(ends.get(start, ()))
        begins = tuple(starts.get(start, ()))
        open_now.update(begins)
        yield Piece(start, end, tuple(sorted(open_now)), begins)


def marked_text(text: str, claims: Sequence[Claim], note: str) -> Markup:
    """Write a report's text with its claims marked and numbered from 1.

    Every claim has one anchor, `c-` and its id, where its words begin; overlapping
    claims share marks and never nest, so no claim can break another's mark.

    Args:
        text: The report's text.
        claims: Its claims, in the order of their numbers.
        note: What a screen reader says before a claim's number ("claim").
    """
    spans = [(claim.passage.start, claim.passage.end) for claim in claims]
    written: list[Markup] = []
    for piece in pieces(len(text), spans):
        words = shown(text[piece.start : piece.end])
        if not piece.claims:
            written.append(words)
            continue
        numbers = Markup("").join(_number(claims[n], n + 1, note) for n in piece.begins)
        depth = min(len(piece.claims), 3)
        written.append(
            Markup('<mark class="d{}">{}{}</mark>').format(depth, numbers, words)
        )
    return Markup("").join(written)


def _number(claim: Claim, number: int, note: str) -> Markup:
    """Write a claim's anchor: its number, which leads to its fields."""
    return Markup(
        '<a class="claim-number" id="{}" href="#{}" aria-label="{} {}">{}</a>'
    ).format(anchor("c", claim.id), anchor("f", claim.id), note, number, number)
