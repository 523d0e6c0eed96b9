"""`tasjil seal`: keep safe who somebody is."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder
from tasjil.cli.box_arguments import Because, Reports
from tasjil.cli.terminal import line, say
from tasjil.cli.typed import typed_identity
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.case import open_case
from tasjil.journey.seal import seal_identity, tie_reports
from tasjil.model.identity import IdentityKind, spoken

Kind = Annotated[
    IdentityKind | None,
    typer.Option("--kind", help="Who it is.", show_default=False),
]
Again = Annotated[
    str | None,
    typer.Option(
        "--reference",
        metavar="REFERENCE",
        help="Somebody who is sealed already: only tie more reports to them.",
        show_default=False,
    ),
]


def seal(
    case: CaseFolder,
    because: Because,
    kind: Kind = None,
    report: Reports = None,
    reference: Again = None,
    user: As = None,
) -> int:
    """Put somebody into the sealed box, and hold back the reports about them.

    Names are asked for, or read from standard input: names on the first line, contacts
    on the second, notes after that. Never give them as arguments: other programs can
    read those, and the shell keeps them. What is printed is the person's reference,
    which says nothing about them. Their reports are counted as before, and no page
    shows their words until the person agrees: `tasjil consent`.
    """
    opened, reports = open_case(case), report or []
    if reference is not None:
        who = spoken(reference)
        many = tie_reports(opened, key_for(opened, user), who, reports, because)
        say(f"{many} more of the reports are about {who}. Build the case again.")
        return 0
    if kind is None:
        raise BadValue(
            "expected --kind (witness, source, relative, victim, other) for somebody "
            "new, or --reference for somebody who is sealed already; found neither"
        )
    key = key_for(opened, user)
    who = seal_identity(opened, key, typed_identity(kind), reports, because)
    line(who)
    say(
        f"Sealed as {who}. {len(reports)} of the reports are withheld until the person "
        "agrees; the pages written before were removed: build the case again."
        if reports
        else f"Sealed as {who}. No report is tied to them yet."
    )
    return 0
