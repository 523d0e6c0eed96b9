"""`tasjil judge`: a person accepts, rejects or corrects a claim, or takes that back."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.case import Case, open_case
from tasjil.journey.claims.back import take_back_judgement
from tasjil.journey.claims.correct import correct_claim
from tasjil.journey.claims.typed import FIELDS_TYPED, changes_typed
from tasjil.journey.judge import judge_claim
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import DECIDED, ClaimState

Claim = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The claim's id, as `trace` shows it.")
]
State = Annotated[
    str | None,
    typer.Argument(
        metavar="[STATE]",
        help="accepted, rejected, or proposed: as nobody had looked.",
        show_default=False,
    ),
]
Correct = Annotated[
    list[str] | None,
    typer.Option(
        "--correct",
        metavar="FIELD=VALUE",
        help="What the words say instead, once for each field: quantity=13 (or 11-13, "
        "13+), act=injured, when=2031-05-03, where=PLACE, names='A; B'.",
        show_default=False,
    ),
]
Undo = Annotated[
    bool,
    typer.Option("--undo", help="Take back the last that was done with the claim."),
]


def judge(
    case: CaseFolder,
    claim: Claim,
    because: Because,
    state: State = None,
    correct: Correct = None,
    undo: Undo = False,
    user: As = None,
) -> int:
    """Say whether a report's words say what the reader proposed, or what they say.

    The decision is kept with its author, time and reason, and can be taken back; the
    claim itself is never changed. A corrected claim stays as it was read, and another
    counts in its place.
    """
    if sum((state is not None, bool(correct), undo)) != 1:
        raise BadValue(
            "expected one of three: a state (accepted, rejected, proposed), --correct, "
            "or --undo; say one of them"
        )
    opened = open_case(case)
    key, named = key_for(opened, user), ClaimId(claim.removeprefix("claim/"))
    if undo:
        return _undo(opened, key, named, because)
    if correct:
        return _correct(opened, key, named, correct, because)
    judged = judge_claim(opened, key, named, _state(state or ""), because)
    say(f"{judged.claim} is {judged.state.value}, by {judged.by}, at {judged.at}")
    return 0


def _state(text: str) -> ClaimState:
    states = {state.value: state for state in ClaimState if state in DECIDED}
    if text not in states:
        raise BadValue(f"expected one of {', '.join(states)}, found another word")
    return states[text]


def _undo(case: Case, key: Key, claim: ClaimId, because: str) -> int:
    back = take_back_judgement(case, key, claim, because)
    if back.claim is None:
        say(f"{claim} is withdrawn")
    else:
        say(f"{back.claim} is {back.state.value}")
    return 0


def _correct(
    case: Case, key: Key, claim: ClaimId, typed: list[str], because: str
) -> int:
    said: dict[str, str] = {}
    for each in typed:
        name, equals, value = each.partition("=")
        if not equals:
            raise BadValue(
                f"expected FIELD=VALUE, of {', '.join(FIELDS_TYPED)}, found no ="
            )
        said[name.strip()] = value
    with open_register(case, key) as register:
        before, _ = register.claim(claim)
    after = correct_claim(case, key, claim, changes_typed(case, before, said), because)
    say(f"{claim} is corrected: {after.id} stands in its place")
    return 0
