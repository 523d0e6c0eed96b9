"""Pairs of incidents that may be one, those that would move the count most first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tasjil.journey.count import Counted, Held
from tasjil.link.words import Pair, standing
from tasjil.model.defined import Defined
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.incident import Incident
from tasjil.model.judgement import PairKind
from tasjil.model.tally import IncidentCount

NEAR_DAYS = 3
"""Days between two incidents that may still be one, told on different days."""

WINDOW = 6
"""Of many incidents at one place, each is held against so many that follow it."""

MOST = 200
"""Pairs that are laid out at once."""


class Sign(Defined):
    """What two incidents share, or where they differ."""

    SAME_PLACE = "same place", "The same place, as finely as it is told."
    DAYS_MEET = "days meet", "One day fits both."
    DAYS_APART = "days apart", "The days told lie a little apart."
    NO_DAY = "no day", "One of the two does not tell when."
    SAME_NUMBER = "same number", "The same number of people."
    OTHER_NUMBER = "other number", "Another number of people."
    SAME_NAME = "same name", "Somebody of the same name stands in both."


@dataclass(frozen=True, slots=True)
class IncidentPair:
    """Two incidents that may be one.

    Attributes:
        signs: What speaks for it and against it.
        days: How far apart they lie, where they do.
        moves: By how many the floor of the act would fall, about.
    """

    one: IncidentId
    other: IncidentId
    signs: tuple[Sign, ...]
    days: int
    moves: int


def incident_pairs(held: Held, counted: Counted) -> tuple[IncidentPair, ...]:
    """Give pairs of incidents of one act that lie near each other, and nobody judged.

    Args:
        held: What the count rests on.
        counted: What it found.
    """
    counts = {
        each.incident: each
        for figure in counted.tally.figures
        for each in figure.incidents
    }
    said = standing(held.judgements, PairKind.CLAIMS)
    judged = _judged(said, counted.incidents)
    found = [
        each
        for one, other in _near(counted.incidents, counts)
        if frozenset((one.id, other.id)) not in judged
        and (each := _pair(held, counts, one, other)) is not None
    ]
    found.sort(key=lambda each: (-_worth(each), each.one, each.other))
    return tuple(found[:MOST])


def _judged(
    said: Mapping[Pair, object], incidents: Iterable[Incident]
) -> frozenset[frozenset[IncidentId]]:
    """Give the pairs of incidents of which somebody judged two claims already."""
    of = {claim: each.id for each in incidents for claim in each.claims}
    pairs = ((of.get(ClaimId(a)), of.get(ClaimId(b))) for a, b in said)
    return frozenset(
        frozenset((a, b)) for a, b in pairs if a is not None and b is not None
    )


def _near(
    incidents: Iterable[Incident], counts: Mapping[IncidentId, IncidentCount]
) -> Iterator[tuple[Incident, Incident]]:
    """Give pairs at one place, each with those that follow it in time."""
    by_place: dict[tuple[str, str], list[Incident]] = defaultdict(list)
    for each in incidents:
        place = each.place or (each.place_text and fold(each.place_text))
        if place and each.id in counts:
            by_place[each.act, place].append(each)
    for group in by_place.values():
        group.sort(key=lambda each: (each.edtf or "~", each.id))
        for at, one in enumerate(group):
            for other in group[at + 1 : at + 1 + WINDOW]:
                yield one, other


def _pair(
    held: Held,
    counts: Mapping[IncidentId, IncidentCount],
    one: Incident,
    other: Incident,
) -> IncidentPair | None:
    days = _apart(one.edtf, other.edtf)
    if days is not None and days > NEAR_DAYS:
        return None
    signs = [Sign.SAME_PLACE]
    signs.append(
        Sign.NO_DAY if days is None else Sign.DAYS_APART if days else Sign.DAYS_MEET
    )
    mine, theirs = counts[one.id], counts[other.id]
    same = (mine.floor, mine.ceiling) == (theirs.floor, theirs.ceiling)
    signs.append(Sign.SAME_NUMBER if same else Sign.OTHER_NUMBER)
    if _names(held, one) & _names(held, other):
        signs.append(Sign.SAME_NAME)
    moves = min(mine.floor, theirs.floor)
    return IncidentPair(one.id, other.id, tuple(signs), days or 0, moves)


def _worth(pair: IncidentPair) -> float:
    """Weigh what an answer is worth: what would move, times how likely it is."""
    likely = {
        Sign.DAYS_MEET: 2.0,
        Sign.SAME_NUMBER: 2.0,
        Sign.SAME_NAME: 4.0,
        Sign.NO_DAY: 0.7,
    }
    worth = 1.0 + pair.moves
    for sign in pair.signs:
        worth *= likely.get(sign, 1.0)
    return worth


def _apart(one: str | None, other: str | None) -> int | None:
    """Give the days between two times, 0 where they meet; None where one is untold.

    Example:
        >>> _apart("2031-05-03", "2031-05-05"), _apart("2031-05", "2031-05-05")
        (2, 0)
    """
    if one is None or other is None:
        return None
    spans = sorted((_span(one), _span(other)))
    for (_, last), (first, _) in pairwise(spans):
        return max(0, first - last)
    return 0


def _span(edtf: str) -> tuple[int, int]:
    spans = Edtf.parse(edtf).spans
    first, last = spans[0][0], spans[-1][1]
    return (first or 0, last or (first or 0))


def _names(held: Held, incident: Incident) -> frozenset[str]:
    claims = (held.claims[each] for each in incident.claims if each in held.claims)
    return frozenset(
        fold(name) for claim in claims for name in claim.victims.names if fold(name)
    )
