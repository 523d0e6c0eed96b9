"""`tasjil rebuild`: the tables again, from the log."""

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import bars, line, put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.rebuild import rebuild_case


def rebuild(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """Make the tables that people query again from the log.

    The log is not touched. Prints the digest of each table: the same log gives the
    same digests, on every machine. Needed where `tasjil verify` says that a table was
    changed beside the log.
    """
    opened = open_case(case)
    key = key_for(opened, user)
    with bars() as shown:
        digests = rebuild_case(opened, key, shown)
    if as_json:
        put({"tables": digests})
        return 0
    for name, digest in digests.items():
        line(f"{digest}  {name}")
    say("The tables are as the log says.")
    return 0
