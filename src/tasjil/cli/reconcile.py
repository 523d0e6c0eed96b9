"""`tasjil reconcile`: why totals differ, and what all of them allow together."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.show_reconciliation import show_reconciliation
from tasjil.cli.show_tally import OWN_RECORDS
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.reconcile import reconcile_case, reconciliation_json

Between = Annotated[
    tuple[str, str] | None,
    typer.Option(
        metavar="TOTAL TOTAL",
        help="Only why these two differ; ids of totals or of their claims.",
        show_default=False,
    ),
]
Without = Annotated[
    str | None,
    typer.Option(
        metavar="SOURCE",
        help="Leave out what this source told first or passed on.",
        show_default=False,
    ),
]


def reconcile(
    case: CaseFolder,
    between: Between = None,
    without: Without = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Hold all totals that were stated against each other.

    Every total is a bound on the people in its scope: a count that goes on says "no
    fewer", a list that says it has everybody says "so many", an estimate says nothing.
    What they allow together is the range; nothing that may overlap is ever added.
    """
    opened = open_case(case)
    found = reconcile_case(opened, key_for(opened, user), without, between)
    if as_json:
        put(reconciliation_json(opened, found))
    else:
        show_reconciliation(found, pair_only=between is not None)
        if found.counted.own_records:
            say(OWN_RECORDS)
    return 0
