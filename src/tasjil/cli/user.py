"""`tasjil user`: let somebody in, give them other work, let them go."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import NO_PASSPHRASE, key_for, new_passphrase
from tasjil.journey.case import open_case
from tasjil.journey.users import add_user, change_user, remove_user
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User, check_user_id

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="A word that names nobody, such as reader-3; it stays in the log.",
    ),
]
As_ = Annotated[Role, typer.Option("--role", help="What they do on the case.")]
OtherRole = Annotated[
    Role | None, typer.Option("--role", help="What they do from now on.")
]
OwnRecords = Annotated[
    bool,
    typer.Option("--own-records", help="They see the reports they captured, no other."),
]
Records = Annotated[
    bool | None,
    typer.Option(
        "--own-records/--all-records",
        help="They see the reports they captured, or all of them.",
        show_default=False,
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help="A file whose first line is their passphrase; else it is asked for.",
        show_default=False,
    ),
]


def add(
    case: CaseFolder,
    id: Id,
    role: As_,
    because: Because,
    own_records: OwnRecords = False,
    passphrase_file: PassphraseFile = None,
    user: As = None,
) -> int:
    """Let somebody in, with a passphrase of their own; or take back who had left.

    Only a lead can. They type their passphrase themselves, and change it with `tasjil
    passphrase`. They cannot open the sealed box unless somebody grants it to them.
    """
    opened = open_case(case)
    new = User(UserId(id), role, own_records)
    key = key_for(opened, user)
    passphrase = new_passphrase(passphrase_file)
    add_user(opened, key, new, passphrase, because)
    if passphrase is None:
        say(NO_PASSPHRASE)
    say(f"{id} is a {role} of this case; they open it with --as {id}.")
    return 0


def change(
    case: CaseFolder,
    id: Id,
    because: Because,
    role: OtherRole = None,
    own_records: Records = None,
    user: As = None,
) -> int:
    """Give somebody another role, or show them more or fewer records.

    Only a lead can, nobody changes their own, and one lead always stays. It holds at
    once, also where they have the register open.
    """
    opened = open_case(case)
    changed = change_user(
        opened,
        key_for(opened, user),
        check_user_id(id),
        role=role,
        own_records=own_records,
        because=because,
    )
    records = "their own records alone" if changed.own_records else "all records"
    say(f"{id} is a {changed.role} now, who works on {records}.")
    return 0


def remove(case: CaseFolder, id: Id, because: Because, user: As = None) -> int:
    """Let somebody go: the log says so, and their key is taken away.

    What they did stays, with their id. Only a lead can.
    """
    opened = open_case(case)
    remove_user(opened, key_for(opened, user), check_user_id(id), because)
    say(
        f"{id} has left, and cannot open this register any more. This does not undo "
        "what they could do before: a copy they took of the case opens with the "
        "passphrase they had, and they may have kept the key of the register itself. "
        "`tasjil rekey` gives it another one."
    )
    return 0


user = {"add": add, "change": change, "remove": remove}
