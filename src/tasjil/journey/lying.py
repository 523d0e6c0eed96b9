"""Looks what lies in a case's own folder and is not in its register yet."""

from dataclasses import dataclass
from itertools import islice

from tasjil.capture.kinds import LIST_KINDS, REPORT_KINDS
from tasjil.capture.walking import walk
from tasjil.journey.case import Case
from tasjil.register.register import Register

MOST = 500
"""Files that are looked at; of a folder with more, only that is told."""


@dataclass(frozen=True, slots=True)
class Lying:
    """What lies in the case's folder.

    Attributes:
        files: How many reports and lists lie there, up to one more than `MOST`.
        missing: How many of them no report or list has the name of.
    """

    files: int
    missing: int

    @property
    def many(self) -> bool:
        """Whether there are more than were looked at."""
        return self.files > MOST


def lying_in(case: Case, register: Register) -> Lying:
    """Compare the names of the files in a case's folder with those of its reports.

    Names alone are compared, which is quick: a file that was changed since, or that
    could not be captured, is found when the folder is taken in.

    Raises:
        NotAllowed: Whoever opened the register may not look at reports.
    """
    kinds = {*REPORT_KINDS, *LIST_KINDS}
    found = list(islice(walk(case.inputs, kinds), MOST + 1))
    names = [each.relative_to(case.folder).as_posix() for each in found[:MOST]]
    there = register.shelf.named(names) | {each.name for each in register.kept_lists()}
    return Lying(len(found), sum(name not in there for name in names))
