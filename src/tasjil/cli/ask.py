"""`tasjil ask`: ask a second person for leave."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.requests import TWO_PEOPLE, Deed
from tasjil.journey.requests import ask as ask_case

CHOICES = ", ".join(sorted(TWO_PEOPLE))
ToDo = Annotated[
    Deed, typer.Argument(metavar="DEED", help=f"What takes two people: {CHOICES}.")
]
What = Annotated[
    str,
    typer.Argument(
        metavar="WHAT", help="What it is about: a digest, or words that name nobody."
    ),
]


def ask(
    case: CaseFolder, deed: ToDo, what: What, because: Because, user: As = None
) -> int:
    """Ask a second person for leave to do what nobody does alone.

    The request waits for 7 days; an approval is good for one time, and for 7 days.
    """
    opened = open_case(case)
    number = ask_case(opened, key_for(opened, user), deed, what, because)
    say(
        f"Asked, as number {number}. Another person who may do this gives leave with: "
        f"tasjil approve {case} {number} --because ..."
    )
    return 0
