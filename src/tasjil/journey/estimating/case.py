"""Estimates a case: tables from its linked persons, a report, what is kept of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tasjil.errors import BadValue
from tasjil.estimate.report import Report
from tasjil.estimate.report.make import make_report
from tasjil.estimate.watch import Watch
from tasjil.journey.case import Case
from tasjil.journey.estimating.gathering import Gathered, basis_of, gather
from tasjil.journey.estimating.keeping import new_estimate, run_of
from tasjil.journey.estimating.wanted import Wanted
from tasjil.journey.linking.case import link_register
from tasjil.journey.opening import Key, open_register
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.register.deeds import Deed
from tasjil.register.estimates import KeptEstimate
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """An estimate of a case that was made and kept.

    Attributes:
        id: Under which it is kept.
    """

    id: str
    report: Report
    gathered: Gathered


@dataclass(frozen=True, slots=True)
class Deciding:
    """When it is done, and why, where a person decided something.

    Attributes:
        because: Needed where a limit is set otherwise.
    """

    at: datetime
    because: str | None = None


def estimate_case(
    case: Case,
    key: Key,
    wanted: Wanted,
    deciding: Deciding,
    progress: Progress,
    watch: Callable[[], Watch] = Watch,
) -> Made | None:
    """Estimate how many nobody documented in a case, and keep what came of it.

    Args:
        case: The case.
        key: What opens its register.
        wanted: Lists, draws, methods, limits.
        deciding: When, and why.
        progress: Told how far linking is.
        watch: Makes who is told how far estimating is, and who may stop it.

    Returns:
        None where the case has no list.

    Raises:
        NoRegister: The case has not been built yet.
        NotAllowed: Whoever opened it may not estimate.
        BadValue: A limit was set otherwise and nobody says why.
    """
    changed = wanted.settings.limits.changed()
    if changed and not (deciding.because or "").strip():
        raise BadValue(
            f"expected why {', '.join(changed)} is set otherwise: a changed limit is "
            'kept with its reason; add --because "..."'
        )
    with open_register(case, key) as register:
        register.must(Deed.ESTIMATE)
        link_register(case, register, deciding.at, progress)
        return estimate_register(case, register, wanted, deciding, watch())


def estimate_register(
    case: Case, register: Register, wanted: Wanted, deciding: Deciding, watch: Watch
) -> Made | None:
    """Estimate what an open register holds of linked persons, and keep it."""
    basis, wanted = basis_of(case, register), wanted.as_kept
    if basis is None:
        return None
    gathered = gather(case, register, wanted)
    if not gathered.told.lists:
        return None
    report = make_report(gathered.told, wanted.settings, watch)
    id = register.keep_estimate(
        new_estimate(gathered, wanted, report, basis),
        by=PROGRAM if deciding.because is None else register.user,
        at=deciding.at,
        because=deciding.because,
    )
    return Made(id, report, gathered)


@dataclass(frozen=True, slots=True)
class Listed:
    """An estimate that was kept.

    Attributes:
        report: None where it went with an erased list.
        fresh: Whether the case still holds what it was made from; None of another
            office's.
    """

    kept: KeptEstimate
    report: Report | None
    fresh: bool | None


def estimates_of(case: Case, key: Key) -> tuple[Listed, ...]:
    """Give every estimate that was kept, oldest first."""
    with open_register(case, key) as register:
        basis = basis_of(case, register)
        return tuple(
            Listed(
                each,
                None if each.run is None else run_of(each).report,
                None if each.office else each.basis == basis,
            )
            for each in register.estimates()
        )


def withdraw_estimate(
    case: Case, key: Key, id: str, because: str, at: datetime
) -> None:
    """Take an estimate back, with the reason.

    Raises:
        NotInRegister: None of ours has this id, or it was withdrawn before.
        NotAllowed: Whoever opened it may not withdraw one.
    """
    with open_register(case, key) as register:
        register.withdraw_estimate(id, because=because, at=at)
