"""By what the parts of a statement divide its whole, and whether they are all of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.count.placebook import finest
from tasjil.count.reconcile.slips.statement import Node, Whole, place_of_number
from tasjil.model.claim import Claim
from tasjil.model.defined import Defined
from tasjil.model.folding import fold
from tasjil.model.persons import AgeGroup, Sex, Status

_SOME = re.compile(
    r"\b(?:includ\w*|among|amongst|at least|mostly|most)\b"
    r"|بينه[ما]|بينهن|ضمنه[ما]|من بين|بما في ذلك|على الأقل",
    re.IGNORECASE,
)
"""Words that announce some of the whole, not all of it."""

_ALL = re.compile(
    r"\b(?:break(?:s|ing)? down|breakdown|as follows|divided|split|distributed"
    r"|consist\w*|compris\w+|made up of|accounts? for"
    r"|by (?:province|governorate|region|area))\b"
    r"|توزع\w*|توزيع|موزع\w*|النحو التالي|تفصيل\w*|بحسب المحافظ\w*",
    re.IGNORECASE,
)
"""Words that announce a breakdown."""

_REST = re.compile(
    r"\b(?:the|another|all) (?:others?|rest)\b|\b(?:remaining|remainder|elsewhere)\b"
    r"|\bother (?:areas|parts|places|provinces|regions|governorates|districts)\b"
    r"|الباق\w+|بقية|البقية|المتبق\w+|الآخر(?:ين|ون)|(?:مناطق|محافظات|أماكن|مدن) أخرى",
    re.IGNORECASE,
)
"""Words for those who are left when the other parts are taken off."""

_REACH = 45
"""Characters around a number in which such words belong to it."""


class By(Defined):
    """What tells the parts of one whole from each other."""

    STATUS = "status", "Civilians, fighters, soldiers."
    AREA = "area", "Places that lie apart."
    DOER = "doer", "Parties that are said to have done it."
    SEX = "sex", "Men and women; children may be in either."
    REST = "rest", "Whatever was named, and the rest."


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts of one whole that hold nobody twice.

    Attributes:
        complete: True where the words leave nobody out; None where it only looks so.
    """

    by: By
    parts: tuple[Node, ...]
    complete: bool | None


def breakdowns(statement: Whole) -> list[Breakdown]:
    """Find the ways a statement divides its whole."""
    parts = _once(statement.parts)
    rest = [part for part in parts if _names_the_rest(part.head)]
    plain = [part for part in parts if not _personal(part.head)]
    found = [
        _by_area(statement.whole, [p for p in plain if _elsewhere(p, statement.whole)]),
        _by_status(statement.whole, [p for p in plain if _new_status(p, statement)]),
        _by_doer(statement.whole, [p for p in plain if p.head.perpetrator.text]),
        _by_sex([part for part in parts if part.head.victims.sex is not Sex.UNKNOWN]),
    ]
    if rest and len(plain) > 1 and all(part in plain for part in rest):
        found.append(Breakdown(By.REST, tuple(plain), True))
    return [each for each in found if each is not None]


def _once(parts: Sequence[Node]) -> list[Node]:
    """Leave out a part that is told twice."""
    kept: dict[tuple[object, ...], Node] = {}
    for part in parts:
        told = part.head.victims
        places = _places(part.head)
        key = (part.low, part.high, told.status, told.sex, told.age_group, places)
        kept.setdefault(key, part)
    return list(kept.values())


def _personal(claim: Claim) -> bool:
    told = claim.victims
    return told.sex is not Sex.UNKNOWN or told.age_group is not AgeGroup.UNKNOWN


def _elsewhere(part: Node, whole: Node) -> bool:
    return bool(part.head.where) and _places(part.head) != _places(whole.head)


def _new_status(part: Node, statement: Whole) -> bool:
    told = part.head.victims.status
    return (
        statement.whole.head.victims.status is Status.UNKNOWN
        and told is not Status.UNKNOWN
        and not _elsewhere(part, statement.whole)
    )


def _by_area(whole: Node, parts: list[Node]) -> Breakdown | None:
    """Divide by place where the places lie apart; all of them, where the union is."""
    areas = [_places(part.head) for part in parts]
    together = frozenset[str]().union(*areas) if areas else frozenset()
    if len(parts) < 2 or sum(map(len, areas)) > len(together) or _nested(parts):
        return None
    own = _places(whole.head)
    if together == own:
        return Breakdown(By.AREA, tuple(parts), True)
    left_out = len(own) > 1 and bool(own - together)
    some = left_out or _announces(_SOME, whole, parts)
    listed = len(parts) > 2 or _announces(_ALL, whole, parts)
    complete = None if listed and not some else False
    return Breakdown(By.AREA, tuple(parts), complete)


def _by_status(whole: Node, parts: list[Node]) -> Breakdown | None:
    told = {part.head.victims.status for part in parts}
    if len(parts) < 2 or len(told) < 2:
        return None
    everybody = {Status.CIVILIAN, Status.ARMED_FORCES, Status.DIRECT_PARTICIPANT}
    if told >= everybody:
        return Breakdown(By.STATUS, tuple(parts), True)
    some = Status.CIVILIAN not in told or _announces(_SOME, whole, parts)
    return Breakdown(By.STATUS, tuple(parts), False if some else None)


def _by_doer(whole: Node, parts: list[Node]) -> Breakdown | None:
    """Divide by party; deaths that nobody is blamed for are left over as a rule."""
    doers = {fold(part.head.perpetrator.text or "") for part in parts}
    if len(doers) < 2 or len(doers) < len(parts):
        return None
    complete = None if _announces(_ALL, whole, parts) else False
    return Breakdown(By.DOER, tuple(parts), complete)


def _by_sex(parts: list[Node]) -> Breakdown | None:
    """Men and women share nobody; girls may be counted with women, so one of each."""
    largest: dict[Sex, Node] = {}
    for part in parts:
        seen = largest.get(part.head.victims.sex)
        if seen is None or part.low > seen.low:
            largest[part.head.victims.sex] = part
    if len(largest) < 2:
        return None
    return Breakdown(By.SEX, tuple(largest.values()), False)


def _places(claim: Claim) -> frozenset[str]:
    return frozenset(each.place or fold(each.text) for each in finest(claim.where))


def _nested(parts: Sequence[Node]) -> bool:
    """Tell whether one part's place holds that of another."""
    own = frozenset[str]().union(*(_places(part.head) for part in parts))
    return any(
        own.intersection(where.within)
        for part in parts
        for where in finest(part.head.where)
    )


def _names_the_rest(claim: Claim) -> bool:
    return bool(_REST.search(_around(claim)))


def _around(claim: Claim) -> str:
    """Give the words near the number, as far as they are in the passage."""
    passage = claim.passage
    start, end = claim.spans.get("quantity", (passage.start, passage.start))
    low = max(0, start - passage.start - _REACH // 2)
    return passage.quote[low : max(0, end - passage.start) + _REACH]


def _announces(words: re.Pattern[str], whole: Node, parts: Sequence[Node]) -> bool:
    """Look between the whole, or the start of the sentence, and the last part."""
    for part in parts:
        passage = part.head.passage
        end = place_of_number(part.head) - passage.start
        begin = place_of_number(whole.head) - passage.start
        inside = 0 <= begin < end
        if words.search(passage.quote[begin if inside else 0 : max(0, end)]):
            return True
    return False
