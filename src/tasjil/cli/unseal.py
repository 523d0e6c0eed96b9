"""`tasjil unseal`: read who somebody in the sealed box is."""

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.box_arguments import Because, Who
from tasjil.cli.terminal import line, put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.unseal import unseal_identity
from tasjil.model.identity import spoken
from tasjil.model.json import to_json


def unseal(
    case: CaseFolder,
    reference: Who,
    because: Because,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Read who a person is. That you did, and why, stands in the log first.

    Only users who were granted the box can: `tasjil grant`.
    """
    opened, who = open_case(case), spoken(reference)
    found = unseal_identity(opened, key_for(opened, user), who, because)
    if as_json:
        put({"reference": who, **to_json(found)})
        return 0
    line(f"{who}, {found.kind.value}")
    line(found.names)
    for words in (found.contacts, found.notes):
        if words:
            line(words)
    say("It stands in the log that you read this.")
    return 0
