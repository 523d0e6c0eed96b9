"""`tasjil export`: a bundle of our log for another office."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.counted import many
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import bundle_passphrase, key_for
from tasjil.journey.case import open_case
from tasjil.journey.exchange import Closing, Departed, Wanted, export_bundle
from tasjil.model.json import to_json

Out = Annotated[
    Path,
    typer.Option("--out", help="The bundle to write; never over a file that is there."),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="N|CHECKPOINT",
        help="How many of our entries they have, or a file with a checkpoint of ours "
        "that they have; without it, what their own log says.",
        show_default=False,
    ),
]
For = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="OFFICE",
        help="The office it is for: its name where it is known here, or its id.",
        show_default=False,
    ),
]
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="RECIPIENT",
        help="An age recipient or SSH public key that opens it; more than once.",
        show_default=False,
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help="A file whose first line is the passphrase of the bundle, which the two "
        "offices share; else you are asked.",
        show_default=False,
    ),
]
WithProtected = Annotated[
    bool,
    typer.Option(
        "--with-protected",
        help="Let reports about people in the sealed box go along, where everybody "
        "they are about agreed to a use outside the team.",
    ),
]


def export(  # noqa: PLR0913 - each option of the command is one
    case: CaseFolder,
    out: Out,
    since: Since = None,
    to_office: For = None,
    to: To = None,
    passphrase_file: PassphraseFile = None,
    with_protected: WithProtected = False,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Write what was recorded here since the other office last heard from us.

    The bundle is signed by this office and encrypted: whoever carries it can read
    nothing. The sealed box never goes along. Where the register has had two people, it
    takes the leave of a second one (`tasjil ask CASE export-bundle WHAT`).
    """
    opened = open_case(case)
    key = key_for(opened, user)
    recipients = tuple(to or ())
    asked = passphrase_file is not None or not recipients
    passphrase = bundle_passphrase(passphrase_file, new=True) if asked else None
    wanted = Wanted(since, to_office, with_protected)
    closing = Closing(passphrase, recipients)
    departed = export_bundle(opened, key, out, wanted, closing)
    if as_json:
        put({**to_json(departed), "file": str(out)})
    else:
        say(sentence(departed, out))
    return 0


def sentence(departed: Departed, out: Path) -> str:
    """Say what a bundle holds."""
    lines = [
        f"{out}: entries {departed.since + 1} to {departed.size} of our log, with "
        f"{many(departed.contents, 'content')}."
    ]
    if departed.held_back:
        lines.append(
            f"{many(departed.held_back, 'content')} stay here: they belong to reports "
            "about people in the sealed box. The other office sees that there are such "
            "reports, and nothing of what they say."
        )
    return "\n".join(lines)
