"""`tasjil sources`: who tells, whom they pass on, and who cites in a ring."""

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import line, put
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.sources import Teller, list_sources, ring_json, teller_json


def sources(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """List who tells: how much, whom they pass on, and how what they told held up.

    Whom a source passes on is known from the case's list, from the attribution in its
    reports, from wording, or from an unusual figure that it gives later. Two who cite
    each other for one figure count as one teller of it.
    """
    opened = open_case(case)
    found = list_sources(opened, key_for(opened, user))
    if as_json:
        put(
            {
                "sources": [teller_json(each) for each in found.tellers],
                "rings": [ring_json(ring) for ring in found.rings],
            }
        )
        return 0
    for each in found.tellers:
        if each.claims or each.passes_on or each.passed_on_by:
            _show(each)
    for ring in found.rings:
        line(f"ring: {ring.because}")
    return 0


def _show(each: Teller) -> None:
    listed = "" if each.listed else ", not in the list of sources"
    line(f"{each.name} ({each.kind}{listed}): first teller of {each.claims} claims")
    if each.record is not None:
        line(f"  reliability {each.record.reliability}: {each.record.because}")
    for told in each.passes_on:
        line(f"  {told.means}: {told.because}")
