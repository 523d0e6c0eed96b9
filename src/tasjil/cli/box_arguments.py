"""The arguments of the verbs about people in the sealed box, said once."""

from typing import Annotated

import typer

Who = Annotated[
    str,
    typer.Argument(
        metavar="REFERENCE",
        help="A person in the sealed box, such as p-7k3q-m2xd.",
        show_default=False,
    ),
]
Because = Annotated[
    str,
    typer.Option(
        "--because",
        help="Why, in your words. It stays in the log for good: name nobody.",
        show_default=False,
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="REPORT",
        help="A report: its file as the case has it, or how its digest begins. "
        "Say it again for more.",
        show_default=False,
    ),
]
WithReports = Annotated[
    bool,
    typer.Option(
        "--with-reports", help="Also the reports that are about this person alone."
    ),
]
Papers = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="REPORT",
        help="A report or a list: its file as the case has it, or how its digest "
        "begins. Say it again for more.",
        show_default=False,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")]
