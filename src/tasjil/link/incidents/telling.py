"""What one report tells of one event: its claims, its place, its time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tasjil.link.names.sure import sure_key
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf, meet
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.persons import AgeGroup, Sex
from tasjil.model.places import Where
from tasjil.model.quantity import CountRange, Quantity, total
from tasjil.model.reach import separate_places
from tasjil.model.same_figure import stated_number
from tasjil.model.tally import Origin

Origins = Mapping[ClaimId, Origin]
"""The first teller of each claim, as far as the case can tell."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of one report about one event.

    Attributes:
        wholes: The claims that give the victims; `parts` only divide them further.
        where: The finest place its wholes agree on; None where none was told.
        when: The days it may have happened on; None where no time was told.
        figure: Lowest and highest number over the groups it adds up; None if untold.
        names: The folded names of its victims.
        sure_names: What full names are certainly the same by, in either script.
        tellers: First tellers with a name, each with a number it gave.
    """

    report: ReportId
    act: Act
    wholes: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    where: Where | None
    when: Edtf | None
    figure: CountRange | None = None
    names: frozenset[str] = frozenset()
    sure_names: frozenset[str] = frozenset()
    tellers: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def of(
        cls, wholes: Iterable[Claim], parts: Iterable[Claim], origins: Origins
    ) -> "Telling":
        """Build one from its claims, in the order of the text."""
        told = tuple(sorted(wholes, key=_in_order))
        rest = tuple(sorted(parts, key=_in_order))
        names = [name for claim in (*told, *rest) for name in claim.victims.names]
        sure = (sure_key(name) for name in names)
        return cls(
            told[0].report,
            told[0].act,
            told,
            rest,
            finest_place(told),
            shared_time(told),
            _figure(told),
            frozenset(map(fold, names)),
            frozenset(key for key in sure if key is not None),
            frozenset(_told_by(told, origins)),
        )

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All its claims, wholes first."""
        return self.wholes + self.parts

    @property
    def place_key(self) -> str | None:
        """The same for two tellings of the same place: a place's id, or its words."""
        if self.where is None:
            return None
        near = f"{self.where.precision} "
        return near + (self.where.place or f"text:{fold(self.where.text)}")

    @property
    def day(self) -> date | None:
        """The one day it happened on, where it is told to the day."""
        if self.when is None or self.when.days != 1:
            return None
        return self.when.earliest

    @property
    def person(self) -> tuple[Sex, AgeGroup] | None:
        """Sex and age group, where it is about one person; None otherwise."""
        about = self.wholes[0]
        alone = about.level is Level.INDIVIDUAL and self.figure == CountRange(1, 1)
        return (about.victims.sex, about.victims.age_group) if alone else None


def _figure(wholes: Iterable[Claim]) -> CountRange | None:
    """Add up the groups, each spanned over what was told of it."""
    groups: dict[str, list[Quantity]] = {}
    for claim in wholes:
        if claim.quantity.known:
            groups.setdefault(claim.group, []).append(claim.quantity)
    if not groups:
        return None
    return total(_span(told) for told in groups.values())


def _span(told: list[Quantity]) -> CountRange:
    """Give the range that holds every number told of one group."""
    highs = [quantity.high for quantity in told if quantity.high is not None]
    high = max(highs) if len(highs) == len(told) else None
    return CountRange(min(quantity.low or 0 for quantity in told), high)


def _told_by(claims: Iterable[Claim], origins: Origins) -> Iterable[tuple[str, int]]:
    """Give each named first teller with each number that was said."""
    for claim in claims:
        origin, number = origins.get(claim.id), stated_number(claim.quantity)
        if origin is not None and origin.is_named and number is not None:
            yield origin.key, number


def _in_order(claim: Claim) -> tuple[int, str]:
    return claim.passage.start, claim.id


def finest_place(claims: Iterable[Claim]) -> Where | None:
    """Give the finest place told; where claims differ, the one told most often."""
    votes: dict[str, list[Where]] = {}
    for claim in claims:
        for where in separate_places(claim.where)[:1]:
            votes.setdefault(where.place or f"text:{fold(where.text)}", []).append(
                where
            )
    if not votes:
        return None
    outer = {place for told in votes.values() for each in told for place in each.within}
    fine = {key: told for key, told in votes.items() if key not in outer} or votes
    best = min(fine, key=lambda key: (-len(fine[key]), key))
    return fine[best][0]


def shared_time(claims: Iterable[Claim]) -> Edtf | None:
    """Give the days that fit every claim; where none fit all, those of the first."""
    times = [Edtf.parse(claim.when.edtf) for claim in claims if claim.when.edtf]
    if not times:
        return None
    return meet(times) or times[0]
