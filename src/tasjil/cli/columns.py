"""`tasjil columns`: what the columns of a list mean, shown, confirmed and saved."""

import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, Json
from tasjil.cli.show_columns import (
    changes_json,
    columns_json,
    show_changes,
    show_columns,
)
from tasjil.cli.terminal import err, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.lists.confirming import (
    Look,
    case_of,
    look_again,
    look_at_list,
    preview_changes,
    save_columns,
)

ListArgument = Annotated[
    Path,
    typer.Argument(
        metavar="LIST", help="A list of victims: .csv, .tsv, .xlsx.", show_default=False
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="HEADER=MEANING",
        help="Say what a column means; more than once.",
        show_default=False,
    ),
]
Save = Annotated[
    bool,
    typer.Option("--save", "--yes", help="Confirm it as it is shown, and save it."),
]
ChangesOption = Annotated[
    bool,
    typer.Option(
        "--changes",
        help="Say what the next build would find new, changed and gone in this list of "
        "a case.",
    ),
]
Replaces = Annotated[
    str | None,
    typer.Option(
        "--replaces",
        metavar="FILE",
        help="The file of the case that this one is a new version of, where its name "
        "is another (lists/may.csv).",
        show_default=False,
    ),
]


def columns(
    file: ListArgument,
    told: SetOption = None,
    save: Save = False,
    changes: ChangesOption = False,
    replaces: Replaces = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Say what the columns of a list are taken for, and save it once you agree.

    Headers in English, Arabic, French and Kurdish are known; where a header says
    nothing, or the cells under it say otherwise, the cells decide. What you confirm is
    saved as a small file beside the list (hospital.columns.toml), and serves its later
    versions too. No cell is changed, and a cell that cannot be read stays as it came.

    On a terminal you are asked whether it is right; answer HEADER=MEANING to correct
    it. Meanings: name, other name, given, father, grandfather, family, kunya, mother,
    spouse, sex, age, born (or year, month and day of birth), died (or year, month and
    day of death), place, neighbourhood, village, city, subdistrict, district,
    governorate, country, home, national id, passport, service number, file number,
    cause, status, rank, record number, notes, source, ignored.
    """
    look = look_at_list(file, told or (), replaces)
    if changes:
        return _changes(look, user, as_json)
    if as_json:
        put(columns_json(look))
    else:
        show_columns(look)
    if save:
        _save(look, user)
    elif sys.stdin.isatty() and not as_json:
        _ask(look, user)
    return 0


def _changes(look: Look, user: str | None, as_json: bool) -> int:
    case = case_of(look.path)
    change = preview_changes(look, case, key_for(case, user))
    if as_json:
        put(changes_json(change))
    else:
        show_changes(change)
    return 0


def _ask(look: Look, user: str | None) -> None:
    """Ask until a person agrees, or leaves it."""
    while True:
        err.print("Is this right? yes, no, or HEADER=MEANING: ", end="")
        try:
            answer = input().strip()
        except EOFError:
            answer = "no"
        if answer.casefold() in ("y", "yes", "نعم"):
            _save(look, user)
            return
        if "=" not in answer:
            say("Nothing was saved.")
            return
        try:
            look = look_again(look, [answer])
        except BadValue as wrong:
            say(str(wrong))
            continue
        show_columns(look)


def _save(look: Look, user: str | None) -> None:
    by = user or getpass.getuser()
    at = datetime.now(UTC).isoformat(timespec="seconds")
    say(f"Saved: {save_columns(look, by, at)}")
