"""The arguments that several verbs share, said once."""

from pathlib import Path
from typing import Annotated

import typer

CaseFolder = Annotated[
    Path,
    typer.Argument(metavar="CASE", help="The case folder.", show_default=False),
]
Json = Annotated[
    bool, typer.Option("--json", help="Write JSON to standard output, for programs.")
]
