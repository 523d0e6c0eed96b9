"""Everything the pages may show, gathered before the first page is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, PlaceId, ReportId, SourceId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.places import Place
from tasjil.model.reconciliation import Reconciliation
from tasjil.model.report import Report
from tasjil.model.scope import Codebook, Scope
from tasjil.model.sources import Source
from tasjil.model.tally import Origin, Tally
from tasjil.publish.languages import Bilingual
from tasjil.publish.lists import ListsShown

Geometry = Mapping[str, Any]
"""A GeoJSON geometry of type Polygon or MultiPolygon, in degrees."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not become a report, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A report that no reader could read yet, and why."""

    report: ReportId
    reason: str


@dataclass(frozen=True, slots=True)
class LogHead:
    """The state of the log these pages were made from."""

    digest: str
    entries: int


@dataclass(frozen=True, slots=True)
class EstimateShown:
    """An estimate that was made of the case, as its own report tells it.

    Attributes:
        fragments: The report as HTML in each language ("en", "ar"), safe to show as it
            is: numbers of persons below ten are not in it.
        leads: A sentence or two in each language, for the overview; HTML too.
        made_at: When, ISO 8601.
        fresh: Nothing it rests on has changed since.
        run: The run's id in the register.
    """

    fragments: Mapping[str, str]
    leads: Mapping[str, str]
    made_at: str
    fresh: bool = True
    run: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What the site shows; what is not in here cannot leave the house.

    `reports` and `claims` may read from the store as they are asked: each report is
    asked for twice, each report's claims once.

    Attributes:
        case: The case's id, the name of its folder.
        claims: Claims by report; a report without claims may be left out.
        states: Claims that nobody has judged may be left out: they are proposed.
        corrected: What a person corrected, as it was read, by what stands now.
        origins: The first teller of each claim, as `assess` or `count` found it.
        generated: When the site was made, ISO 8601; never read from a clock here.
        program: Name and version of the program ("tasjil 0.1.0").
        contact: Where a reader reports an error, in words or an address.
        withheld: Reports that stand-ins stand for, by their number: nothing of their
            words is in this view.
        areas: Outlines of places, for the map.
        areas_source: Who drew the outlines.
        reconciliation: All totals held against each other; None where that was not
            done.
        lists: The case's lists and how they were linked; None where it has none.
        estimate: What was estimated of those whom nobody documented; None where nobody
            estimated.
    """

    case: str
    name: Bilingual
    about: Bilingual
    scope: Scope
    codebook: Codebook
    places: Mapping[PlaceId, Place]
    sources: Mapping[SourceId, Source]
    reports: Mapping[ReportId, Report]
    claims: Mapping[ReportId, tuple[Claim, ...]]
    tally: Tally
    incidents: tuple[Incident, ...]
    origins: Mapping[ClaimId, Origin]
    generated: str
    program: str
    log: LogHead | None = None
    states: Mapping[ClaimId, ClaimState] = field(default_factory=dict)
    corrected: Mapping[ClaimId, tuple[Claim, ...]] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    unread: tuple[Unread, ...] = ()
    contact: Bilingual | None = None
    withheld: Mapping[ReportId, int] = field(default_factory=dict)
    areas: Mapping[PlaceId, Geometry] = field(default_factory=dict)
    areas_source: str | None = None
    reconciliation: Reconciliation | None = None
    lists: ListsShown | None = None
    estimate: EstimateShown | None = None
