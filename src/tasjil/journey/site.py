"""Gathers what the pages may show, and has them written."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasjil.errors import CaseError
from tasjil.journey.case import Case
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.journey.protect import Shown
from tasjil.journey.reconcile import reconcile_counted
from tasjil.model.claim import Claim
from tasjil.model.ids import PlaceId, ReportId
from tasjil.publish.languages import Bilingual
from tasjil.publish.site import write_site
from tasjil.publish.standins import UNREAD
from tasjil.publish.view import Failure, Geometry, LogHead, SiteView, Unread


def write_pages(
    view: SiteView, out: Path, progress: Progress, look: Callable[[], None]
) -> None:
    """Write the pages, telling how far it is; `look` can keep them from being seen."""
    told = 0

    def so_far(done: int, total: int) -> None:
        nonlocal told
        if not told:
            progress.begin("Writing pages", total)
        progress.step(done - told)
        told = done

    write_site(view, out, so_far, look)


def view_of(
    case: Case,
    public: Shown,
    log: LogHead,
    failures: tuple[Failure, ...],
    unread: tuple[Unread, ...],
) -> SiteView:
    """Put together everything the pages show; stand-ins for what is withheld."""
    counted = public.counted
    claims: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in counted.evidence.claims.values():
        claims[claim.report].append(claim)
    areas, areas_source = areas_of(case)
    return SiteView(
        case=case.id,
        name=Bilingual(case.name, case.name_ar),
        about=Bilingual(case.about, case.about_ar or None),
        scope=case.scope,
        codebook=case.codebook,
        places={place.id: place for place in case.places},
        sources={source.id: source for source in case.sources},
        reports=counted.reports,
        claims={report: tuple(found) for report, found in claims.items()},
        tally=counted.tally,
        incidents=counted.incidents,
        origins=counted.evidence.origins,
        generated=datetime.now(UTC).isoformat(timespec="minutes"),
        program=PROGRAM.replace("/", " "),
        log=log,
        states=counted.evidence.states,
        corrected=counted.goes.lines(),
        failures=failures,
        unread=tuple(
            Unread(public.reports[each.report], UNREAD)
            if each.report in public.reports
            else each
            for each in unread
        ),
        withheld={id: n for n, id in enumerate(public.reports.values(), 1)},
        areas=areas,
        areas_source=areas_source,
        reconciliation=reconcile_counted(case, counted),
    )


def areas_of(case: Case) -> tuple[Mapping[PlaceId, Geometry], str | None]:
    """Read the outlines of places for the map, where the case has `areas.geojson`.

    Raises:
        CaseError: The file is not GeoJSON with a `place` in each feature.
    """
    path = case.folder / "areas.geojson"
    if not path.exists():
        return {}, None
    try:
        plain: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        found = {
            PlaceId(each["properties"]["place"]): each["geometry"]
            for each in plain["features"]
        }
    except (ValueError, KeyError, TypeError) as wrong:
        raise CaseError(
            f"{path}: expected GeoJSON whose features have a geometry and a property "
            f"'place' (an id of places.csv), found something else ({wrong})"
        ) from wrong
    return found, plain.get("source")
