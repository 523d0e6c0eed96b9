"""What speaks for a run of capitals being a person's name, and what against it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from tasjil.read.english.people.name_chains import Chain
from tasjil.read.english.text.parser import everyday_word
from tasjil.read.name_words import KIN, NOT_A_NAME, OPENS_A_PLACE, given_names
from tasjil.read.places.nationalities import nationalities


class Weight(Enum):
    """How much speaks for a name."""

    NAME = auto()
    DOUBTFUL = auto()
    """One unknown word: a name if it stands in a list of names."""

    NONE = auto()
    COMMON = auto()
    """A word of every day with a capital: a name only among names."""


@dataclass(slots=True)
class Evidence:
    """The text around the chains, and what was learnt from the ones before."""

    text: str
    is_place: Callable[[str], bool]
    hints: Sequence[tuple[int, int]] = ()
    surnames: set[str] = field(default_factory=set)

    def words(self, chain: Chain) -> str:
        """The chain as written."""
        return self.text[chain.start : chain.end]

    def hinted(self, chain: Chain) -> bool:
        """True where another reader takes the chain for a person."""
        return any(a < chain.end and chain.start < b for a, b in self.hints)

    def kin_before(self, chain: Chain) -> bool:
        """True after "her son", "their children", "a woman named"."""
        match = _LAST_WORD.search(self.text[max(0, chain.start - 24) : chain.start])
        return match is not None and match[1].lower() in KIN

    def place_before(self, chain: Chain) -> bool:
        """True after "in", "near", "the town of"."""
        window = self.text[max(0, chain.start - 24) : chain.start]
        return _PLACE_BEFORE.search(window) is not None

    def age_before(self, chain: Chain) -> bool:
        """True after "8-year-old"."""
        window = self.text[max(0, chain.start - 20) : chain.start]
        return _AGE_BEFORE.search(window) is not None

    def age_after(self, chain: Chain) -> bool:
        """True before ", 25," and "(25)"."""
        return _AGE_AFTER.match(self.text, chain.end) is not None


_LAST_WORD = re.compile(r"([^\W\d_]+)[,:]?\s+(?:(?:[’'\"“]|[0-9]+)\s*)?$")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|to|into|towards?|outside|around|across|reached|leaving|"
    r"(?:town|city|village|camp|province|district|department|street|governorate) of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"(?:,\s*(?:aged?\s+)?[0-9]{1,3}\s*(?=[,.;)]|$|\s?(?:and|who|was|were|from|of|a|"
    r"(?:years?|months?|weeks?|days?)(?:[\s-]+old)?)\b)"
    r"|\s*\(\s*(?:aged?\s+|male|female|m,|f,)?\s*[0-9]{1,3}\s*(?:years?|y|\)|,|months?)"
    r"|,?\s+aged\s+[0-9])",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"[\s-](?:year|month|day|week)s?[\s-]+olds?,?\s+(?:Dr\.?\s+)?$", re.IGNORECASE
)
_LIST_GAP = re.compile(
    r"\s*(?:\([^()]{1,30}\)|,\s*[0-9]{1,3}\s*(?=,|\s+and))?\s*"
    r"(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?:[0-9]{1,2}-(?:year|month)-old\s+)?",
    re.IGNORECASE,
)
_PREFIXES = frozenset(
    ["abu", "abou", "umm", "um", "abd", "abdel", "abdul", "bin", "ibn"]
)


def weigh(chain: Chain, evidence: Evidence) -> Weight:
    """Decide on one run; a name's last word is remembered as a surname."""
    weight = _weight(chain, evidence)
    if weight is Weight.NAME and len(chain.core) > 1:
        evidence.surnames.add(chain.core[-1])
    return weight


