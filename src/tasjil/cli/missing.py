"""`tasjil missing`: what a case does not know yet, and what to check first."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.counted import many
from tasjil.cli.show_tally import OWN_RECORDS, span
from tasjil.cli.terminal import line, put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.missing import MissingInCase, missing_in_case, missing_json
from tasjil.model.incident import Incident
from tasjil.model.missing import CaseGap, OpenIncident
from tasjil.model.tally import IncidentCount

Limit = Annotated[
    int,
    typer.Option(
        "--limit", min=1, metavar="N", help="How many incidents to put in the queue."
    ),
]


def missing(
    case: CaseFolder, limit: Limit = 20, user: As = None, as_json: Json = False
) -> int:
    """Say what is not known yet, and which incident to settle first.

    The queue has the incident first whose settling would move figures most: verified,
    the range, the floor. A gap is a part that nobody tells, that one first teller alone
    tells, on which tellers contradict each other, or that waits for a second signature.
    The words of reports that protect a person are left out.
    """
    opened = open_case(case)
    found = missing_in_case(opened, key_for(opened, user), limit)
    if as_json:
        put(missing_json(opened, found))
    else:
        show_missing(found)
    return 0


def show_missing(found: MissingInCase) -> None:
    """Print the queue, then the gaps of the whole case."""
    gone = found.missing
    if not gone.incidents:
        line("No incident is counted yet: put reports into the case, and build it.")
        return
    if not gone.queue:
        line("Nothing is missing: every part stands on two first tellers or more.")
        return
    incidents = {each.id: each for each in found.counted.incidents}
    counts = {
        count.incident: count
        for figure in found.counted.tally.figures
        for count in figure.incidents
    }
    line("What to settle first")
    for nth, each in enumerate(gone.queue, 1):
        show_open(nth, each, incidents[each.incident], counts[each.incident])
    if gone.left:
        line(f"  and {many(gone.left, 'more incident')}; --limit shows more")
    show_case(gone.case)
    if found.counted.own_records:
        say(OWN_RECORDS)


def show_open(
    nth: int, each: OpenIncident, incident: Incident, count: IncidentCount
) -> None:
    """Print one incident: what settling it would move, and what is missing of it."""
    where = incident.place or incident.place_text or "place not told"
    ends = span(count.floor, count.ceiling)
    line("")
    line(f"{nth}. {each.act}, {incident.edtf or 'day not told'}, {where}: {ends}")
    line(f"   incident/{each.incident}")
    for sentence in each.would:
        line(f"   {sentence}")
    for gap in each.gaps:
        behind = f" ({many(len(gap.claims), 'claim')})" if gap.claims else ""
        line(f"   {gap.part}: {gap.text}{behind}")


def show_case(gaps: tuple[CaseGap, ...]) -> None:
    """Print how much of each act's figure has which gap."""
    line("")
    line("The case as a whole")
    for gap in gaps:
        touched = many(gap.incidents, "incident")
        if gap.people:
            touched += f" of at least {many(gap.people, 'person', 'people')}"
        line(f"  {gap.act}, {gap.part}: {gap.text}: {touched}")
