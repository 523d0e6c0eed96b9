"""Runs an estimate that was kept anew, and says whether the numbers are the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasjil.estimate.report import Report
from tasjil.estimate.report.make import make_report
from tasjil.estimate.watch import Watch
from tasjil.journey.case import Case
from tasjil.journey.estimating.gathering import basis_of
from tasjil.journey.estimating.keeping import run_of, told_alike
from tasjil.journey.opening import Key, open_register
from tasjil.register.estimates import KeptEstimate

SHOWN = 5
"""How many places where two runs differ are named."""
VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class Again:
    """An estimate that was kept, and the same run today.

    Attributes:
        report: What came of it now.
        differs: Where the two differ, as paths into the report; the first few.
        versions: What computes in another version now: then, and now.
        fresh: Whether the case still holds what its tables were made from; None of
            another office's.
        stopped: One of the two was ended early, so that they cannot be held together.
    """

    kept: KeptEstimate
    report: Report
    differs: tuple[str, ...]
    versions: dict[str, tuple[str, str]]
    fresh: bool | None
    stopped: bool

    @property
    def same(self) -> bool:
        """Whether every number is the same to the last digit."""
        return not self.differs


def again(case: Case, key: Key, id: str, watch: Watch) -> Again:
    """Run a kept estimate anew from its tables, settings and seed; keep nothing.

    Raises:
        NotInRegister: There is none of this id, or its tables were destroyed.
    """
    with open_register(case, key) as register:
        kept = register.estimate(id)
        fresh = None if kept.office else kept.basis == basis_of(case, register)
    run = run_of(kept)
    now = make_report(run.told, run.wanted.settings, watch)
    before, after = told_alike(run.report), told_alike(now)
    then = before.pop(VERSIONS) or {}
    today = after.pop(VERSIONS) or {}
    return Again(
        kept,
        now,
        tuple(place for place, _ in zip(_apart(before, after), range(SHOWN))),  # noqa: B905
        {
            name: (then.get(name, ""), version)
            for name, version in today.items()
            if then.get(name) != version
        },
        fresh,
        run.report.stopped or now.stopped,
    )


def _apart(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Name the places where two JSON values differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted(one.keys() | other.keys()):
            yield from _apart(one.get(name), other.get(name), f"{path}.{name}")
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield path.lstrip(".")
            return
        for at, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _apart(left, right, f"{path}[{at}]")
    elif one != other:
        yield path.lstrip(".")
