"""`tasjil requests`: who asked for leave, and what became of it."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import line, put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.requests import Asked, list_requests
from tasjil.model.json import to_json

All = Annotated[
    bool, typer.Option("--all", help="Those approved, used and lapsed as well.")
]


def requests(
    case: CaseFolder, every: All = False, user: As = None, as_json: Json = False
) -> int:
    """List the requests that wait for a second person."""
    opened = open_case(case)
    found = list_requests(opened, key_for(opened, user))
    chosen = [each for each in found if every or each.state == "waiting"]
    for each in chosen:
        if as_json:
            put({**to_json(each.request), "state": each.state})
        else:
            line(sentence(each))
    if not chosen and not as_json:
        say("Nobody waits for leave.")
    return 0


def sentence(each: Asked) -> str:
    """Say one request in a line."""
    told = each.request
    second = f", {told.approved_by} said yes" if told.approved_by else ""
    return (
        f"{told.seq}: {told.by} asks to {told.deed.definition}: {told.what} "
        f"({each.state}{second})"
    )
