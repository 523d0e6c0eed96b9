"""`tasjil sign`: stand behind another person's assessment."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.assess import sign as sign_assessment
from tasjil.journey.case import open_case

Number = Annotated[
    int,
    typer.Argument(
        metavar="NUMBER",
        help="The assessment's, as `assessments` lists it.",
        show_default=False,
    ),
]


def sign(case: CaseFolder, number: Number, because: Because, user: As = None) -> int:
    """Stand behind another person's assessment as the second of two.

    Read what it rests on first: with your signature it counts as verified. Nobody signs
    their own work, nor what a newer assessment has replaced.
    """
    opened = open_case(case)
    told = sign_assessment(opened, key_for(opened, user), number, because)
    say(f"Signed: number {number}: {told.element} {told.standing}, {told.standard}.")
    return 0
