"""`tasjil verify`: is the log whole?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import bars, not_whole, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import LogBroken
from tasjil.journey.case import open_case
from tasjil.journey.verify import verify_case
from tasjil.register.verify import Verified

Kept = Annotated[
    list[Path] | None,
    typer.Option("--checkpoint", help="A checkpoint that was kept elsewhere."),
]
Roots = Annotated[
    Path | None,
    typer.Option(
        "--roots",
        help="Root certificates (PEM) of time authorities; those of this machine if "
        "not given.",
    ),
]


def verify(
    case: CaseFolder,
    kept: Kept = None,
    roots: Roots = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Check the log, the texts and the tables of a case.

    Every entry's digest and its link to the one before, every signed checkpoint and
    stamp, every report's text, and every table that is made from the log. Exit status
    0: whole; 1: not, and the first bad entry is named.

    A log that was rewritten as a whole, or an older copy put back, agrees with itself:
    only a checkpoint that was kept elsewhere shows that (--checkpoint).
    """
    opened = open_case(case)
    key = key_for(opened, user)
    with bars() as shown:
        try:
            found = verify_case(opened, key, shown, kept or (), roots)
        except LogBroken as broken:
            return not_whole(broken, as_json)
    if as_json:
        put(summary(found))
    else:
        say("\n".join(sentences(found)))
    return 0


def summary(found: Verified) -> dict[str, object]:
    """Put what was found into plain JSON."""
    attested, stamps = found.attested, found.stamps
    return {
        "whole": True,
        "entries": found.entries,
        "head": found.head,
        "travel": found.travel,
        "root": attested.tree.root.hex(),
        "checkpoints": attested.kept,
        "unsigned": attested.unsigned,
        "brought": attested.elsewhere,
        "stamps": {
            "good": stamps.good,
            "untrusted": stamps.untrusted,
            "unread": stamps.unread,
            "latest": stamps.latest,
            "entries": stamps.covers,
        },
    }


def sentences(found: Verified) -> Iterator[str]:
    """Say what was found."""
    attested, stamps = found.attested, found.stamps
    if found.travel:
        yield "It is a travel copy: the box is not here."
    yield f"The log is whole: {found.entries} entries, head {found.head}"
    if attested.unsigned:
        yield (
            f"{attested.unsigned} entries stand after the last signed checkpoint; the "
            "next command that opens the case signs them."
        )
    if attested.elsewhere:
        yield f"It agrees with the checkpoints you brought: {attested.elsewhere}."
    else:
        yield (
            "It agrees with itself. Whether it is the log you had, only a checkpoint "
            "kept elsewhere can show (--checkpoint)."
        )
    if stamps.good:
        yield f"Its first {stamps.covers} entries were there at {stamps.latest}."
    if stamps.untrusted:
        yield (
            f"Stamps not checked, as no root trusted here stands over their authority: "
            f"{stamps.untrusted} (--roots)."
        )
    if stamps.unread:
        yield (
            f"Stamps not checked, as a package is missing: {stamps.unread} "
            "(pip install 'tasjil[stamp]')."
        )
