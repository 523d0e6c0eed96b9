"""`tasjil rekey`: other keys for a register, as after somebody left."""

from tasjil.cli.arguments import As, Because, CaseFolder
from tasjil.cli.terminal import say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.rekey import Rekeyed, rekey_case


def rekey(case: CaseFolder, because: Because, user: As = None) -> int:
    """Give the register and its sealed box new keys; passphrases stay as they are.

    Do it after somebody left, once they were removed (tasjil user remove). Nobody else
    may have the case open meanwhile. What they copied before, they still have: make a
    new backup, and destroy those that they could open.
    """
    opened = open_case(case)
    say("\n".join(sentences(rekey_case(opened, key_for(opened, user), because))))
    return 0


def sentences(done: Rekeyed) -> list[str]:
    """Say what has another key now, and what has not."""
    said = []
    if done.register:
        said.append("The register was written anew under a new key.")
    if done.box:
        said.append(f"The sealed box has a new key; people in it: {done.people}.")
    else:
        said.append(
            "The sealed box keeps its key, as it was not granted to you: ask somebody "
            "who has it to do the same."
        )
    if done.gone:
        said.append(f"Ways in taken away, of users who had left: {done.gone}.")
    said.append(
        "Now make a new backup, and destroy those that somebody who left could open."
    )
    return said
