"""`tasjil assessments`: what people found, who signed it, and who says it is wrong."""

from collections.abc import Iterator
from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.show_tally import span
from tasjil.cli.terminal import line, put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.assessments import (
    Stood,
    Told,
    assessment_json,
    list_assessments,
    stood_json,
)
from tasjil.journey.case import open_case
from tasjil.model.assessment import Assessment
from tasjil.model.incident import Incident
from tasjil.model.moves import NEEDS_SECOND

About = Annotated[
    str | None,
    typer.Argument(
        metavar="[INCIDENT]", help="The id of an incident, or how it begins."
    ),
]


def assessments(
    case: CaseFolder, about: About = None, user: As = None, as_json: Json = False
) -> int:
    """List how well each element of each incident is established, and by whom.

    With each: the independent tellers, the evidence for and against, the second
    signature, every dissent, and the grade that Airwars would give. An assessment is
    adrift where its claims lie in several incidents by now, in none, or one was
    rejected: it verifies nothing until a person looks. `--json` has every incident.
    """
    opened = open_case(case)
    found = list_assessments(opened, key_for(opened, user), about)
    if as_json:
        for each in found.stood:
            put(stood_json(each))
        for number, told in found.adrift:
            put({"adrift": True, **assessment_json(number, told)})
        return 0
    shown = [each for each in found.stood if each.assessed or about]
    for each in shown:
        for words in _sentences(each):
            line(words)
    for number, told in found.adrift:
        line(f"adrift: number {number}: {_finding(told)}; look at it anew")
    if left := len(found.stood) - len(shown):
        say(f"{left} more incidents are not assessed; --json has them all.")
    return 0


def _sentences(each: Stood) -> Iterator[str]:
    about = each.about
    if isinstance(about, Incident):
        where = about.place or about.place_text or "place not told"
        yield f"{about.id}: {about.act}, {about.edtf or 'day not told'}, {where}"
    else:
        yield about.id
    if each.grade is not None:
        yield f"  Airwars: {each.grade.grade or 'no grade'}: {each.grade.because}"
    for told in each.elements:
        yield from _element(told)


def _element(told: Told) -> Iterator[str]:
    tellers = ", ".join(each.name for each in told.support.tellers) or "nobody"
    found = told.found
    if found is None:
        yield f"  {told.element}: not assessed; told by {tellers}"
        return
    said = _finding(found)
    yield f"  {told.element}: number {told.number}: {said}; told by {tellers}"
    yield f"    {found.by}, {found.at}: {found.because}"
    if found.against:
        yield f"    against it: {', '.join(found.against)}"
    if found.second is not None:
        yield f"    signed by {found.second.by}: {found.second.because}"
    elif found.standing in NEEDS_SECOND:
        yield "    waits for the signature of another person"
    for dissent in found.dissents:
        yield f"    {dissent.by} dissents: {dissent.because}"


def _finding(told: Assessment) -> str:
    number = ""
    if told.number is not None:
        number = f" ({span(told.number.low, told.number.high)} people)"
    return f"{told.standing}, {told.standard}: {told.finding}{number}"
