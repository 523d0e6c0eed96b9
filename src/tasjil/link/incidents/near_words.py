"""One text with a few words changed: the same event, if nothing it tells differs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from zlib import crc32

from tasjil.link.incidents.cluster import A_HANDFUL, Cluster, only_one, told_at
from tasjil.link.incidents.reasons import NEAR_WORDS
from tasjil.link.incidents.relayed import days_fit
from tasjil.link.incidents.telling import Telling
from tasjil.model.folding import fold
from tasjil.model.same_figure import places_meet

ENOUGH_WORDS = 10
"""Fewer words are nearly the same by chance."""

NEARLY_ALL = 0.7
"""Of pairs of neighbouring words that two texts must share."""

SALTS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D)
"""Odd numbers that shuffle word pairs. Texts that share seven pairs in ten share one of
the three smallest in 97 of 100 cases (Broder 1997)."""

ALL = 0xFFFFFFFF
"""The bits of a shuffled number that are compared."""

Pairs = frozenset[int]


def join_near_words(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join tellings of one act and number whose words are nearly the same.

    A place or a time must be told by both, and neither may differ.
    """
    kept: list[Cluster] = []
    shelf: dict[tuple[object, ...], dict[Cluster, None]] = defaultdict(dict)
    for cluster in sorted(clusters, key=lambda each: each.first):
        if cluster.lead.figure is None or _words(cluster.lead) < ENOUGH_WORDS:
            kept.append(cluster)
            continue
        keys = list(_keys(cluster.lead))
        found = dict.fromkeys(
            each for key in keys for each in islice(shelf[key], A_HANDFUL)
        )
        near = [each for each in found if _near(each.lead, cluster.lead)]
        fits = only_one(near, cluster)
        if fits is None:
            kept.append(cluster)
        else:
            fits.join(cluster, f"{told_at(cluster.lead)}: {NEAR_WORDS}")
        for key in keys:
            shelf[key][fits or cluster] = None
    return kept


def _near(one: Telling, other: Telling) -> bool:
    where = [(each.where,) if each.where else () for each in (one, other)]
    both_placed = bool(where[0] and where[1])
    both_timed = one.when is not None and other.when is not None
    if not (both_placed or both_timed) or not places_meet(*where):
        return False
    if both_timed and not days_fit(one.when, other.when, untold=False):
        return False
    mine, theirs = _pairs(_text(one)), _pairs(_text(other))
    return len(mine & theirs) >= NEARLY_ALL * len(mine | theirs)


def _text(telling: Telling) -> str:
    if len(telling.wholes) == 1:
        return telling.wholes[0].passage.quote
    return " ".join(dict.fromkeys(each.passage.quote for each in telling.wholes))


def _words(telling: Telling) -> int:
    return _text(telling).count(" ") + 1


@lru_cache(maxsize=50_000)
def _pairs(text: str) -> Pairs:
    """Number each pair of neighbouring words."""
    words = [_number(word) for word in fold(text).split()]
    return frozenset(
        (one * 31 ^ other) & ALL for one, other in zip(words, words[1:], strict=False)
    )


@lru_cache(maxsize=50_000)
def _number(word: str) -> int:
    return crc32(word.encode())


def _keys(telling: Telling) -> Iterator[tuple[object, ...]]:
    """Give what it is looked up by: act, number, some words, and place or first day."""
    told = (telling.act, telling.figure)
    for sign in _signs(_text(telling)):
        if telling.where is not None:
            yield *told, sign, "at", telling.place_key
        if telling.when is not None:
            yield *told, sign, "on", telling.when.earliest


@lru_cache(maxsize=50_000)
def _signs(text: str) -> tuple[tuple[int, int], ...]:
    """Give the smallest of its word pairs under each salt: the same for like texts."""
    pairs = _pairs(text)
    return tuple((salt, min([each * salt & ALL for each in pairs])) for salt in SALTS)
