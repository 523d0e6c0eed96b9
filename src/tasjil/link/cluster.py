"""Tellings held to be of one event, and when two of them cannot be."""

from dataclasses import dataclass, field

from tasjil.link.telling import Telling
from tasjil.model.ids import ReportId

A_HANDFUL = 9
"""More events than this at one place and day cannot be told apart by looking."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Tellings held to be of one event, and why; no two are of one report."""

    tellings: list[Telling] = field(default_factory=list)
    reports: set[ReportId] = field(default_factory=set)
    reasons: dict[str, None] = field(default_factory=dict)

    @property
    def lead(self) -> Telling:
        """The telling that the others were compared with."""
        return self.tellings[0]

    def join(self, other: "Cluster", because: str) -> None:
        """Take another cluster in, with the reason."""
        self.tellings += other.tellings
        self.reports |= other.reports
        self.reasons |= other.reasons | {because: None}


def only_one(found: list[Cluster], cluster: Cluster) -> Cluster | None:
    """Give the one event that fits; None where none does, or it could be several.

    More than a handful at one place and day cannot be told apart this way, and looking
    through all of them would cost too much.
    """
    different = list(dict.fromkeys(found[:A_HANDFUL]))
    fits = [each for each in different if _compatible(each, cluster)]
    return fits[0] if len(fits) == 1 and len(found) < A_HANDFUL else None


def _compatible(one: Cluster, other: Cluster) -> bool:
    if one.reports & other.reports:
        return False
    return not _other_people(one.lead, other.lead)


def _other_people(one: Telling, other: Telling) -> bool:
    """Tell whether they cannot be about the same victims."""
    if one.person and other.person:
        return any(
            a != b and "unknown" not in (a, b)
            for a, b in zip(one.person, other.person, strict=True)
        ) or bool(one.names and other.names and not one.names & other.names)
    return (
        bool(one.names and other.names)
        and not one.names & other.names
        and _all_named(one)
        and _all_named(other)
    )


def _all_named(telling: Telling) -> bool:
    figure = telling.figure
    return figure is not None and figure.low == figure.high == len(telling.names)


def told_at(telling: Telling) -> str:
    """Name place and day for a reason; never a person."""
    place = telling.where.name or telling.where.text if telling.where else "no place"
    return f"{place}, {telling.when.text if telling.when else 'no date'}"
