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
    return [
        ReportId(_only(register.find_reports(each, _digest(each))))
        for each in dict.fromkeys(named)
    ]


def named_papers(register: Register, named: Iterable[str]) -> list[str]:
    """Find one report or list for each of the words a person gave.

    Raises:
        NotInRegister: None fits, or several do; the words are not repeated.
    """
    found = []
    for each in dict.fromkeys(named):
        digest = _digest(each)
        reports = register.find_reports(each, digest)
        found.append(_only(reports or register.find_lists(each, digest)))
    return found


def _digest(given: str) -> str | None:
    digest = given.removeprefix("sha256:").lower()
    return digest if len(digest) >= SHORTEST else None


def _only(found: Iterable[str]) -> str:
    those = list(found)
    if len(those) == 1:
        return those[0]
    what = "several" if those else "none"
    raise NotInRegister(
        f"expected one report for each --report, found {what} for one of them; give "
        f"the file's name as it stands in the case, or {SHORTEST} or more letters of "
        "its digest"
    )
