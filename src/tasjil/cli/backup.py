"""`tasjil backup`: one encrypted file to keep elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import bars, put, say
from tasjil.cli.unlock import backup_passphrase, key_for
from tasjil.journey.backup import Closing, Made, back_up_case
from tasjil.journey.case import open_case

Out = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="The backup; best on another disk."),
]
Travel = Annotated[
    bool,
    typer.Option("--travel", help="A travel copy: without the sealed box, to look at."),
]
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="RECIPIENT",
        help="An age or SSH public key that opens it. Say it again for more.",
        show_default=False,
    ),
]
Own = Annotated[
    bool,
    typer.Option("--passphrase", help="Ask for a passphrase of the backup's own."),
]
OwnFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help="A file whose first line is the backup's own passphrase.",
        show_default=False,
    ),
]
Replace = Annotated[bool, typer.Option("--replace", help="A file of that name may go.")]


def backup(  # noqa: PLR0913 - each option of the command is one
    case: CaseFolder,
    file: Out,
    travel: Travel = False,
    to: To = None,
    passphrase: Own = False,
    passphrase_file: OwnFile = None,
    replace: Replace = False,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Copy a case's register into one encrypted file, while others go on working.

    Without more said, it opens with the passphrases that open the case now. Its own
    passphrase, or --to, opens it in their place. That you took it stands in the log.

    A travel copy has no names from the sealed box and cannot sign for your office:
    made a register elsewhere, it can be looked at, and takes nothing new.
    """
    opened = open_case(case)
    key = key_for(opened, user)
    closing = Closing(backup_passphrase(passphrase, passphrase_file), tuple(to or ()))
    with bars() as shown:
        made = back_up_case(
            opened, key, file, closing, shown, travel=travel, replace=replace
        )
    if as_json:
        put(summary(made))
    else:
        say(sentence(made))
    return 0


def summary(made: Made) -> dict[str, object]:
    """Put what was made into plain JSON."""
    return {
        "file": str(made.out),
        "digest": f"sha256:{made.digest}",
        "entries": made.entries,
        "head": made.head,
        "travel": made.travel,
    }


def sentence(made: Made) -> str:
    """Say what was made, and what to do with it."""
    kind = "travel copy" if made.travel else "backup"
    return (
        f"A {kind} of {made.entries:,} entries: {made.out}\n"
        f"Keep it away from this machine, and see that it opens: "
        f"tasjil check-backup {made.out}"
    )
