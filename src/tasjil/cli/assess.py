"""`tasjil assess`: say how well one element of an incident is established."""

import re
from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder, Json
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.assess import Finding
from tasjil.journey.assess import assess as assess_element
from tasjil.journey.assessments import assessment_json
from tasjil.journey.case import open_case
from tasjil.model.assessment import Standing
from tasjil.model.ids import ClaimId, RecordId
from tasjil.model.moves import NEEDS_SECOND
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange

About = Annotated[
    str,
    typer.Argument(
        metavar="INCIDENT",
        help="The id of an incident or a victim, or how it begins.",
        show_default=False,
    ),
]
What = Annotated[
    Element, typer.Option("--element", help="What is established.", show_default=False)
]
Stands = Annotated[
    Standing, typer.Option("--standing", help="How it stands.", show_default=False)
]
Standard = Annotated[
    StandardOfProof | None,
    typer.Option(
        "--standard", help="The standard of proof; the case's own if left out."
    ),
]
Number = Annotated[
    str | None,
    typer.Option("--number", help="How many people it is found of: 13, or 11-13."),
]
Words = Annotated[
    str | None,
    typer.Option("--finding", help="What is found: civilian, a name."),
]
For = Annotated[
    list[str] | None,
    typer.Option("--for", help="A claim it rests on; all of the incident if left out."),
]
Against = Annotated[
    list[str] | None,
    typer.Option("--against", help="A claim that speaks against it; kept beside it."),
]
Records = Annotated[
    list[str] | None,
    typer.Option("--record", help="A row of a list it rests on: hospital:17."),
]
Direct = Annotated[
    str | None,
    typer.Option("--direct-evidence", help="What was seen directly; names nobody."),
]


def assess(  # noqa: PLR0913
    case: CaseFolder,
    about: About,
    element: What,
    standing: Stands,
    because: Because,
    standard: Standard = None,
    number: Number = None,
    finding: Words = None,
    claims: For = None,
    against: Against = None,
    records: Records = None,
    direct: Direct = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Say how well one element of an incident is established, and on what.

    Nothing is verified until another person signs. A death takes two independent first
    tellers, a witness, a record, or what you say was seen directly. Words you write
    here are kept for ever: name nobody whom that could harm.
    """
    opened = open_case(case)
    found = Finding(
        about=about,
        element=element,
        standing=standing,
        because=because,
        standard=standard,
        finding=finding,
        number=None if number is None else people(number),
        claims=None if claims is None else tuple(map(ClaimId, claims)),
        against=tuple(map(ClaimId, against or ())),
        records=tuple(map(RecordId, records or ())),
        direct_evidence=direct,
    )
    entry, told = assess_element(opened, key_for(opened, user), found)
    if as_json:
        put(assessment_json(entry, told))
    say(f"Assessed: number {entry}: {told.element} {told.standing}, {told.standard}.")
    if told.standing in NEEDS_SECOND:
        say(
            f"It counts once another person signs: tasjil sign CASE {entry} --because …"
        )
    return 0


def people(text: str) -> CountRange:
    """Read a number of people, or a range of it.

    Example:
        >>> people("11-13"), people("13")
        (CountRange(low=11, high=13), CountRange(low=13, high=13))
    """
    found = re.fullmatch(r"\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*", text)
    if found is None:
        raise BadValue("expected how many people, as 13 or 11-13, got something else")
    low = int(found[1])
    return CountRange(low, int(found[2] or low))
