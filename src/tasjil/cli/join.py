"""`tasjil join`: say that two incidents are one."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder, Json
from tasjil.cli.show_relinked import relinked_json, show_relinked
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.join import join as join_incidents
from tasjil.journey.join import take_back_join

Incident = Annotated[
    str,
    typer.Argument(
        metavar="INCIDENT",
        help="An incident's id, or how it begins.",
        show_default=False,
    ),
]
Undo = Annotated[
    bool, typer.Option("--undo", help="Take it back; name both as they were called.")
]


def join(
    case: CaseFolder,
    incident: Incident,
    other: Incident,
    because: Because,
    undo: Undo = False,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Say that two incidents are one, and see what that does to the count.

    It is kept with its author, time and reason, goes before what the program proposes,
    and can be taken back: then both are exactly what they were. Incidents of two acts,
    people killed and bodies found, are never one.
    """
    opened = open_case(case)
    step = take_back_join if undo else join_incidents
    pair = (incident, other)
    done = step(opened, key_for(opened, user), pair, because, datetime.now(UTC))
    if as_json:
        put(relinked_json(done))
        return 0
    show_relinked(done)
    if not undo and len(done.incidents) == 1:
        say(f"To take it back: tasjil join CASE {incident} {other} --undo --because …")
    return 0
