"""`tasjil read`: what reports claim, without keeping anything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from tasjil.cli.arguments import Json
from tasjil.cli.show_claims import show_claims, show_digest
from tasjil.cli.terminal import SOME_FAILED, bars, put, say
from tasjil.journey.case import open_case
from tasjil.journey.read_files import FileRead, read_files
from tasjil.read.digest import digest
from tasjil.read.lines import claim_line

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...", help="Files, or folders to walk.", show_default=False
    ),
]
Digest = Annotated[
    bool, typer.Option("--digest", help="One line a report: what it says, in sum.")
]
CaseOption = Annotated[
    Path | None,
    typer.Option("--case", help="Read with this case's places, sources and codebook."),
]


def read(
    paths: Paths,
    digested: Digest = False,
    case: CaseOption = None,
    as_json: Json = False,
) -> int:
    """Say what reports claim: one claim a line, each on its exact words.

    Reads .txt .md .html .pdf .docx .eml and keeps nothing. A file that cannot be
    captured is named with its reason, the rest goes on, and the exit status is 1.
    """
    failed = False
    opened = None if case is None else open_case(case)
    with bars() as shown:
        for each in read_files(paths, opened, shown):
            failed = failed or each.failure is not None
            if each.problem:
                say(f"{each.name}: {each.problem}")
            if each.report is None:
                continue
            if as_json:
                for plain in lines(each, digested):
                    put(plain)
            elif digested:
                show_digest(digest(each.report, each.claims))
            else:
                show_claims(each.report, each.claims)
    return SOME_FAILED if failed else 0


def lines(each: FileRead, digested: bool) -> Iterator[dict[str, Any]]:
    """Give the JSON lines of one report."""
    if each.report is None:
        return
    if digested:
        yield digest(each.report, each.claims).line()
        return
    for claim in each.claims:
        yield claim_line(each.report, claim)
