"""Who is said to have done it, and which of them are certainly not the same.

Two names may be two names of one party, unless one report sets them against each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from tasjil.model.acts import PerpetratorStance
from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.persons import AgeGroup, Sex

Doer = tuple[str, str]
"""A first teller's key, and its name for a party: names mean what tellers mean."""

_FIRM = frozenset(
    {PerpetratorStance.NAMED, PerpetratorStance.ACCUSED, PerpetratorStance.CLAIMED}
)
_NOBODY = """
several various unknown unidentified both all other others parties sides
مجهول مجهولة مجهولون عدة اطراف أطراف مختلف كلا جميع اخرى أخرى
"""
_NOBODY_IN_PARTICULAR = frozenset(map(fold, _NOBODY.split()))


def party_key(text: str | None) -> str | None:
    """Put spellings of one party together; None where nobody is blamed.

    Example:
        >>> party_key("The Security Forces") == party_key("security forces")
        True
    """
    return None if text is None else fold(text) or None


def set_against(
    claims: Iterable[Claim], tellers: Mapping[ClaimId, str]
) -> frozenset[tuple[Doer, Doer]]:
    """Find the parties that one report sets against each other.

    It does so where two parts of one whole, or two totals of one sentence, have
    different doers: "the forces killed 420, the armed groups 211".

    Args:
        claims: The claims of all totals.
        tellers: The first teller's key for each.

    Returns:
        Pairs that are certainly two parties, each in order of their names.
    """
    by_report: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _blames_one(claim):
            by_report[claim.report].append(claim)
    found: set[tuple[Doer, Doer]] = set()
    for kept in by_report.values():
        for one, other in _beside(kept):
            if tellers[one.id] != tellers[other.id]:
                continue
            pair = sorted({_doer(one, tellers), _doer(other, tellers)})
            if len(pair) == 2 and not _one_in_the_other(pair[0][1], pair[1][1]):
                found.add((pair[0], pair[1]))
    return frozenset(found)


def _beside(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pair claims that stand side by side: in one whole, or in one sentence."""
    together: dict[tuple[str, object], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.part_of is not None:
            together["whole", claim.part_of].append(claim)
        else:
            together["sentence", claim.passage].append(claim)
    for kept in together.values():
        first = {each.group: each for each in reversed(kept)}
        yield from combinations(first.values(), 2)


def _blames_one(claim: Claim) -> bool:
    """Tell whether it firmly names one party for people of any sex and age."""
    who = claim.victims
    plain = who.sex is Sex.UNKNOWN and who.age_group is AgeGroup.UNKNOWN
    words = set((party_key(claim.perpetrator.text) or "").split())
    return (
        plain
        and claim.quantity.known
        and bool(words)
        and claim.perpetrator.stance in _FIRM
        and words.isdisjoint(_NOBODY_IN_PARTICULAR)
    )


def _doer(claim: Claim, tellers: Mapping[ClaimId, str]) -> Doer:
    return tellers[claim.id], party_key(claim.perpetrator.text) or ""


def _one_in_the_other(one: str, other: str) -> bool:
    """Tell whether one name may be a shorter form of the other."""
    mine, theirs = set(one.split()), set(other.split())
    return mine <= theirs or theirs <= mine
