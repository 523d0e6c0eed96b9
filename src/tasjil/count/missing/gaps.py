"""What is missing of one incident, one gap for each part that has one."""

from collections.abc import Iterator, Mapping

from tasjil.count.missing.contradictions import contradictions
from tasjil.count.missing.sentences import named_in_part, of_kind
from tasjil.count.missing.told import Told
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.missing import Gap, GapKind, Part
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.tally import IncidentCount

Found = Mapping[Element, Assessment]


def gaps_of(
    told: Told, count: IncidentCount, found: Found, standard: StandardOfProof
) -> tuple[Gap, ...]:
    """Give the gaps of one incident, in the order of its parts.

    What is established at the standard, with a second signature, is missing nothing.
    """
    denied = {gap.part: gap for gap in contradictions(told)}
    gaps = (
        _gap(part, told, count, denied.get(part), _finding(part, found, standard))
        for part in Part
    )
    return tuple(gap for gap in gaps if gap is not None)


def _finding(
    part: Part, found: Mapping[Element, Assessment], standard: StandardOfProof
) -> Assessment | None:
    """Give what people established of a part at the standard, signed or not."""
    element = part.element
    made = None if element is None else found.get(element)
    if made is None or made.standing is not Standing.ESTABLISHED:
        return None
    return made if made.standard.rank >= standard.rank else None


def _gap(
    part: Part,
    told: Told,
    count: IncidentCount,
    denied: Gap | None,
    finding: Assessment | None,
) -> Gap | None:
    if finding is not None:
        return None if finding.verified else _said(part, GapKind.UNSIGNED, told)
    if denied is not None:
        return denied
    tellers = told.tellers(part)
    if not tellers:
        return _said(part, GapKind.UNTOLD, told)
    if part is Part.IDENTITY and told.named() < count.floor:
        words = named_in_part(told.named(), count.floor)
        return Gap(part, GapKind.IN_PART, words, told.ids(part), len(tellers))
    if told.is_wide(part):
        return _said(part, GapKind.VAGUE, told)
    return _said(part, GapKind.ONE_TELLER, told) if len(tellers) == 1 else None


def _said(part: Part, kind: GapKind, told: Told) -> Gap:
    tellers = len(told.tellers(part))
    return Gap(part, kind, of_kind(part, kind), told.ids(part), tellers)


UNKNOWN_ROWS = (Part.STATUS, Part.CAUSE, Part.PERPETRATOR, Part.PLACE)
"""Parts whose unknown people stand in a row of their own."""


def untold_rows(gaps: tuple[Gap, ...]) -> Iterator[Part]:
    """Give the unknown rows that the incident's people stand in."""
    for gap in gaps:
        if gap.kind is GapKind.UNTOLD and gap.part in UNKNOWN_ROWS:
            yield gap.part
