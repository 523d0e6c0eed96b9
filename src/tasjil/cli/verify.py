"""`tasjil verify`: is the log whole?"""

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import SOME_FAILED, bars, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import LogBroken
from tasjil.journey.case import open_case
from tasjil.journey.verify import verify_case


def verify(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """Check the log, the texts and the tables of a case.

    Every entry's digest and its link to the one before, every report's text, and every
    table that is made from the log. Exit status 0: whole; 1: not, and the first bad
    entry is named.
    """
    opened = open_case(case)
    key = key_for(opened, user)
    with bars() as shown:
        try:
            found = verify_case(opened, key, shown)
        except LogBroken as broken:
            if as_json:
                put({"whole": False, "problem": str(broken)})
            say(f"NOT WHOLE: {broken}")
            return SOME_FAILED
    if as_json:
        put({"whole": True, "entries": found.entries, "head": found.head})
    else:
        say(f"The log is whole: {found.entries} entries, head {found.head}")
    return 0
