"""`tasjil checkpoint`: the page to keep elsewhere."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.checkpoint import checkpoint_case, keep

Out = Annotated[
    Path | None,
    typer.Option("--out", help="A file to write it to, after those it holds."),
]
KEEP = (
    "Keep it where nobody who could change the register can: printed, mailed, with a "
    "lawyer. It names no one. `tasjil verify CASE --checkpoint FILE` holds the log "
    "against it."
)


def checkpoint(
    case: CaseFolder, out: Out = None, user: As = None, as_json: Json = False
) -> int:
    """Print the latest signed checkpoint of the log, to be kept elsewhere.

    Five lines that say how many entries there are and what they come to, signed by
    the office. Somebody who rewrites the log later, cuts it off, or puts an older copy
    back cannot make it agree with a checkpoint that is out of their reach.
    """
    opened = open_case(case)
    signed, signer = checkpoint_case(opened, key_for(opened, user))
    if out is not None:
        keep(signed, out)
    if as_json:
        told: dict[str, object] = {"entries": signed.size, "root": signed.root.hex()}
        told |= {"origin": signed.origin, "fingerprint": signer.fingerprint}
        put({**told, "checkpoint": signed.note})
        return 0
    if out is None:
        # As bytes: its form is UTF-8, whatever letters this terminal has.
        sys.stdout.flush()
        sys.stdout.buffer.write(signed.note.encode())
        sys.stdout.buffer.flush()
    say(f"{KEEP}\nThe fingerprint of your office's key: {signer.fingerprint}")
    return 0
