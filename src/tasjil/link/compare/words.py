"""Why two records are held to be one person, or two: in words, the weightiest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from tasjil.link.compare import sentences
from tasjil.link.compare.fact_words import fact_words
from tasjil.link.compare.name_words import alignment_of, name_words
from tasjil.link.compare.sentences import Twin
from tasjil.link.names.commonness import Commonness
from tasjil.model.particulars import Particulars

FREQUENCY = "frequency"
"""Bits that no comparison has by itself: how common it is what agrees."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for one person, or for two, or for neither.

    Attributes:
        compared: The comparisons it is about.
        said: The sentence, without anybody's name.
        bits: Evidence that the two are one person; below zero that they are two; None
            where nobody weighed it.
    """

    compared: tuple[str, ...]
    said: Twin
    bits: float | None

    @property
    def weighed(self) -> Twin:
        """The sentence with its bits, such as "died a day apart (+4 bits)"."""
        if self.bits is None:
            return self.said
        bits = round(self.bits)
        pattern = sentences.ONE_BIT if abs(bits) == 1 else sentences.BITS
        return pattern.filled(text=self.said, bits=f"{bits:+}" if bits else "0")


@dataclass(frozen=True, slots=True)
class Reasons:
    """All that speaks for and against, and the sum of it.

    Attributes:
        whole: One sentence; None where nobody said how likely it is.
        reasons: The weightiest first, whichever way it speaks.
    """

    whole: Twin | None
    reasons: tuple[Reason, ...]

    def lines(self, arabic: bool = False) -> tuple[str, ...]:
        """Give the sum and the reasons as lines of text."""
        twins = [each.weighed for each in self.reasons]
        if self.whole is not None:
            twins.insert(0, self.whole)
        return tuple(each.ar if arabic else each.en for each in twins)


def explain(
    one: Particulars,
    other: Particulars,
    bits: Mapping[str, float] | None = None,
    chance: float | None = None,
    commonness: Commonness | None = None,
) -> Reasons:
    """Say why two records are held to be one person or two.

    Args:
        one: A record.
        other: Another.
        bits: The weight of each comparison as it came out for these two, and of
            `FREQUENCY`; None where they were not compared.
        chance: The probability that they are one person, where it is known.
        commonness: Of names, where the records come from; None for a built-in table.

    Example:
        >>> one = Particulars("a:1", "a", name="Daren Iven Vell", died="2031-05-03")
        >>> other = Particulars("b:1", "b", name="Daren Vell", died="2031-05-03")
        >>> weights = {"given": 6.0, "family": 4.0, "died": 7.0}
        >>> for line in explain(one, other, weights).lines():
        ...     print(line)
        the given name and family are spelled alike (+10 bits)
        died on the same day (+7 bits)
        the father is not told on one
    """
    weights = dict(bits or {})
    siblings = alignment_of(one, other, commonness).could_be_siblings
    said = [*name_words(one, other, commonness), *fact_words(one, other)]
    found = [
        Reason(
            compared,
            sentences.SIBLINGS if siblings and compared == ("given",) else each,
            _sum(compared, weights),
        )
        for compared, each in said
    ]
    common = weights.get(FREQUENCY, 0.0)
    if abs(common) >= 0.5:
        rare = sentences.RARE if common > 0 else sentences.FREQUENT
        found.append(Reason((FREQUENCY,), rare, common))
    ordered = sorted(found, key=lambda each: -abs(each.bits or 0.0))
    return Reasons(_whole(ordered, chance), tuple(ordered))


def _sum(compared: tuple[str, ...], weights: Mapping[str, float]) -> float | None:
    own = [weights[each] for each in compared if each in weights]
    return fsum(own) if own else None


def _whole(reasons: list[Reason], chance: float | None) -> Twin | None:
    if chance is None:
        return None
    told = {"held": _held(chance), "percent": f"{100 * chance:.0f}"}
    most = next((each for each in reasons if (each.bits or 0) > 0), None)
    against = next((each for each in reasons if (each.bits or 0) < 0), None)
    if most is not None and against is not None:
        return sentences.SUM.filled(**told, most=most.said, against=against.said)
    if most is not None:
        return sentences.SUM_FOR.filled(**told, most=most.said)
    if against is not None:
        return sentences.SUM_AGAINST.filled(**told, against=against.said)
    return sentences.SUM_BARE.filled(**told)


def _held(chance: float) -> Twin:
    if chance >= 0.5:
        return sentences.ALMOST_SURELY_ONE if chance >= 0.95 else sentences.RATHER_ONE
    return sentences.ALMOST_SURELY_TWO if chance <= 0.05 else sentences.RATHER_TWO
