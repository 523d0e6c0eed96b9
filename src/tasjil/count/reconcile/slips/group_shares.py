"""Percentages told of a group: "civilians make up 60 per cent of the dead"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.percentages import (
    DIGITS,
    HEDGED,
    HEDGES,
    PERCENT,
    ROUNDED,
    wrong_share,
)
from tasjil.count.reconcile.slips.statement import Node, Whole, number
from tasjil.model.claim import Claim
from tasjil.model.defined import Defined
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.reconciliation import Slip


class Group(Defined):
    """Groups that reports give shares of."""

    CIVILIANS = "civilians", "Civilians among all the dead."
    SOLDIERS = "soldiers", "Members of armed forces."
    FIGHTERS = "fighters", "People who took part without being of armed forces."
    WOMEN = "women", "Women and girls."
    MEN = "men", "Men and boys."
    CHILDREN = "children", "People under 18."


WORDS = {
    Group.CIVILIANS: r"\bcivilians?\b|مدني\w*",
    Group.SOLDIERS: r"\b(?:soldiers|security forces|troops)\b|جنود|الجنود|عسكري\w+",
    Group.FIGHTERS: r"\b(?:fighters|militants|gunmen|combatants)\b|مقاتل\w+|مسلح\w+",
    Group.WOMEN: r"\bwomen\b|نساء|النساء|سيدات|السيدات",
    Group.MEN: r"\bmen\b|رجال|الرجال",
    Group.CHILDREN: r"\b(?:children|minors)\b|أطفال|الأطفال|قاصر\w+",
}
_DEAD = (
    r"(?: of (?:the )?(?:dead|total|killed|deaths|victims|toll|fatalities"
    r"|casualties|those killed|them|people killed)\b"
    r"| (?:من|بين) (?:إجمالي |مجموع )?(?:ال)?(?:قتلى|ضحايا|مجموع|حصيلة|إجمالي|عدد))"
)
_SHARE = re.compile(rf"(\d{{1,3}}(?:\.\d+)?) ?{PERCENT}({_DEAD}?)", re.IGNORECASE)
_GROUPS = {group: re.compile(words, re.IGNORECASE) for group, words in WORDS.items()}
_SENTENCE = re.compile(r"[^.!?؟\n]*(?:\.\d[^.!?؟\n]*)*[.!?؟\n]?")
_OTHER_TIME = re.compile(
    r"\b(?:last|previous|earlier|compared|than|rose|rise|fell|increase)\b"
    r"|ارتفاع|ارتفع|زيادة|انخفاض|مقارنة|الماضي",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A percentage of one group, as one sentence gives it."""

    group: Group
    percent: float
    places: int
    hedged: bool


def group_shares(statements: Iterable[Whole], evidence: Evidence) -> Iterator[Slip]:
    """Hold shares of groups against the parts told of them in the same report.

    Only a sentence that names one group and has no number but the percentage says
    clearly whose share it is. Where any statement of the report fits, it is right.
    """
    by_report: dict[str, list[Whole]] = {}
    for statement in statements:
        by_report.setdefault(statement.whole.head.report, []).append(statement)
    for name in sorted(by_report):
        kept = by_report[name]
        report = evidence.reports.get(kept[0].whole.head.report)
        text = "" if report is None else report.text
        for share in shares_in(text):
            yield from _wrong(share, kept)


def shares_in(text: str) -> list[GroupShare]:
    """Read the shares of groups in a text, English or Arabic.

    Example:
        >>> shares_in("Civilians make up 60 per cent of the dead.")[0].percent
        60.0
        >>> shares_in("60 per cent of the houses were empty.")
        []
    """
    found = []
    for sentence in _SENTENCE.findall(text.translate(DIGITS)):
        told = list(_SHARE.finditer(sentence))
        groups = [group for group, words in _GROUPS.items() if words.search(sentence)]
        plain = len(told) == 1 and len(groups) == 1 and told[0][2]
        alone = len(re.findall(r"\d[\d.,]*", sentence)) == 1
        if plain and alone and not _OTHER_TIME.search(sentence):
            percent = told[0][1]
            places = len(percent.partition(".")[2])
            hedged = bool(HEDGES.search(sentence))
            found.append(GroupShare(groups[0], float(percent), places, hedged))
    return found


def _wrong(share: GroupShare, statements: list[Whole]) -> Iterator[Slip]:
    pairs = [
        (part, statement.whole)
        for statement in statements
        for part in statement.parts
        if _group(part.head) is share.group and number(statement.whole)
    ]
    allowed = HEDGED if share.hedged else ROUNDED / 10**share.places
    if not pairs or any(_off(share, *pair) <= allowed for pair in pairs):
        return
    part, whole = pairs[0]
    yield wrong_share(part.head, whole.head, share.percent, share.places)


def _off(share: GroupShare, part: Node, whole: Node) -> float:
    return abs(100 * number(part) / number(whole) - share.percent)


def _group(claim: Claim) -> Group | None:
    """Give the group a part is of; sex and age say more than status."""
    told = claim.victims
    if told.age_group is AgeGroup.CHILD:
        return Group.CHILDREN
    by_sex = {Sex.WOMAN: Group.WOMEN, Sex.MAN: Group.MEN}
    by_status = {
        Status.CIVILIAN: Group.CIVILIANS,
        Status.ARMED_FORCES: Group.SOLDIERS,
        Status.DIRECT_PARTICIPANT: Group.FIGHTERS,
    }
    return by_sex.get(told.sex) or by_status.get(told.status)
