"""Whom a total counts: civilians, fighters, everybody, or a part of them."""

import re
from collections.abc import Iterable

from tasjil.count.reconcile.words import STATUSES
from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.persons import AgeGroup, Sex, Status

EVERYBODY = frozenset(Status) - {Status.UNKNOWN}
"""Everybody is of one of these in truth, whatever was told."""

_MOSTLY = re.compile(
    r"\b(mainly|mostly|largely|predominantly|most of (them|whom)( were)?|chiefly)"
    r"\s+(\w+\s+)?civilian"
    r"|(معظمهم|غالبيتهم|أغلبهم|اغلبهم|أكثرهم)\s+(من\s+)?(ال)?مدني",
    re.IGNORECASE,
)
"""Civilians are the most of those counted, and so not all."""

_PEOPLE = """
people person persons human humans soul souls victim victims dead deaths fatalities
killed casualties bodies individuals inhabitants residents
شخص شخصا اشخاص الاشخاص ضحية ضحايا الضحايا قتيل قتيلا قتلى القتلى انسان وفاة وفيات
شهيد شهيدا شهداء
"""
_OF_A_STATUS = """
civilian civilians soldier soldiers fighter fighters troops gunmen militants combatants
servicemen مدني مدنيا مدنيون مدنيين المدنيين جندي جنديا جنود الجنود مقاتل مقاتلا
مقاتلون مقاتلين المقاتلين مسلح مسلحا مسلحون مسلحين
"""
_AROUND = "the of all a an other these those who were at least in total"
_ANYBODY = frozenset(map(fold, _PEOPLE.split()))
_PLAIN = _ANYBODY | frozenset(map(fold, f"{_OF_A_STATUS} {_AROUND}".split()))


def statuses_of(claims: Iterable[Claim]) -> frozenset[Status]:
    """Give every status that people in one total may have.

    A telling that only says a number goes with those that say who. One that says
    "persons" where another says "civilians" leaves it open who they were.
    """
    found: set[Status] = set()
    anybody = False
    for claim in claims:
        status = claim.victims.status
        if status is Status.UNKNOWN:
            anybody = anybody or names_anybody(claim)
        elif status is Status.CIVILIAN and _MOSTLY.search(claim.passage.quote):
            anybody = True
        else:
            found.add(status)
    return EVERYBODY if anybody or not found else frozenset(found)


def names_anybody(claim: Claim) -> bool:
    """Tell whether its words are for people of any kind: persons, victims, dead."""
    words = set(fold(claim.victims.text or "").split())
    return bool(words & _ANYBODY)


def counts_all_of_them(claims: Iterable[Claim]) -> bool:
    """Tell whether it counts everybody of a status, and not a group among them.

    Children, women, one community and one trade are groups: that there are no more of
    them does not say that there are no more people.
    """
    return all(_counts_all(claim) for claim in claims)


def _counts_all(claim: Claim) -> bool:
    told = claim.victims
    plain = told.sex is Sex.UNKNOWN and told.age_group is AgeGroup.UNKNOWN
    if not plain or told.communities or told.relation or told.names:
        return False
    number = set(fold(claim.quantity.text or "").split())
    words = [word for word in fold(told.text or "").split() if word.isalpha()]
    return all(word in _PLAIN or word in number for word in words)


def who_in_words(
    statuses: frozenset[Status], claims: Iterable[Claim], status: str
) -> str:
    """Name the people a total counts, as a table shows them.

    Example:
        >>> who_in_words(EVERYBODY, [], "unknown")
        'people of any status'
    """
    group = _group(list(claims))
    if statuses == EVERYBODY:
        anybody = STATUSES[Status.UNKNOWN]
        some = STATUSES[Status(status)]
        return group or (anybody if some == anybody else f"{anybody}, or {some}")
    people = " and ".join(STATUSES[each] for each in Status if each in statuses)
    if group is None:
        return people
    return f"{group} ({people})" if len(statuses) == 1 else group


def _group(claims: list[Claim]) -> str | None:
    if any(each.victims.age_group is AgeGroup.CHILD for each in claims):
        return "children"
    sexes = {each.victims.sex for each in claims}
    if Sex.WOMAN in sexes:
        return "women"
    return "men" if Sex.MAN in sexes else None
