"""`tasjil restore`: a register from a backup."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder
from tasjil.cli.check_backup import BackupFile, Identity, Kept, KeyFile, missing
from tasjil.cli.terminal import bars, say
from tasjil.cli.unlock import NO_PASSPHRASE, brought_for, new_passphrase
from tasjil.journey.restore import Checked, restore_case
from tasjil.model.ids import UserId
from tasjil.register.keys.ring import Key

NewFile = Annotated[
    Path | None,
    typer.Option(
        "--new-file",
        help="A file whose first line is a new passphrase, for you.",
        show_default=False,
    ),
]
NewWay = Annotated[
    bool,
    typer.Option(
        "--new-passphrase",
        help="Ask for a new passphrase, for you: where you opened the backup with an "
        "identity, and know none of the case's passphrases.",
    ),
]
ToMachine = Annotated[
    bool, typer.Option("--machine-key", help="A key of this machine for you.")
]


def restore(  # noqa: PLR0913 - each option of the command is one
    file: BackupFile,
    case: CaseFolder,
    identity: Identity = None,
    key_file: KeyFile = None,
    kept: Kept = None,
    new_way: NewWay = False,
    new_file: NewFile = None,
    machine_key: ToMachine = False,
    user: As = None,
) -> int:
    """Make a case's register from a backup, once all of the backup was checked.

    Never over a register that is there. Who could open the case when the backup was
    made opens it again, with the same passphrase. With a new way in, you open it as
    the user that --as names, or else as its first lead; the sealed box stays closed
    to you.

    Never work on with a restored copy while the register it was taken from lives on:
    two logs would be signed under one name. --checkpoint shows what is missing.
    """
    brought = brought_for(identity, key_file, user)
    way_in = None
    if new_way or new_file is not None or machine_key:
        fresh = None if machine_key else new_passphrase(new_file)
        way_in = Key(None if user is None else UserId(user), fresh)
    with bars() as shown:
        done = restore_case(file, case, brought, way_in, shown, kept or ())
    say("\n".join(sentences(done)))
    if way_in is not None and way_in.passphrase is None:
        say(NO_PASSPHRASE)
    return 0


def sentences(done: Checked) -> list[str]:
    """Say what was restored, and what to see to."""
    told = done.manifest
    said = [
        f"Restored: {told.entries:,} entries, the last of {told.last[:10]}; checked "
        "and whole."
    ]
    if told.travel:
        said.append(
            "It is a travel copy: the box is not here, and nothing new is kept in it."
        )
        return said
    return [
        *said,
        *missing(done),
        "If the register it was taken from lives on, keep only one of the two: "
        "two logs signed under one name look like a forgery.",
        "Who was erased after the backup was made is in it again: erase them again "
        "before anything else, as your notes on erasing say.",
    ]