def _weight(chain: Chain, evidence: Evidence) -> Weight:
    core = chain.core
    if not core or _speaks_against(chain, evidence):
        return Weight.NONE
    if _is_a_place(chain, evidence):
        listable = len(core) == 1 and not evidence.place_before(chain)
        return Weight.COMMON if listable else Weight.NONE
    if chain.arabic:
        return Weight.NAME
    if len(core) == 1 and not _has_prefix(chain):
        return _one_word(chain, core[0], evidence)
    if core[0] in given_names() or _has_prefix(chain) or chain.title:
        return Weight.NAME
    if evidence.hinted(chain) or evidence.age_after(chain):
        return Weight.NAME
    if evidence.age_before(chain) or evidence.kin_before(chain):
        return Weight.NAME
    if core[0] in OPENS_A_PLACE or evidence.place_before(chain):
        return Weight.NONE
    unknown = [w for w in core if w in given_names() or not everyday_word(w)]
    opening = chain.opens and everyday_word(core[0])
    return Weight.NAME if len(unknown) * 2 > len(core) and not opening else Weight.NONE


def _speaks_against(chain: Chain, evidence: Evidence) -> bool:
    """True for organisations, nationalities and single letters."""
    if any(word in NOT_A_NAME for word in chain.core):
        return True
    if all(word in nationalities() for word in chain.core):
        return True
    return len(chain.core) > 8 or all(len(word) < 2 for word in chain.core)


def _is_a_place(chain: Chain, evidence: Evidence) -> bool:
    """True for the name of a place, unless the words around speak for a person."""
    if chain.title or chain.core[0] in given_names() and len(chain.core) > 1:
        return evidence.place_before(chain) and evidence.is_place(evidence.words(chain))
    if evidence.age_after(chain) or evidence.kin_before(chain):
        return False
    return evidence.is_place(evidence.words(chain))


def _has_prefix(chain: Chain) -> bool:
    """True for "Abu Tamo" and "Abd al-Rahim": a name in one word."""
    return len(chain.words) > 1 and chain.words[0] in _PREFIXES


def _one_word(chain: Chain, word: str, evidence: Evidence) -> Weight:
    """A given name, a surname told before, or a word after "her son"."""
    if len(word) < 3 or evidence.place_before(chain):
        return Weight.NONE
    common = everyday_word(word) and word not in given_names()
    if chain.title or evidence.kin_before(chain):
        return Weight.NONE if common else Weight.NAME
    if word in evidence.surnames and not (common and chain.opens):
        return Weight.NAME
    if word in given_names():
        return Weight.DOUBTFUL if everyday_word(word) and chain.opens else Weight.NAME
    if common:
        return Weight.NONE if chain.opens else Weight.COMMON
    if evidence.age_after(chain) or evidence.hinted(chain):
        return Weight.NAME
    shouted = evidence.words(chain).isupper()
    return Weight.NONE if shouted else Weight.DOUBTFUL


def listed_beside(
    weighed: Sequence[tuple[Chain, Weight]], evidence: Evidence
) -> list[Chain]:
    """Names, and single unknown words in one list with names of one word.

    "Their children Firo, Tamo and Lis": "children" speaks for the first, and the
    first for the others.
    """
    kept: list[Chain] = []
    last: Chain | None = None
    for place, (chain, weight) in enumerate(weighed):
        after = weighed[place + 1][0] if place + 1 < len(weighed) else None
        beside = last is not None and _listed(last, chain, evidence)
        if weight is Weight.DOUBTFUL:
            taken = beside or chain.core[0] in evidence.surnames
        elif weight is Weight.COMMON:
            ends = last is not None and " and " in evidence.text[last.end : chain.start]
            goes_on = after is not None and _listed(chain, after, evidence)
            taken = beside and (ends or goes_on)
        else:
            taken = weight is Weight.NAME
        if taken:
            kept.append(chain)
            last = chain
        elif weight in (Weight.NONE, Weight.COMMON):
            last = None
    return kept


def _listed(one: Chain, other: Chain, evidence: Evidence) -> bool:
    """True where a word stands in one list behind a given name alone."""
    single = len(one.core) == 1 and not one.title
    gap = _LIST_GAP.fullmatch(evidence.text, one.end, other.start)
    return single and gap is not None
