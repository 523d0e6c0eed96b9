"""What can be asked of `tasjil estimate` about a case alone, option by option."""

from typing import Annotated

import typer

Draws = Annotated[
    int,
    typer.Option(
        "--draws",
        min=0,
        metavar="N",
        help="Of a case: linkages drawn, each as likely as the records make it; 0 "
        "takes the linkage that stands as if it were certain.",
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="LIST",
        help="Of a case: leave a list out, such as one that relays another; may be "
        "repeated.",
        show_default=False,
    ),
]
WithReports = Annotated[
    bool,
    typer.Option(
        "--with-reports", help="Of a case: take the names in reports as a list too."
    ),
]
Why = Annotated[
    str | None,
    typer.Option(
        "--because",
        help="Of a case: why, in your words; kept with the estimate.",
        show_default=False,
    ),
]
Kept = Annotated[
    bool,
    typer.Option(
        "--kept", help="Of a case: list the estimates that were kept; make none."
    ),
]
AgainId = Annotated[
    str | None,
    typer.Option(
        "--again",
        metavar="ID",
        help="Of a case: run a kept estimate anew, and say whether every number is the "
        "same; keep nothing.",
        show_default=False,
    ),
]
Withdraw = Annotated[
    str | None,
    typer.Option(
        "--withdraw",
        metavar="ID",
        help="Of a case: take a kept estimate back; needs --because.",
        show_default=False,
    ),
]
