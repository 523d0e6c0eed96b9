"""`tasjil count`: the tally, and the totals beside it."""

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.show_tally import OWN_RECORDS, show_tally
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.count import count_case, tally_json
from tasjil.journey.protect import shown_to_all


def count(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """Count what the register holds: floor, verified, ceiling, reported.

    Totals that others stated stand beside the tally and are added to nothing. What a
    machine proposed and what a person accepted are counted apart. The words of reports
    that protect a person are left out; `trace` has them.
    """
    opened = open_case(case)
    found = count_case(opened, key_for(opened, user))
    counted = shown_to_all(opened, found).counted
    if as_json:
        put(tally_json(opened, counted))
    else:
        show_tally(counted.tally)
        if counted.own_records:
            say(OWN_RECORDS)
    return 0
