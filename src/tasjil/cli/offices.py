"""`tasjil offices`: who we are to other offices, and whom we know."""

from typing import Annotated, Any

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.counted import many
from tasjil.cli.terminal import line, put
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.exchange import offices_of

Name = Annotated[
    str | None,
    typer.Option(
        "--name", help="What this office calls itself from now on.", show_default=False
    ),
]


def offices(
    case: CaseFolder, name: Name = None, user: As = None, as_json: Json = False
) -> int:
    """Show our fingerprint, to be read out by telephone, and the offices known here.

    An office is known by its key alone; a name is what it says of itself.
    """
    opened = open_case(case)
    found = offices_of(opened, key_for(opened, user), name)
    if as_json:
        put({"own": found.own, "others": list(found.others)})
        return 0
    line(f"This office: {_told(found.own)}")
    for each in found.others:
        line("")
        line(_told(each))
        line(f"  has {many(each['has_of_ours'], 'entry', 'entries')} of ours")
    return 0


def _told(office: dict[str, Any]) -> str:
    return (
        f"{office['name'] or 'without a name'}\n"
        f"  id {office['id']}\n"
        f"  fingerprint {office['fingerprint']}\n"
        f"  {many(office['entries'], 'entry', 'entries')}"
    )
