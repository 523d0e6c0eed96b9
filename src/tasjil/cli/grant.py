"""`tasjil grant`: who may open the sealed box."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder
from tasjil.cli.box_arguments import Because
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.grant import grant_box, take_box
from tasjil.model.ids import UserId

Whom = Annotated[
    str, typer.Argument(metavar="USER", help="A user of the case.", show_default=False)
]
Take = Annotated[bool, typer.Option("--take", help="Take the grant away instead.")]


def grant(
    case: CaseFolder,
    whom: Whom,
    because: Because,
    take: Take = False,
    user: As = None,
) -> int:
    """Let a user open the sealed box, or take that away.

    You need the grant yourself. Taking it away closes the box to the user from now on;
    what they read, wrote down or copied before, they still have.
    """
    opened = open_case(case)
    key = key_for(opened, user)
    if take:
        take_box(opened, key, UserId(whom), because)
        say("Taken. What the user read or copied before, they still have.")
    else:
        grant_box(opened, key, UserId(whom), because)
        say("Granted. Every time the user opens somebody, it stands in the log.")
    return 0
