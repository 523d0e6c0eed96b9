"""`tasjil judge`: a person accepts or rejects a claim."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.judge import judge_claim
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import ClaimState

Claim = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The claim's id, as `trace` shows it.")
]
State = Annotated[
    ClaimState,
    typer.Argument(help="accepted, rejected, or proposed to take a decision back."),
]


def judge(
    case: CaseFolder,
    claim: Claim,
    state: State,
    because: Because,
    user: As = None,
) -> int:
    """Say whether a report's words say what the reader proposed.

    The decision is kept with its author, time and reason, and can be taken back; the
    claim itself is never changed.
    """
    opened = open_case(case)
    named = ClaimId(claim.removeprefix("claim/"))
    judged = judge_claim(opened, key_for(opened, user), named, state, because)
    say(f"{judged.claim} is {judged.state.value}, by {judged.by}, at {judged.at}")
    return 0
