"""What pages show of a case's last estimate: its own report, and no small number."""

from tasjil.estimate.report.page import fragment, lead
from tasjil.estimate.saying import Language
from tasjil.journey.case import Case
from tasjil.journey.estimating.building import last_own
from tasjil.journey.estimating.gathering import basis_of
from tasjil.journey.estimating.keeping import run_of
from tasjil.publish.view import EstimateShown
from tasjil.register.register import Register


def estimate_shown(case: Case, register: Register) -> EstimateShown | None:
    """Put the last estimate that stands into words for pages; None without one.

    Numbers of persons below ten are not in it: somebody could know who they are.
    """
    kept = last_own(register)
    if kept is None:
        return None
    report = run_of(kept).report
    return EstimateShown(
        {each.value: fragment(report, each, exact=False) for each in Language},
        {each.value: lead(report, each, exact=False) for each in Language},
        made_at=kept.at,
        fresh=kept.basis == basis_of(case, register),
        run=kept.id,
    )
