"""`tasjil passphrase`: change what opens a register."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli import keyring_door
from tasjil.cli.arguments import As, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import NO_PASSPHRASE, key_for, new_passphrase
from tasjil.errors import CannotUnlock
from tasjil.journey.case import open_case
from tasjil.journey.opening import office_of
from tasjil.journey.passphrase import change_passphrase

NewFile = Annotated[
    Path | None,
    typer.Option(
        "--new-file",
        help="A file whose first line is the new passphrase; else you are asked.",
        show_default=False,
    ),
]
ToMachine = Annotated[
    bool, typer.Option("--machine-key", help="A key of this machine instead.")
]
Remember = Annotated[
    bool,
    typer.Option("--remember", help="Keep the new one in the system's keyring."),
]


def passphrase(
    case: CaseFolder,
    new_file: NewFile = None,
    machine_key: ToMachine = False,
    remember: Remember = False,
    user: As = None,
) -> int:
    """Change your passphrase; the register is not written anew.

    A copy of the case that somebody took before still opens with the old one.
    """
    opened = open_case(case)
    key = key_for(opened, user)
    fresh = None if machine_key else new_passphrase(new_file)
    if fresh is None and not machine_key:
        raise CannotUnlock(
            "expected a new passphrase, got none; type it, name its file with "
            "--new-file, or choose --machine-key"
        )
    who = change_passphrase(opened, key, fresh)
    if remember or keyring_door.recall(office_of(opened), key.user) is not None:
        keyring_door.remember(office_of(opened), key.user, fresh if remember else None)
    say(f"Changed for {who}." if fresh else NO_PASSPHRASE)
    return 0
