"""The arguments that several verbs share, said once."""

from pathlib import Path
from typing import Annotated

import typer

CaseFolder = Annotated[
    Path,
    typer.Argument(metavar="CASE", help="The case folder.", show_default=False),
]
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        envvar="TASJIL_USER",
        metavar="USER",
        help="Who you are, where several people share a register.",
        show_default=False,
    ),
]
MachineKey = Annotated[
    bool,
    typer.Option(
        "--machine-key",
        help="For a new register: keep a key on this machine, and ask no passphrase.",
    ),
]
Because = Annotated[
    str, typer.Option("--because", help="Why, in your words.", show_default=False)
]
Json = Annotated[
    bool, typer.Option("--json", help="Write JSON to standard output, for programs.")
]
