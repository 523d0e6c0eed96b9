"""`tasjil trace`: from a published number back to words."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.show_trace import show_trace
from tasjil.cli.terminal import put
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.trace import trace_figure
from tasjil.model.ids import FigureId
from tasjil.model.json import to_json

Figure = Annotated[
    str,
    typer.Argument(
        metavar="FIGURE",
        help="killed, killed/place/ID, killed/day/2025-03-07, incident/ID, "
        "aggregate/ID, series/ID or claim/ID; `count --json` lists them.",
        show_default=False,
    ),
]


def trace(
    case: CaseFolder, figure: Figure, user: As = None, as_json: Json = False
) -> int:
    """Walk from a figure to its incidents, their claims, and the words they rest on."""
    opened = open_case(case)
    traced = trace_figure(opened, key_for(opened, user), FigureId(figure))
    if as_json:
        put(to_json(traced))
    else:
        show_trace(traced)
    return 0
