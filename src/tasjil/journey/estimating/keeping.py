"""What of an estimate is kept, and how it is read again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from tasjil.errors import NotInRegister
from tasjil.estimate.report import Report, report_from_json, report_to_json
from tasjil.estimate.tables import ToldTables
from tasjil.journey.estimating.gathering import Gathered
from tasjil.journey.estimating.tables import from_plain, to_plain
from tasjil.journey.estimating.wanted import Wanted, wanted_from
from tasjil.register.estimates import KeptEstimate, NewEstimate

OF_THE_RUN = "seconds"
"""What differs from run to run, and is not kept: how long it took."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A run that was kept: from what, how, and what came of it."""

    told: ToldTables
    wanted: Wanted
    report: Report
    people: Mapping[str, Any]
    aside: tuple[str, ...]


def new_estimate(
    gathered: Gathered, wanted: Wanted, report: Report, basis: str
) -> NewEstimate:
    """Put a run into the form that the register keeps."""
    about = {
        "n": report.n,
        "seed": wanted.settings.seed,
        "draws": wanted.draws,
        "methods": [str(each.method) for each in report.outcomes],
        "verdict": str(report.verdict.kind),
        "limits_changed": list(wanted.settings.limits.changed()),
        "stopped": report.stopped,
        "versions": dict(report.versions or {}),
    }
    run = {
        "asked": wanted.plain(),
        "limits_changed": wanted.settings.limits.changed(),
        "tables": to_plain(gathered.told),
        "digests": [each.digest for each in gathered.told.tables()],
        "people": gathered.people,
        "aside": list(gathered.aside),
        "report": told_alike(report),
    }
    ids = tuple(gathered.ids.values())
    return NewEstimate(ids, report.data, basis, wanted.digest, about, run)


def told_alike(report: Report) -> dict[str, Any]:
    """Give a report as JSON values that are the same for the same run."""
    told = {
        name: what
        for name, what in report_to_json(report).items()
        if name != OF_THE_RUN
    }
    # As it is read back: no number is rounded on the way, and what is none is null.
    alike: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(told))
    return alike


def run_of(kept: KeptEstimate) -> Run:
    """Read a run again.

    Raises:
        NotInRegister: It went with a list that was erased, or never came here.
    """
    if kept.run is None:
        raise NotInRegister(
            f"expected estimate {kept.id} with its tables, found that they went with "
            "an erased list, or were kept to itself by another office; estimate anew: "
            "tasjil estimate CASE"
        )
    told = kept.run
    return Run(
        from_plain(told["tables"]),
        wanted_from(told["asked"]),
        report_from_json(told["report"]),
        told["people"],
        tuple(told["aside"]),
    )
