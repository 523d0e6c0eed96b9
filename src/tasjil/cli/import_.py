"""`tasjil import`: take in a bundle of another office."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.counted import many
from tasjil.cli.open_questions import show_questions
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import brought_for_bundle, key_for
from tasjil.journey.case import open_case
from tasjil.journey.exchange import (
    Arrived,
    import_bundle,
    question_json,
)
from tasjil.model.json import to_json

Bundle = Annotated[
    Path,
    typer.Argument(metavar="BUNDLE", help="The file that `tasjil export` wrote."),
]
Accept = Annotated[
    str | None,
    typer.Option(
        "--accept",
        metavar="FINGERPRINT",
        help="For an office that is new here: its fingerprint, as somebody there whose "
        "voice you know read it to you; 32 of its digits are enough.",
        show_default=False,
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help="A file whose first line is the passphrase of the bundle; else you are "
        "asked.",
        show_default=False,
    ),
]
Identity = Annotated[
    Path | None,
    typer.Option(
        "--identity",
        help="Your age identity file or SSH private key, where the bundle is for it.",
        show_default=False,
    ),
]


def import_(
    case: CaseFolder,
    bundle: Bundle,
    accept: Accept = None,
    passphrase_file: PassphraseFile = None,
    identity: Identity = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Check a bundle of another office, and keep what is new in it, or nothing.

    Its entries stay under that office's own signature beside ours. The same bundle
    again changes nothing. What two logs leave for a person to settle is listed.
    """
    opened = open_case(case)
    key = key_for(opened, user)
    brought = brought_for_bundle(identity, passphrase_file)
    done = import_bundle(opened, key, bundle, brought, accept)
    if as_json:
        put(
            {
                **to_json(done.arrived),
                "new": done.arrived.anything,
                "questions": [question_json(each) for each in done.questions],
            }
        )
        return 0
    say(sentence(done.arrived))
    show_questions(done.questions)
    return 0


def sentence(arrived: Arrived) -> str:
    """Say what came in."""
    name = arrived.office.name or arrived.office.id
    if not arrived.anything:
        here = many(arrived.size, "entry", "entries")
        return f"{name}: nothing new; {here} are here."
    lines = [
        f"{name}: entries {arrived.since + 1} to {arrived.size}, with "
        f"{many(arrived.contents, 'new content')}."
    ]
    if arrived.absent:
        lines.append(
            f"{many(len(arrived.absent), 'content')} did not come: erased there, or "
            "about somebody whom that office protects."
        )
    if arrived.destroyed:
        lines.append(
            f"{many(arrived.destroyed, 'content')} destroyed here, because that office "
            "erased the reports for somebody's safety."
        )
    return "\n".join(lines)
