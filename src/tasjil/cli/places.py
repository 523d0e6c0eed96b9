"""`tasjil places`: bring a gazetteer into a case."""

from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import CaseFolder
from tasjil.cli.counted import many
from tasjil.cli.terminal import say
from tasjil.journey.places import Brought, bring_places
from tasjil.model.places import PlaceLevel
from tasjil.read.places.loading.account import Account
from tasjil.read.places.loading.limits import MOST, Limits

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="A GeoNames dump (SY.txt, SY.zip, allCountries.txt), its "
        "alternateNamesV2.txt, or a table of OCHA p-codes (.xlsx, .csv).",
        show_default=False,
    ),
]
Country = Annotated[
    list[str] | None,
    typer.Option(
        "--country",
        metavar="CODE",
        help="Take places of this country alone, by its ISO code; more than once.",
        show_default=False,
    ),
]
Inside = Annotated[
    list[str] | None,
    typer.Option(
        "--inside",
        metavar="AREA",
        help="Take places inside this area alone, by name or code; more than once.",
        show_default=False,
    ),
]
OfLevel = Annotated[
    list[PlaceLevel] | None,
    typer.Option(
        "--level",
        help="Take this level alone, with the areas around; more than once. Sites "
        "(hospitals, camps) come only when they are named here.",
        show_default=False,
    ),
]
AtMost = Annotated[
    int, typer.Option("--most", min=1, help="Refuse to take more places than this.")
]
Trial = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
]


def places(
    case: CaseFolder,
    files: Files,
    country: Country = None,
    inside: Inside = None,
    level: OfLevel = None,
    most: AtMost = MOST,
    trial: Trial = False,
) -> int:
    """Add the places of a gazetteer to a case's places.csv, in one write.

    Rows that are there keep their ids and all that stands in them: empty cells are
    filled, new places are added behind. The same files again change nothing.
    """
    limits = Limits.of(country or (), inside or (), level or (), most)
    done = bring_places(case, files, limits, trial=trial)
    for account in done.accounts:
        show_account(account)
    say(sentence(done, case / "places.csv"))
    return 0


def show_account(account: Account) -> None:
    """Say what came of one file or sheet."""
    taken, read = many(account.taken, "place"), many(account.read, "row")
    say(f"{account.file}: {account.form}; {read}, {taken} taken.")
    for column in account.columns:
        say(f"  {column}")
    for fault in account.faults:
        say(f"  left out: {fault}")
    if account.faulty > len(account.faults):
        say(f"  and {account.faulty - len(account.faults)} more rows at fault.")


def sentence(done: Brought, path: Path) -> str:
    """Say what became of the case's own list."""
    told = (
        f"{many(done.added, 'place')} added, {done.changed} filled in, "
        f"{done.left} left as they were"
    )
    if done.written:
        return f"{path}: {told}. Check it, then: tasjil build {path.parent}"
    return f"{path}: {told}; nothing was written."
