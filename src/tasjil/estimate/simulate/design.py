"""A population to draw: how many, who is listed how easily, which lists depend."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tasjil.errors import BadValue

MOST_LISTS = 14
"""Cells of more lists do not fit into memory with all that a design may hold."""


@dataclass(frozen=True, slots=True)
class Group:
    """People who are listed alike: a stratum, or a latent class.

    Attributes:
        share: Of the population.
        chances: To be on each list, between 0 and 1.
    """

    share: float
    chances: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse shares and chances that are none."""
        if not 0 < self.share <= 1:
            raise BadValue(f"expected a share above 0, at most 1, got {self.share}")
        for chance in self.chances:
            if not 0 < chance < 1:
                raise BadValue(
                    f"expected the chance to be on a list between 0 and 1, got {chance}"
                )


@dataclass(frozen=True, slots=True)
class Dependence:
    """Two lists of which one makes the other more likely, or less.

    Attributes:
        odds: The odds ratio of the two among people alike in everything else: 1 is
            none, 3 is three times the odds, 0.3 is lists that shun each other.
    """

    one: str
    other: str
    odds: float

    def __post_init__(self) -> None:
        """Refuse what is no odds ratio between two lists."""
        if not 1e-4 <= self.odds <= 1e4 or self.one == self.other:
            raise BadValue(
                "expected two lists and an odds ratio above 0, say 3, got "
                f"{self.one}+{self.other}={self.odds:g}"
            )


@dataclass(frozen=True, slots=True)
class Relay:
    """A list that copies from another.

    Attributes:
        copied: The list that is copied from.
        copier: The list that has, beside its own people, a share of the other's.
        share: Of the other's people.
    """

    copied: str
    copier: str
    share: float

    def __post_init__(self) -> None:
        """Refuse what is no copy."""
        if not 0 < self.share < 1 or self.copied == self.copier:
            raise BadValue(
                "expected two lists and a share between 0 and 1, got "
                f"{self.copied}>{self.copier}={self.share:g}"
            )


@dataclass(frozen=True, slots=True)
class Design:
    """A population whose size is known, and lists that are drawn of it.

    Attributes:
        population: How many there are, documented or not.
        lists: Names.
        groups: Strata or latent classes; their shares sum to 1.
        spread: Standard deviation, on the logit scale, of how easily persons of one
            group are listed by any list: 0 is all alike, 1 is much.
        dependences: Between two lists each.
        relays: Copies, made in this order after all lists have their own people.

    Raises:
        BadValue: A population that cannot be.

    Example:
        >>> design = Design.of(5000, [0.3, 0.2, 0.1], depends=["A+B=2.5"])
        >>> design.lists, design.dependences[0].odds
        (('A', 'B', 'C'), 2.5)
    """

    population: int
    lists: tuple[str, ...]
    groups: tuple[Group, ...]
    spread: float = 0.0
    dependences: tuple[Dependence, ...] = ()
    relays: tuple[Relay, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a population that cannot be."""
        if not 1 <= self.population <= 10**9:
            raise BadValue(f"expected a population of 1 or more, got {self.population}")
        if not 2 <= len(self.lists) <= MOST_LISTS:
            raise BadValue(
                f"expected 2 to {MOST_LISTS} lists to draw, got {len(self.lists)}"
            )
        if len(set(self.lists)) < len(self.lists):
            raise BadValue("expected lists with names that differ, got one twice")
        if not 0 <= self.spread <= 5:
            raise BadValue(f"expected a spread of 0 to 5, got {self.spread}")
        self._check_groups()
        self._check_names()

    def _check_groups(self) -> None:
        if any(len(each.chances) != len(self.lists) for each in self.groups):
            raise BadValue("expected, in every group, a chance for each list")
        together = sum(each.share for each in self.groups)
        if abs(together - 1) > 1e-6:
            raise BadValue(f"expected groups whose shares sum to 1, got {together:g}")

    def _check_names(self) -> None:
        named = {name for each in self.dependences for name in (each.one, each.other)}
        named |= {name for each in self.relays for name in (each.copied, each.copier)}
        if strange := sorted(named - set(self.lists)):
            raise BadValue(
                f"expected lists among {', '.join(self.lists)}, got "
                f"{', '.join(strange)}"
            )

    @classmethod
    def of(
        cls,
        population: int,
        chances: Sequence[float],
        names: Sequence[str] | None = None,
        spread: float = 0.0,
        depends: Sequence[str] = (),
        relays: Sequence[str] = (),
    ) -> "Design":
        """Make a design of one group, as a person types it.

        Args:
            population: How many there are.
            chances: To be on each list.
            names: Of the lists; A, B, C ... where none are given.
            spread: See `Design`.
            depends: Odds ratios between two lists: A+B=3.
            relays: Shares that are copied, from the first to the second: A>B=0.5.

        Raises:
            BadValue: A word that says neither, or a population that cannot be.
        """
        lists = tuple(names or _letters(len(chances)))
        return cls(
            population,
            lists,
            (Group(1.0, tuple(chances)),),
            spread,
            tuple(Dependence(*_two(each, "+", "A+B=3")) for each in depends),
            tuple(Relay(*_two(each, ">", "A>B=0.5")) for each in relays),
        )

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return asdict(self)


def _letters(many: int) -> list[str]:
    return [chr(ord("A") + at) for at in range(min(many, 26))]


def _two(word: str, between: str, like: str) -> tuple[str, str, float]:
    lists, _, value = word.rpartition("=")
    one, found, other = lists.partition(between)
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not found or not one.strip() or not other.strip() or number != number:
        raise BadValue(f"expected two lists and a number, as in {like}, got {word!r}")
    return one.strip(), other.strip(), number
