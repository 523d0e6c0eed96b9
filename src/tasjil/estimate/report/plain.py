"""A report as one JSON object, and back."""

from typing import Any, get_type_hints

from tasjil.estimate.report.parts import StratumShown
from tasjil.estimate.report.value import Outcome, Report
from tasjil.model.estimate import outcome_from_json
from tasjil.model.json import from_json, to_json

OUTCOMES = frozenset({"outcomes", "whole", "set_aside"})
PARTED = frozenset({"strata", "draws"})


def report_to_json(report: Report) -> dict[str, Any]:
    """Give a report as JSON values; its outcomes have the form of every estimate."""
    return dict(to_json(report))


def report_from_json(plain: dict[str, Any]) -> Report:
    """Read a report back; what it tells is the same to the last digit.

    Raises:
        BadValue: It is no report.
    """
    kinds = get_type_hints(Report)
    fields = {
        name: _read(name, plain[name], kinds[name]) for name in kinds if name in plain
    }
    return Report(**fields)


def _read(name: str, plain: Any, kind: Any) -> Any:
    if name in OUTCOMES:
        return _outcomes(plain)
    if name in PARTED:
        return tuple(
            StratumShown(each["name"], each["n"], _outcomes(each["outcomes"]))
            for each in plain
        )
    return from_json(plain, kind)


def _outcomes(plain: list[dict[str, Any]]) -> tuple[Outcome, ...]:
    return tuple(outcome_from_json(each) for each in plain)
