"""What one report tells, sorted into events: the report itself says what is one."""

from collections import defaultdict
from collections.abc import Iterable

from tasjil.link.incidents.telling import Origins, Telling
from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.reach import Nesting, tells_of_harm

Groups = dict[str, list[Claim]]


def tellings(claims: Iterable[Claim], origins: Origins) -> list[Telling]:
    """Sort claims into what each report tells of each event.

    Claims of one group are one event. Groups told in one breath (the same passage, at
    one place and time: "six teachers, their driver and his sister") are one event whose
    numbers add. All others the report keeps apart, and so do we.
    """
    told = sorted(claims, key=lambda claim: claim.id)
    nesting = Nesting.of(told)
    by_report: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in told:
        if tells_of_harm(claim) and not nesting.is_total(claim):
            by_report[claim.report, claim.act].append(claim)
    return [
        telling
        for _, kept in sorted(by_report.items())
        for telling in _of_one_report(kept, nesting, origins)
    ]


def _of_one_report(
    claims: list[Claim], nesting: Nesting, origins: Origins
) -> list[Telling]:
    wholes: Groups = defaultdict(list)
    parts: Groups = defaultdict(list)
    for claim in claims:
        group = nesting.whole_of(claim)
        (wholes if group == claim.group else parts)[group].append(claim)
    for group in sorted(parts.keys() - wholes.keys()):
        # The whole is denied, feared or history: its parts stand for themselves.
        wholes[group] = parts.pop(group)
    return [
        Telling.of(
            [claim for group in groups for claim in wholes[group]],
            [claim for group in groups for claim in parts.get(group, ())],
            origins,
        )
        for groups in _in_one_breath(wholes)
    ]


def _in_one_breath(wholes: Groups) -> list[list[str]]:
    """Put groups together that one passage tells at one place and time."""
    breaths: dict[tuple[object, ...], list[str]] = {}
    for group, claims in sorted(wholes.items()):
        first = min(claims, key=lambda claim: (claim.passage.start, claim.id))
        places = frozenset(each.place or fold(each.text) for each in first.where)
        passage = (first.passage.start, first.passage.end)
        key = (passage, first.when.edtf, places)
        breaths.setdefault(key, []).append(group)
    return list(breaths.values())
