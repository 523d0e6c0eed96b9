"""`tasjil build`: the main job."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json, MachineKey
from tasjil.cli.counted import many
from tasjil.cli.show_kept_estimates import verdict_words
from tasjil.cli.show_tally import OWN_RECORDS, show_tally
from tasjil.cli.terminal import SOME_FAILED, bars, put, say
from tasjil.cli.unlock import first_key
from tasjil.journey.build import Built, build_case
from tasjil.journey.case import open_case
from tasjil.journey.estimating.building import MINUTES, Allowed

Out = Annotated[
    Path | None,
    typer.Option("--out", help="Where to write the pages; CASE/site if not given."),
]
EstimateMinutes = Annotated[
    float,
    typer.Option(
        "--estimate-minutes",
        min=0,
        metavar="M",
        help="How long to estimate, at most, where three lists overlap; 0 for not at "
        "all.",
    ),
]


def build(
    case: CaseFolder,
    out: Out = None,
    estimate_minutes: EstimateMinutes = MINUTES,
    user: As = None,
    machine_key: MachineKey = False,
    as_json: Json = False,
) -> int:
    """Read a case's reports, keep them in its register, count, and write its pages.

    Only what is new is captured and read; a build that was stopped goes on where it
    was. A file that cannot be captured is named with its reason, the rest goes on,
    and the exit status is 1.
    """
    opened = open_case(case)
    key = first_key(opened, user, machine_key)
    with bars() as shown:
        built = build_case(opened, key, out, shown, Allowed(estimate_minutes))
    if as_json:
        put(summary(built))
    else:
        show_tally(built.counted.tally)
        say(sentence(built))
    return SOME_FAILED if built.failures else 0


def summary(built: Built) -> dict[str, object]:
    """Put what a build did into plain JSON."""
    return {
        "reports": built.reports,
        "new": built.captured,
        "again": built.again,
        "claims": built.claims,
        "lists": built.lists,
        "records": 0 if built.people is None else len(built.people.persons),
        "persons": 0 if built.people is None else len(built.people.certainty),
        "unread": [{"report": name, "because": why} for name, why in built.unread],
        "failed": [
            {"file": each.name, "because": each.reason} for each in built.failures
        ],
        "estimated": None if built.estimated is None else built.estimated.id,
        "site": None if built.site is None else str(built.site),
    }


def sentence(built: Built) -> str:
    """Say what a build did."""
    lines = [
        f"{many(built.reports, 'report')} in the register, {built.captured} new; "
        f"{many(built.claims, 'claim')}, proposed by the reader unless a person "
        "accepted them."
    ]
    if built.lists:
        lines.append(
            f"{many(built.lists, 'list')} kept in the register, {built.new_lists} new; "
            "no figure counts their rows yet."
        )
    if built.people is not None:
        people = built.people
        lines.append(
            f"{many(len(people.persons), 'record')} of lists and reports tell of "
            f"{many(len(people.certainty), 'person', 'persons')}, "
            f"{len(people.doubtful)} doubtful: tasjil link CASE."
        )
    if built.estimated is not None:
        made = built.estimated
        lines.append(
            f"From their overlaps: {verdict_words(made.report)}, kept as estimate "
            f"{made.id}. It stands beside the count and is never added to it: tasjil "
            "estimate CASE --kept."
        )
    if built.unread:
        waiting = many(len(built.unread), "report")
        lines.append(f"Waiting for a reader of their language: {waiting}.")
    if built.failures:
        failed = many(len(built.failures), "file")
        lines.append(f"Not captured or not read: {failed}; see above.")
    if built.site is None:
        lines.append(f"{OWN_RECORDS} No pages were written.")
    else:
        lines.append(f"Pages: {built.site / 'index.html'}")
    return "\n".join(lines)
