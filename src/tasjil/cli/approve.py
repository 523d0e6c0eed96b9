"""`tasjil approve`: give another person the leave they asked for."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.requests import approve as approve_request

Number = Annotated[
    int,
    typer.Argument(metavar="NUMBER", help="The request's, as `requests` lists it."),
]


def approve(case: CaseFolder, number: Number, because: Because, user: As = None) -> int:
    """Give another person the leave they asked for.

    Look at what is about to leave the house first: your id stands beside theirs.
    """
    opened = open_case(case)
    approve_request(opened, key_for(opened, user), number, because)
    say(f"Approved: number {number}, for one time within 7 days.")
    return 0
