"""How far two people agree who coded a report apart, and what is left to settle."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tasjil.assess.agreement import Agreement, Measure, agreement
from tasjil.journey.case import Case
from tasjil.journey.claims.changes import FIELDS, NewClaim
from tasjil.journey.claims.codes import Codes, codes_from
from tasjil.journey.claims.coding import CodingSheet, sheet_of
from tasjil.journey.opening import Key, open_register
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, UserId
from tasjil.model.judgement import ClaimState
from tasjil.register.register import Register

WORDS = "words"
"""The first question: do the words say this at all?"""

NUMBER = "number"
"""The lowest number of a quantity, on a scale on which distances count."""


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """How far the two agree on one field.

    Attributes:
        field: A field of a claim; `WORDS` for whether the words say it, `NUMBER` for
            its lowest number.
    """

    field: str
    measure: Measure
    found: Agreement


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which the two do not agree.

    Attributes:
        claim: The claim it is about.
        field: As of `FieldAgreement`.
        said: What each says, in the order of the coders.
    """

    claim: ClaimId
    field: str
    said: tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class AddedByOne:
    """What one of the two found, and neither a reader nor the other."""

    by: UserId
    claim: NewClaim


@dataclass(frozen=True, slots=True)
class ComparedCodings:
    """Two codings of one report, side by side.

    Attributes:
        coders: In the order in which everything here names them.
        agreements: Field by field; on fields only where both hold that the words say
            something of the kind.
        differences: What is left to settle, claim by claim: judge or correct it.
        added_by_one: What only one of them found.
        added_by_both: How many claims both found beside the reader.
        notes: What they wrote beside their codes.
    """

    sheet: CodingSheet
    coders: tuple[UserId, UserId]
    agreements: tuple[FieldAgreement, ...]
    differences: tuple[Difference, ...]
    added_by_one: tuple[AddedByOne, ...] = ()
    added_by_both: int = 0
    notes: tuple[tuple[ClaimId, UserId, str], ...] = ()


Said = dict[ClaimId, tuple[Claim | None, Claim | None]]
"""Each claim as the one and the other read it; None where one holds it is not said."""


def compare_codings(case: Case, key: Key, number: int) -> ComparedCodings:
    """Compare what two people said of a report, once both are done.

    Raises:
        NotAllowed: One of them is not, or who asks may not look at the report.
    """
    with open_register(case, key) as register:
        return compared(register, number)


def compared(register: Register, number: int) -> ComparedCodings:
    """Compare them in an open register."""
    told = register.codes(number)
    coding = next(each for each in register.codings() if each.number == number)
    sheet = sheet_of(register, coding)
    one, other = coding.coders
    codes = (codes_from(told[one]), codes_from(told[other]))
    said = _said(sheet, codes)
    alone, both = _added(coding.coders, codes)
    return ComparedCodings(
        sheet,
        coding.coders,
        tuple(_agreements(said)),
        tuple(_differences(said)),
        tuple(alone),
        both,
        tuple(
            (each.claim, by, each.note)
            for by, own in zip(coding.coders, codes, strict=True)
            for each in own.claims
            if each.note
        ),
    )


def _said(sheet: CodingSheet, codes: tuple[Codes, Codes]) -> Said:
    """Give what both said of; a claim that came or went since is passed over."""
    one, other = ({each.claim: each for each in own.claims} for own in codes)
    found: Said = {}
    for claim in sheet.claims:
        if claim.id in one and claim.id in other:
            first, second = (
                None if code.state is ClaimState.REJECTED else code.of(claim)
                for code in (one[claim.id], other[claim.id])
            )
            found[claim.id] = first, second
    return found


def _agreements(said: Said) -> Iterator[FieldAgreement]:
    words = {id: (one is None, other is None) for id, (one, other) in said.items()}
    yield _agreement(WORDS, words)
    both = {id: (one, other) for id, (one, other) in said.items() if one and other}
    for name in FIELDS:
        pairs = {
            id: (getattr(one, name), getattr(other, name))
            for id, (one, other) in both.items()
        }
        yield _agreement(name, pairs)
    numbers = {
        id: (one.quantity.low, other.quantity.low)
        for id, (one, other) in both.items()
        if one.quantity.low is not None and other.quantity.low is not None
    }
    yield _agreement(NUMBER, numbers, Measure.INTERVAL)


def _agreement(
    name: str,
    pairs: Mapping[ClaimId, tuple[Hashable, Hashable]],
    measure: Measure = Measure.NOMINAL,
) -> FieldAgreement:
    units: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    for id, (one, other) in pairs.items():
        units[id] = {"one": one, "other": other}
    return FieldAgreement(name, measure, agreement(units, measure))


def _differences(said: Said) -> Iterator[Difference]:
    for id, (one, other) in said.items():
        if one is None or other is None:
            if one is not other:
                verdicts = tuple(
                    ClaimState.REJECTED if each is None else ClaimState.ACCEPTED
                    for each in (one, other)
                )
                yield Difference(id, WORDS, (verdicts[0], verdicts[1]))
            continue
        for name in FIELDS:
            values = getattr(one, name), getattr(other, name)
            if values[0] != values[1]:
                yield Difference(id, name, values)


def _added(
    coders: tuple[UserId, UserId], codes: tuple[Codes, Codes]
) -> tuple[list[AddedByOne], int]:
    """Put together what both found: the same act, on words that overlap."""
    one, left = list(codes[0].added), list(codes[1].added)
    alone: list[AddedByOne] = []
    for each in one:
        same = next((other for other in left if _is_same(each, other)), None)
        if same is None:
            alone.append(AddedByOne(coders[0], each))
        else:
            left.remove(same)
    alone += (AddedByOne(coders[1], each) for each in left)
    return alone, len(one) - sum(each.by == coders[0] for each in alone)


def _is_same(one: NewClaim, other: NewClaim) -> bool:
    here, there = one.passage, other.passage
    overlap = here.start < there.end and there.start < here.end
    return one.act is other.act and overlap
