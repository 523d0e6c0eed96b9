"""`tasjil new`: a case folder to start from."""

from tasjil.cli.arguments import CaseFolder
from tasjil.cli.terminal import say
from tasjil.journey.new import new_case


def new(case: CaseFolder) -> int:
    """Make a case folder with a commented case.toml, sources.csv and places.csv.

    Nothing that is already there is touched.
    """
    for made in new_case(case):
        say(f"made {made}")
    say(f"Next: put reports into {case / 'reports'}, then: tasjil build {case}")
    return 0
