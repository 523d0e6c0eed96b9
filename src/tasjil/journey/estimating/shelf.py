"""The estimates of a case as pages list them, and one opened."""

from dataclasses import dataclass

from tasjil.estimate.report import Report
from tasjil.journey.case import Case
from tasjil.journey.estimating.gathering import basis_of
from tasjil.journey.estimating.keeping import run_of
from tasjil.journey.estimating.wanted import Wanted
from tasjil.journey.lists.keeping import list_name
from tasjil.register.estimates import EstimateHead, KeptEstimate
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Shelved:
    """One estimate in a list.

    Attributes:
        fresh: Whether the case still holds what it was made from; None of another
            office's.
    """

    head: EstimateHead
    fresh: bool | None


@dataclass(frozen=True, slots=True)
class OpenedEstimate:
    """One estimate, with what came of it.

    Attributes:
        report: None where it went with an erased list.
        wanted: How it was asked for; None where that went too.
        fresh: As in `Shelved`.
    """

    kept: KeptEstimate
    report: Report | None
    wanted: Wanted | None
    fresh: bool | None


def shelved(case: Case, register: Register, limit: int = 50) -> tuple[Shelved, ...]:
    """List the newest estimates, newest first."""
    basis = basis_of(case, register)
    return tuple(
        Shelved(each, None if each.office else each.basis == basis)
        for each in register.estimate_heads(limit)
    )


def opened_estimate(case: Case, register: Register, id: str) -> OpenedEstimate:
    """Open one estimate.

    Raises:
        NotInRegister: None that whoever asks may see has this id.
    """
    kept = register.estimate(id)
    fresh = None if kept.office else kept.basis == basis_of(case, register)
    if kept.run is None:
        return OpenedEstimate(kept, None, None, fresh)
    run = run_of(kept)
    return OpenedEstimate(kept, run.report, run.wanted, fresh)


def shown_now(shelf: tuple[Shelved, ...]) -> Shelved | None:
    """Give the newest of ours that stands: the one that published pages show."""
    return next((e for e in shelf if e.head.stands and not e.head.office), None)


def list_names(register: Register) -> tuple[str, ...]:
    """Name the lists that were imported, as an estimate is asked for with them."""
    return tuple(list_name(each.name) for each in register.kept_lists())
