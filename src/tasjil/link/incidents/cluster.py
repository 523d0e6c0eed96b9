"""Tellings held to be of one event, and when two of them cannot be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tasjil.link.incidents.telling import Telling
from tasjil.link.names.sure import scripts
from tasjil.model.edtf import Edtf, meet
from tasjil.model.ids import ReportId

A_HANDFUL = 9
"""More events than this at one place and day cannot be told apart by looking."""

TELLING_NUMBER = 5
"""Smaller numbers agree by chance."""

A_FEW_DAYS = 7
"""A longer span is no time of an event."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Tellings held to be of one event, and why; no two are of one report.

    Attributes:
        settled: A person said that some of it is one event.
    """

    tellings: list[Telling] = field(default_factory=list)
    reports: set[ReportId] = field(default_factory=set)
    reasons: dict[str, None] = field(default_factory=dict)
    settled: bool = False

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> "Cluster":
        """Hold tellings to be of one event, for no reason yet."""
        held = list(tellings)
        return cls(held, {each.report for each in held})

    @property
    def lead(self) -> Telling:
        """The telling that the others were compared with."""
        return self.tellings[0]

    @property
    def first(self) -> str:
        """The smallest id of its claims: the same whatever was put in first."""
        return min(claim.id for told in self.tellings for claim in told.claims)

    @property
    def when(self) -> Edtf | None:
        """The days that fit all its tellings; None where no time was told."""
        if len(self.tellings) == 1:
            return self.lead.when
        return common_time(each.when for each in self.tellings)

    def join(self, other: "Cluster", because: str) -> None:
        """Take another cluster in, with the reason."""
        self.tellings += other.tellings
        self.reports |= other.reports
        self.reasons |= other.reasons | {because: None}
        self.settled = self.settled or other.settled


def common_time(times: Iterable[Edtf | None]) -> Edtf | None:
    """Give the days that fit all times; where none fit all, the first of them."""
    told = list({each.text: each for each in times if each is not None}.values())
    if len(told) < 2:
        return told[0] if told else None
    return meet(told) or told[0]


def only_one(found: Sequence[Cluster], cluster: Cluster) -> Cluster | None:
    """Give the one event that fits; None where none does, or it could be several.

    More than a handful at one place and day cannot be told apart this way, and looking
    through all of them would cost too much.
    """
    different = list(dict.fromkeys(found[:A_HANDFUL]))
    fits = [each for each in different if _compatible(each, cluster)]
    return fits[0] if len(fits) == 1 and len(found) < A_HANDFUL else None


def _compatible(one: Cluster, other: Cluster) -> bool:
    if one is other or one.reports & other.reports:
        return False
    return not _other_people(one.lead, other.lead)


def _other_people(one: Telling, other: Telling) -> bool:
    """Tell whether they cannot be about the same victims."""
    if one.person and other.person:
        return any(
            a != b and "unknown" not in (a, b)
            for a, b in zip(one.person, other.person, strict=True)
        ) or _other_names(one, other)
    return _other_names(one, other) and _all_named(one) and _all_named(other)


def _other_names(one: Telling, other: Telling) -> bool:
    """Tell whether the names cannot be spellings of the same; in two scripts they can.

    A name in Arabic script and one in Latin are never held to be two people here.
    """
    if not (one.names and other.names) or one.names & other.names:
        return False
    if one.sure_names & other.sure_names:
        return False
    return scripts(one.names) == scripts(other.names)


def _all_named(telling: Telling) -> bool:
    figure = telling.figure
    return figure is not None and figure.low == figure.high == len(telling.names)


def told_at(telling: Telling) -> str:
    """Name place and day for a reason; never a person."""
    place = telling.where.name or telling.where.text if telling.where else "no place"
    return f"{place}, {telling.when.text if telling.when else 'no date'}"
