"""What a build does about estimating: where lists allow, once, and not for ever."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import numpy as np

from tasjil.errors import BadValue
from tasjil.estimate.watch import Step, Watch
from tasjil.journey.case import Case
from tasjil.journey.count import held_by
from tasjil.journey.estimating.case import Deciding, Made, estimate_register
from tasjil.journey.estimating.gathering import basis_of, chosen, held_as
from tasjil.journey.estimating.wanted import Wanted
from tasjil.journey.linking.records import case_records
from tasjil.journey.progress import Progress
from tasjil.register.deeds import Deed
from tasjil.register.estimates import KeptEstimate
from tasjil.register.register import Register

MINUTES = 5.0
"""How long a build estimates unless somebody says otherwise."""
FEWEST_LISTS = 3
WANTED = Wanted()


@dataclass(frozen=True, slots=True)
class Allowed:
    """How long a build may estimate.

    Attributes:
        minutes: 0 for not at all. What was reached by then is kept, and says so.
        clock: Gives seconds.
    """

    minutes: float = MINUTES
    clock: Callable[[], float] = monotonic

    def __post_init__(self) -> None:
        """Refuse less than no time."""
        if not self.minutes >= 0:
            raise BadValue(f"expected 0 minutes or more, got {self.minutes}")


def estimate_in_build(
    case: Case,
    register: Register,
    deciding: Deciding,
    progress: Progress,
    allowed: Allowed,
    wanted: Wanted = WANTED,
) -> Made | None:
    """Estimate a case that is being built, where its lists allow and it is not done.

    Args:
        case: The case.
        register: Its register; its persons are linked.
        deciding: When.
        progress: Told how far it is.
        allowed: How long it may take.
        wanted: How; as `tasjil estimate CASE` does it unless somebody says otherwise.

    Returns:
        None where nothing was done: fewer than three lists that overlap, no leave,
        no time, or an estimate of the same data asked in the same way is kept.
    """
    if not allowed.minutes or not register.may(Deed.ESTIMATE):
        return None
    if _kept(case, register, wanted) or not lists_allow(case, register, wanted):
        return None
    progress.note(
        f"Lists overlap: estimating how many nobody documented, for at most "
        f"{allowed.minutes:g} minutes (--estimate-minutes; 0 for not at all)."
    )
    end = allowed.clock() + 60 * allowed.minutes
    watch = Watch(TellsSteps(progress), lambda: allowed.clock() > end)
    return estimate_register(case, register, wanted, deciding, watch)


def lists_allow(case: Case, register: Register, wanted: Wanted) -> bool:
    """Say whether at least three lists share people with others."""
    held = held_by(register, Deed.LOOK_AT_REPORTS)
    records = case_records(case, register, held)
    names, _ = chosen(records, wanted)
    if len(names) < FEWEST_LISTS:
        return False
    place = {name: at for at, name in enumerate(names)}
    labels = held_as(register, records)
    on = np.zeros((int(labels.max()) + 1, len(names)), np.bool_)
    for label, told in zip(labels, records.told, strict=True):
        if told.list in place:
            on[label, place[told.list]] = True
    shared = on[on.sum(1) > 1].any(0)
    return int(shared.sum()) >= FEWEST_LISTS


def last_own(register: Register) -> KeptEstimate | None:
    """Give the last estimate of ours that stands: the one that pages show."""
    standing = [
        each for each in register.estimates() if each.stands and not each.office
    ]
    return standing[-1] if standing else None


def _kept(case: Case, register: Register, wanted: Wanted) -> bool:
    basis = basis_of(case, register)
    return any(
        not each.office and (each.basis, each.asked) == (basis, wanted.digest)
        for each in register.estimates()
    )


class TellsSteps:
    """Tells a progress how far estimating is."""

    def __init__(self, progress: Progress) -> None:
        """Tell this progress."""
        self._progress = progress
        self._what = ""
        self._done = 0

    def __call__(self, step: Step) -> None:
        """Tell of one step."""
        if step.what != self._what:
            self._what, self._done = step.what, 0
            self._progress.begin(f"Estimating: {step.what}", step.of)
        if step.done is not None and step.done > self._done:
            self._progress.step(step.done - self._done)
            self._done = step.done
