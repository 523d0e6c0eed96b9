"""`tasjil open-questions`: what two offices' logs leave for a person to settle."""

from collections.abc import Sequence

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import line, put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.exchange import Question, question_json
from tasjil.journey.exchange import open_questions as asked


def open_questions(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """List what several offices recorded that does not go together.

    The same report captured twice, one claim judged in two ways, two claims that are
    one incident to one office only, two scopes, a report that another office erased,
    entries that are missing here. No machine settles any of it.
    """
    opened = open_case(case)
    found = asked(opened, key_for(opened, user))
    if as_json:
        put([question_json(each) for each in found])
    else:
        show_questions(found)
    return 0


def show_questions(questions: Sequence[Question]) -> None:
    """Print questions, each kind with what it means once."""
    if not questions:
        say("No open questions.")
    last = None
    for each in questions:
        if each.kind is not last:
            line(f"{each.kind.value}: {each.kind.definition}")
            last = each.kind
        line(f"  {each.about}")
        for place in each.places:
            by = f", by {place.by}" if place.by else ""
            says = f": {place.says}" if place.says else ""
            line(f"    office {place.office}, entry {place.entry}{by}{says}")
