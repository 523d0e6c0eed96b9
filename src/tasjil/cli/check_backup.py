"""`tasjil check-backup`: does a backup open, and is all of it whole?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, Json
from tasjil.cli.terminal import bars, not_whole, put, say
from tasjil.cli.unlock import brought_for
from tasjil.errors import BadBackup, LogBroken
from tasjil.journey.restore import Checked
from tasjil.journey.restore import check_backup as check_file

BackupFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A backup.", show_default=False),
]
Identity = Annotated[
    Path | None,
    typer.Option(
        "--identity",
        help="A file of age identities, or an SSH private key.",
        show_default=False,
    ),
]
KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--key-file",
        help="What your own age tool got out of the backup's key.age.",
        show_default=False,
    ),
]
Kept = Annotated[
    list[Path] | None,
    typer.Option("--checkpoint", help="A checkpoint that was kept elsewhere."),
]


def check_backup(
    file: BackupFile,
    identity: Identity = None,
    key_file: KeyFile = None,
    kept: Kept = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Open a backup, check everything in it, and say what it holds.

    Nothing is restored. Exit status 0: whole; 1: not; 2: it did not open.
    """
    brought = brought_for(identity, key_file, user)
    with bars() as shown:
        try:
            found = check_file(file, brought, shown, kept or ())
        except (BadBackup, LogBroken) as broken:
            return not_whole(broken, as_json)
    if as_json:
        put(summary(found))
    else:
        say("\n".join(sentences(found)))
    return 0


def summary(found: Checked) -> dict[str, object]:
    """Put what was found into plain JSON."""
    told = found.manifest
    return {
        "whole": True,
        "office": told.office,
        "entries": told.entries,
        "head": told.head,
        "last": told.last,
        "made": told.at,
        "checkpoint": told.checkpoint,
        "travel": told.travel,
        "users": list(found.opens),
        "missing": found.missing,
    }


def sentences(found: Checked) -> Iterator[str]:
    """Say what is in a backup."""
    told = found.manifest
    kind = "travel copy" if told.travel else "backup"
    yield (
        f"A whole {kind} of {told.entries:,} entries, made on {told.at[:10]}; the last "
        f"entry is of {told.last[:10]}."
    )
    yield f"Office: {told.office or 'without a name'}."
    if told.travel:
        yield "It is a travel copy: the box is not here."
    else:
        yield (
            "The sealed box is in it. It opens with the passphrase of a user who was "
            "granted the box, and with nothing else."
        )
    yield from missing(found)


def missing(found: Checked) -> Iterator[str]:
    """Say whether the log went on after the backup was made."""
    told = found.manifest
    if found.missing is None:
        yield (
            "Whether the log went on after it, only a checkpoint kept elsewhere can "
            "show (--checkpoint)."
        )
    elif found.missing:
        yield (
            f"It is OLDER than the checkpoint you brought: {found.missing:,} entries "
            f"after its {told.entries:,} are not in it. Look for a later backup, or "
            "for the register itself, before you work on."
        )
    else:
        yield "It has all that the checkpoints you brought speak of."
