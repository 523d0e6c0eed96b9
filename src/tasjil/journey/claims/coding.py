"""Two people code a report apart, and see each other's codes when both are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.claims.add import as_claim
from tasjil.journey.claims.codes import Codes, codes_json
from tasjil.journey.opening import Key, open_register
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId, UserId
from tasjil.model.judgement import ClaimState
from tasjil.model.report import Report
from tasjil.register.coding import Coding
from tasjil.register.made import PERSON
from tasjil.register.register import Register

__all__ = [
    "Coding",
    "CodingSheet",
    "ask_second_coding",
    "coding_sheet",
    "finish_coding",
    "my_codings",
]


@dataclass(frozen=True, slots=True)
class CodingSheet:
    """What somebody codes: a report, and the claims a reader found in it.

    Attributes:
        claims: As the reader proposed them: what people said of them, or made
            themselves, is not here.
    """

    coding: Coding
    report: Report
    claims: tuple[Claim, ...]


def ask_second_coding(
    case: Case, key: Key, report: ReportId, coders: Sequence[UserId], because: str
) -> int:
    """Ask two people to code a report apart.

    Args:
        case: The case.
        key: What opens its register.
        report: Which.
        coders: Two people who may judge its claims; whoever asks may be one of them.
        because: Why this report.

    Returns:
        The number of the request, by which it is called from then on.

    Raises:
        BadValue: They are not two different people, or there is no reason.
        NotAllowed: One of them may not judge claims, or it is being coded already.
        NotInRegister: There is no such report, or no such user.
    """
    with open_register(case, key) as register:
        return register.ask_coding(
            report, coders, because=because, at=datetime.now(UTC)
        )


def my_codings(register: Register) -> tuple[Coding, ...]:
    """Give what waits for the codes of whoever opened the register, oldest first."""
    return tuple(each for each in register.codings() if each.waits_for(register.user))


def coding_sheet(case: Case, key: Key, number: int) -> CodingSheet:
    """Give what one of the two codes, as it was before anybody looked.

    Raises:
        NotInRegister: Nobody asked for it.
        NotAllowed: It does not wait for whoever opened the register.
    """
    with open_register(case, key) as register:
        return sheet_of(register, _waiting(register, number))


def sheet_of(register: Register, coding: Coding) -> CodingSheet:
    """Give the sheet of a coding."""
    report = register.report(coding.report)
    claims = (
        claim
        for claim, state in register.claims(report=coding.report)
        if claim.reader != PERSON and state is not ClaimState.WITHDRAWN
    )
    ordered = sorted(claims, key=lambda each: (each.passage.start, each.id))
    return CodingSheet(coding, report, tuple(ordered))


def finish_coding(case: Case, key: Key, number: int, codes: Codes) -> int:
    """Keep one's own codes; they are not changed any more.

    Args:
        case: The case.
        key: What opens its register.
        number: Of the request.
        codes: One for every claim on the sheet, and what no reader found.

    Returns:
        The number of the entry.

    Raises:
        NotInRegister: Nobody asked for it.
        NotAllowed: It does not wait for whoever opened the register.
        BadValue: A claim has no code, or a code is of no claim on the sheet.
        BadPassage: What is added, or changed, rests on words that do not stand there.
    """
    with open_register(case, key) as register:
        sheet = sheet_of(register, _waiting(register, number))
        _check(sheet, codes)
        told = codes_json(codes)
        return register.finish_coding(number, told, at=datetime.now(UTC))


def _waiting(register: Register, number: int) -> Coding:
    found = next((each for each in register.codings() if each.number == number), None)
    if found is None:
        raise NotInRegister(
            f"expected a report that is coded twice, found none at entry {number}; "
            "look at what you were asked to code"
        )
    if not found.waits_for(register.user):
        raise NotAllowed(
            "expected one of the two who still have to code this report, found "
            "another; once both are done, what they said can be compared"
        )
    return found


def _check(sheet: CodingSheet, codes: Codes) -> None:
    """Refuse codes that leave something open, or rest on no words."""
    claims = {each.id: each for each in sheet.claims}
    coded = {each.claim for each in codes.claims}
    if coded != claims.keys():
        left, more = len(claims.keys() - coded), len(coded - claims.keys())
        raise BadValue(
            "expected a code for every claim on the sheet and for no other, found "
            f"{left} without one and {more} of no claim on it; go through the rest"
        )
    text = sheet.report.text
    for each in codes.claims:
        each.of(claims[each.claim]).check(text)
    for new in codes.added:
        as_claim(sheet.report.id, new).check(text)
