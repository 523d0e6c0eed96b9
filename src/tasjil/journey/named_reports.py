"""Finds the reports that a person means: by id, by how the id begins, or by file."""

from collections.abc import Iterable

from tasjil.errors import NotInRegister
from tasjil.model.ids import ReportId
from tasjil.register.register import Register

SHORTEST = 8
"""How many characters of a digest tell one report from another."""


def named_reports(register: Register, named: Iterable[str]) -> list[ReportId]:
    """Find one report for each of the words a person gave.

    Raises:
        NotInRegister: None fits, or several do; the words are not repeated.
    """
    return [_one(register, each) for each in dict.fromkeys(named)]


def _one(register: Register, given: str) -> ReportId:
    digest = given.removeprefix("sha256:").lower()
    found = register.find_reports(
        name=given, digest=digest if len(digest) >= SHORTEST else None
    )
    if len(found) == 1:
        return found[0]
    what = "several" if found else "none"
    raise NotInRegister(
        f"expected one report for each --report, found {what} for one of them; give "
        f"the file's name as it stands in the case, or {SHORTEST} or more letters of "
        "the report's digest"
    )
