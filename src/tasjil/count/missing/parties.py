"""Who is said to have done it, where first tellers do not agree on it."""

from functools import lru_cache
from itertools import combinations

from tasjil.count.missing.sentences import denied, two_parties
from tasjil.count.missing.told import MOST_COMPARED, Told
from tasjil.model.acts import PerpetratorStance
from tasjil.model.claim import Claim
from tasjil.model.folding import skeleton
from tasjil.model.missing import Part


def parties(told: Told) -> tuple[str, list[Claim]] | None:
    """Find somebody named and denied, or two parties named by two tellers."""
    if not told.parts[Part.PERPETRATOR]:
        return None
    named: dict[frozenset[str], Claim] = {}
    for claim in told.parts[Part.PERPETRATOR]:
        named.setdefault(_party(claim), claim)
    for claim in told.wholes:
        same = named.get(_party(claim))
        if claim.perpetrator.stance is PerpetratorStance.DENIED and same is not None:
            return denied(claim.perpetrator.text or ""), [same, claim]
    kept = [words for words in named if words][:MOST_COMPARED]
    for one, other in combinations(kept, 2):
        claim, against = named[one], named[other]
        if one.isdisjoint(other) and told.teller(claim) != told.teller(against):
            words = (claim.perpetrator.text or "", against.perpetrator.text or "")
            return two_parties(*words), [claim, against]
    return None


_ANYBODY = """
armed assailant attacker bandit element fighter force group gunman gunmen local man
masked member men militant military some stranger unidentified uniform unknown
clothed dressed wearing by in of or with and other several
مسلح مسلحون مسلحين مجهول مجهولون مجهولين ملثم ملثمون ملثمين عناصر عنصر مجموعة مجموعات
قوات
"""

ANYBODY = frozenset(
    skeleton(form) for word in _ANYBODY.split() for form in (word, f"{word}s")
)
"""Words for whoever did it that fit every party: they contradict nobody."""


def _party(claim: Claim) -> frozenset[str]:
    return _words(claim.perpetrator.text or "")


@lru_cache(maxsize=10_000)
def _words(text: str) -> frozenset[str]:
    """Give the words that tell one party from another; none for "gunmen"."""
    return frozenset(skeleton(text).split()) - ANYBODY
