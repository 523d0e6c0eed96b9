"""One wire story in several papers: passages that share nearly all their words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId
from tasjil.model.same_figure import stated_number

RUN = 3
"""Words in one shingle."""

FEWEST_WORDS = 8
"""Shorter passages are alike by chance: "three people were killed in Varesh"."""

ALIKE = 0.7
"""Share of common shingles (Jaccard) from which two passages are one text."""

SKETCH = 6
"""Smallest shingle hashes kept; texts alike share one of them almost surely."""

LOOKED_AT = 25
"""Texts compared in one bucket, so that a common phrase does not cost its square."""


@dataclass(slots=True, eq=False)
class _Text:
    shingles: frozenset[int]
    claims: list[ClaimId]


def same_wording(claims: Iterable[Claim]) -> list[list[ClaimId]]:
    """Give groups of claims whose passages are nearly the same words.

    Only claims of one act and one number are compared, by the smallest hashes of
    their shingles (bottom-k sketches: Broder, *On the resemblance and containment of
    documents*, 1997), so that the work grows with the number of claims.

    Args:
        claims: In the order of publication; the first of a group is its earliest.

    Returns:
        Groups of two and more.
    """
    buckets: dict[tuple[object, ...], list[_Text]] = defaultdict(list)
    texts: list[_Text] = []
    for claim in claims:
        words = fold(claim.passage.quote).split()
        if len(words) < FEWEST_WORDS:
            continue
        shingles = _shingles(words)
        about = (claim.act, stated_number(claim.quantity))
        keys: list[tuple[object, ...]] = [
            (*about, each) for each in sorted(shingles)[:SKETCH]
        ]
        found = _alike(shingles, keys, buckets)
        if found is None:
            found = _Text(shingles, [])
            texts.append(found)
            for key in keys:
                buckets[key].append(found)
        found.claims.append(claim.id)
    return [text.claims for text in texts if len(text.claims) > 1]


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the share of shingles that two texts have in common (Jaccard).

    Example:
        >>> resemblance(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
        0.5
    """
    return len(one & other) / len(one | other)


def _shingles(words: list[str]) -> frozenset[int]:
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(crc32(run.encode()) for run in runs)


def _alike(
    shingles: frozenset[int],
    keys: list[tuple[object, ...]],
    buckets: dict[tuple[object, ...], list[_Text]],
) -> _Text | None:
    for key in keys:
        for text in buckets[key][:LOOKED_AT]:
            if resemblance(shingles, text.shingles) >= ALIKE:
                return text
    return None
