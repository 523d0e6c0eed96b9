"""How far people who judge the same thing apart from each other agree.

Rows are units (a claim, an element of an incident), columns are people; a unit that a
person did not judge is None for them.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isclose

from tasjil.errors import BadValue
from tasjil.model.defined import Defined

Value = Hashable
Ratings = Sequence[Sequence[Value | None]]
"""One row a unit, one column a person."""

FEWEST = 20
"""Units that two people judged, below which a coefficient says too little."""


class Measure(Defined):
    """How far apart two answers are."""

    NOMINAL = "nominal", "The same or not; the answers have no order."
    ORDINAL = "ordinal", "The answers have an order, and no distances."
    INTERVAL = "interval", "The answers are numbers, and their differences count."


def cohens_kappa(one: Sequence[Value], other: Sequence[Value]) -> float | None:
    """Give Cohen's kappa of two people who judged the same units.

    The share of agreement beyond what two would reach by chance who give each answer as
    often as these do. J. Cohen, "A coefficient of agreement for nominal scales",
    Educational and Psychological Measurement 20 (1960), 37-46.

    Args:
        one: The answers of the one, unit by unit.
        other: The answers of the other, in the same order.

    Returns:
        1 where they agree on everything, 0 where no more than by chance; None where
        chance alone would make them agree on everything, or nothing was judged.

    Example:
        >>> cohens_kappa(["yes", "yes", "no", "no"], ["yes", "no", "no", "no"])
        0.5
    """
    if len(one) != len(other):
        raise BadValue(
            f"expected as many answers of both, got {len(one)}, {len(other)}"
        )
    if not one:
        return None
    many = len(one)
    agreed = sum(a == b for a, b in zip(one, other, strict=True)) / many
    of_one, of_other = Counter(one), Counter(other)
    by_chance = sum(of_one[each] * of_other[each] for each in of_one) / many**2
    return None if isclose(by_chance, 1) else (agreed - by_chance) / (1 - by_chance)


def krippendorffs_alpha(
    ratings: Ratings, measure: Measure = Measure.NOMINAL
) -> float | None:
    """Give Krippendorff's alpha of any number of people, with answers missing or not.

    One less the disagreement that is seen, as a share of what chance would give. K.
    Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).

    Args:
        ratings: Rows are units, columns people; None where a person gave no answer.
            A unit with fewer than two answers says nothing.
        measure: How far apart two answers are. Ordinal and interval answers can be
            compared; interval answers are numbers.

    Returns:
        1 where all agree, 0 where no more than by chance; None where no unit has two
        answers, or there is only one answer in all of them.

    Example:
        >>> krippendorffs_alpha([("a", "a"), ("b", "b"), ("a", None)])
        1.0
    """
    units = [[each for each in row if each is not None] for row in ratings]
    units = [row for row in units if len(row) > 1]
    totals = Counter(each for row in units for each in row)
    if len(totals) < 2:
        return None
    distance = _distances(totals, measure)
    many = totals.total()
    seen = sum(
        distance(a, b) * times / (len(row) - 1)
        for row in units
        for (a, b), times in _pairs(Counter(row)).items()
    )
    by_chance = sum(
        distance(a, b) * times for (a, b), times in _pairs(totals).items()
    ) / (many - 1)
    return 1 - seen / by_chance


def _pairs(answers: Mapping[Value, int]) -> dict[tuple[Value, Value], int]:
    """Count the pairs of unlike answers, both ways round."""
    return {(a, b): 2 * answers[a] * answers[b] for a, b in combinations(answers, 2)}


def _distances(
    totals: Mapping[Value, int], measure: Measure
) -> Callable[[Value, Value], float]:
    """Give the squared distance between two answers."""
    if measure is Measure.NOMINAL:
        return lambda a, b: float(a != b)
    ordered: list[float] = sorted(totals)  # type: ignore[arg-type]
    if measure is Measure.INTERVAL:
        return lambda a, b: float(a - b) ** 2  # type: ignore[operator]
    # How many answers lie below the middle of each, so that the difference of two is
    # Krippendorff's sum over the answers between them, with half of both ends.
    middle: dict[Value, float] = {}
    below = 0
    for each in ordered:
        middle[each] = below + totals[each] / 2
        below += totals[each]
    return lambda a, b: (middle[a] - middle[b]) ** 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far people agreed on one question.

    Attributes:
        units: What two or more people answered.
        pairs: Pairs of answers to the same unit by two people.
        agreed: The share of these pairs that are the same; None without any.
        kappa: Cohen's, where exactly two people answered all of them.
        alpha: Krippendorff's.
        enough: Whether there are units enough to say anything by a coefficient.
    """

    people: int
    units: int
    pairs: int
    agreed: float | None
    kappa: float | None
    alpha: float | None
    enough: bool


def agreement(
    answers: Mapping[Hashable, Mapping[str, Value]],
    measure: Measure = Measure.NOMINAL,
) -> Agreement:
    """Measure how far people agreed.

    Args:
        answers: For each unit, what each person answered.
        measure: How far apart two answers are, for alpha.

    Example:
        >>> agreement({"c1": {"salma": "yes", "ilan": "yes"}}).enough
        False
    """
    double = {unit: told for unit, told in answers.items() if len(told) > 1}
    people = sorted({person for told in double.values() for person in told})
    both = [pair for told in double.values() for pair in combinations(told.values(), 2)]
    rows = [[told.get(person) for person in people] for told in double.values()]
    kappa = None
    if len(people) == 2:
        kappa = cohens_kappa([row[0] for row in rows], [row[1] for row in rows])
    return Agreement(
        people=len(people),
        units=len(double),
        pairs=len(both),
        agreed=sum(a == b for a, b in both) / len(both) if both else None,
        kappa=kappa,
        alpha=krippendorffs_alpha(rows, measure),
        enough=len(double) >= FEWEST,
    )
