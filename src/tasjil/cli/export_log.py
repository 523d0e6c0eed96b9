"""`tasjil export-log`: the log, for a stranger to check."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.export_log import SCRIPT
from tasjil.journey.export_log import export_log as written

Out = Annotated[
    Path,
    typer.Option(
        "--out", help="A folder that is empty or not there yet.", show_default=False
    ),
]
WHAT = (
    "This writes the log in clear: who did what and when, by the ids of the users, and "
    "the reasons that people typed. No report's words are in it and nobody out of the "
    "sealed box; texts stand as digests, so whoever has a document can see whether and "
    "when you had it. Erasing somebody later leaves what you give out valid."
)


def export_log(
    case: CaseFolder, out: Out, user: As = None, as_json: Json = False
) -> int:
    """Write the log into a folder that anybody can check, with no tasjil.

    One entry a line, the signed checkpoints, the office's public key, stamps, a page
    in English and Arabic, and one short script that needs Python and the package
    cryptography alone.
    """
    opened = open_case(case)
    key = key_for(opened, user)
    say(WHAT)
    export = written(opened, key, out)
    if as_json:
        told = {"entries": export.entries, "checkpoints": len(export.notes)}
        told |= {"stamps": len(export.stamps)}
        put({"folder": str(out), **told, "fingerprint": export.key.fingerprint})
    else:
        say(
            f"{export.entries:,} entries in {out}. Check them: python {SCRIPT} there. "
            f"Tell the fingerprint of your key by another way: {export.key.fingerprint}"
        )
    return 0
