"""`tasjil erase`: destroy what could harm somebody."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder
from tasjil.cli.box_arguments import Because, Papers, WithReports, Yes
from tasjil.cli.show_erasing import erase_and_tell
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.erase import Asked
from tasjil.model.identity import spoken

Person = Annotated[
    str | None,
    typer.Argument(
        metavar="[REFERENCE]",
        help="A person in the sealed box; leave it out for reports alone.",
        show_default=False,
    ),
]


def erase(
    case: CaseFolder,
    because: Because,
    reference: Person = None,
    report: Papers = None,
    with_reports: WithReports = False,
    yes: Yes = False,
    user: As = None,
) -> int:
    """Destroy who a person is, reports with all that was read in them, or lists.

    This cannot be undone. What goes is shown first. The log keeps that something was
    erased, by whom, when and why, and still verifies. Backups made before, copies in
    other hands and pages handed on are out of reach: see them destroyed too. Without
    REFERENCE and --report, nothing is destroyed, and what an earlier erasing left in
    the free space of the register is written over.
    """
    opened = open_case(case)
    who = None if reference is None else spoken(reference)
    asked = Asked(who, tuple(report or ()), with_reports)
    return erase_and_tell(opened, key_for(opened, user), asked, because, sure=yes)
