"""`tasjil split`: say that claims of one incident tell of another."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder, Json
from tasjil.cli.show_relinked import relinked_json, show_relinked
from tasjil.cli.terminal import put
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.split import split as split_incident
from tasjil.journey.split import take_back_split

Incident = Annotated[
    str,
    typer.Argument(
        metavar="INCIDENT",
        help="The incident's id, or how it begins.",
        show_default=False,
    ),
]
Claims = Annotated[
    list[str],
    typer.Argument(
        metavar="CLAIM...",
        help="The claims that tell of another one; `trace` lists them.",
        show_default=False,
    ),
]
Undo = Annotated[
    bool,
    typer.Option("--undo", help="Take it back; name what they were taken out of."),
]


def split(
    case: CaseFolder,
    incident: Incident,
    claims: Claims,
    because: Because,
    undo: Undo = False,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Say that claims of an incident tell of another, and see what the count does.

    The claims that you name become an incident of their own; parts of a number go with
    it. It is kept with its author, time and reason, and can be taken back: then all is
    exactly what it was.
    """
    opened = open_case(case)
    step = take_back_split if undo else split_incident
    key, at = key_for(opened, user), datetime.now(UTC)
    done = step(opened, key, incident, claims, because, at)
    if as_json:
        put(relinked_json(done))
    else:
        show_relinked(done)
    return 0
