"""`tasjil consent`: what somebody agreed to."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder
from tasjil.cli.box_arguments import Because, Who
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.consent import keep_consent
from tasjil.model.consent import Consent, shows_words
from tasjil.model.identity import spoken
from tasjil.model.standards.consent import ConsentMeans, ConsentUse

Uses = Annotated[
    list[ConsentUse] | None,
    typer.Option(
        "--use",
        help="A use that was allowed; say it again for more. None at all: the person "
        "was asked, and allowed nothing.",
        show_default=False,
    ),
]
How = Annotated[ConsentMeans, typer.Option("--how", help="How it was given.")]
When = Annotated[
    str, typer.Option("--when", help="The day it was given, such as 2031-05-04.")
]
Language = Annotated[
    str, typer.Option("--language", help="The language it was asked in, such as ar.")
]
Interpreter = Annotated[
    bool, typer.Option("--interpreter", help="Somebody interpreted; who, in the box.")
]
Conditions = Annotated[
    bool,
    typer.Option("--conditions", help="There are conditions; they are in the box."),
]
Recontact = Annotated[
    bool, typer.Option("--recontact", help="The person may be contacted again.")
]


def consent(  # noqa: PLR0913 - each option of the command is one
    case: CaseFolder,
    reference: Who,
    how: How,
    when: When,
    language: Language,
    because: Because = "the person said so",
    use: Uses = None,
    interpreter: Interpreter = False,
    conditions: Conditions = False,
    recontact: Recontact = False,
    user: As = None,
) -> int:
    """Keep what a person in the box agreed to, in place of what they said before.

    Nothing here may name anybody: who interpreted, what conditions there are and how to
    reach the person safely stands in the box.
    """
    given = Consent(
        spoken(reference),
        tuple(use or ()),
        how,
        when,
        language,
        interpreter=interpreter,
        conditions=conditions,
        recontact=recontact,
    )
    opened = open_case(case)
    keep_consent(opened, key_for(opened, user), given, because)
    words = "may be published" if shows_words([given]) else "stay withheld"
    say(f"Kept for {given.who}. The words of their reports {words}.")
    return 0
