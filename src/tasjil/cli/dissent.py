"""`tasjil dissent`: say that another person's assessment is wrong."""

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.sign import Number
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.assess import dissent as keep_dissent
from tasjil.journey.case import open_case


def dissent(case: CaseFolder, number: Number, because: Because, user: As = None) -> int:
    """Say that another person's assessment is wrong, and why.

    Your word changes no figure. It is kept beside the assessment for ever, also where a
    newer one takes its place.
    """
    opened = open_case(case)
    keep_dissent(opened, key_for(opened, user), number, because)
    say(f"Kept: your dissent stands beside number {number}.")
    return 0
