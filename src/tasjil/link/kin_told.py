"""Kin of whom a report names: "Oren Saal, son of Bas Saal", "Daren and his son Ilo"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tasjil.link.names import parse
from tasjil.link.names.commonness import Role, known_shares
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId
from tasjil.model.particulars import Kin

_WORDS = {
    "son": Kin.FATHER,
    "daughter": Kin.FATHER,
    "child": Kin.FATHER,
    "father": Kin.CHILD,
    "mother": Kin.CHILD,
    "wife": Kin.SPOUSE,
    "husband": Kin.SPOUSE,
    "widow": Kin.SPOUSE,
    "brother": Kin.SIBLING,
    "sister": Kin.SIBLING,
}
"""How those who stand behind "of" are related to the person: the son of his father."""

_NAME = (
    r"[A-Z][\w'’-]*(?:\s+(?:(?:al|el|bin|bint|ibn|abu|umm|de)[\s-]+)?[A-Z][\w'’-]*)*"
)
_OF = re.compile(
    rf"\W+(?:(?:aged\s+)?\d{{1,3}}\W+)?(?:the\s+)?(?P<tie>{'|'.join(_WORDS)})\s+of\s+"
    rf"(?P<name>{_NAME})(?=\s*(?:[,.;:)]|and\b|$))"
)

_CHILD = frozenset({"son", "daughter", "child", "children"})
_HIS = re.compile(r"(?:his|ابنه|ابنته|نجله|ولده|أبنائه|أطفاله)\b")
_HER = re.compile(r"(?:her|ابنها|ابنتها|نجلها|ولدها|أبنائها|أطفالها)\b")


@dataclass(frozen=True, slots=True)
class Beside:
    """Those whom each sentence names alone, in the order of its words."""

    named: dict[tuple[ReportId, int], list[Claim]]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> "Beside":
        """Gather them from claims."""
        found = defaultdict(list)
        for claim in claims:
            if len(claim.victims.names) == 1 and "names" in claim.spans:
                found[claim.report, claim.passage.start].append(claim)
        return cls(dict(found))

    def before(self, claim: Claim) -> str | None:
        """Give the one person named before a claim's people; None of several."""
        start = claim.spans["victims"][0]
        others = self.named.get((claim.report, claim.passage.start), ())
        names = {
            each.victims.names[0] for each in others if each.spans["names"][1] <= start
        }
        return names.pop() if len(names) == 1 else None


def kin_told(claim: Claim, beside: Beside) -> tuple[tuple[Kin, str], ...]:
    """Give the kin whom a report names for the people of a claim.

    Only what is said in so many words: whom "the mayor's wife" was married to is not
    told. "Son of" names the father, as it mostly does, but where the name is known as
    a woman's alone; "her son" names the mother.

    Args:
        claim: With the names of its people.
        beside: The others that its report names.
    """
    if "names" not in claim.spans or "victims" not in claim.spans:
        return ()
    return tuple(dict.fromkeys((*_behind(claim), *_parent(claim, beside))))


def _behind(claim: Claim) -> Iterator[tuple[Kin, str]]:
    """Read "NAME, 29, the daughter of OTHER"."""
    if len(claim.victims.names) != 1:
        return
    end = claim.spans["names"][1] - claim.passage.start
    found = _OF.match(claim.passage.quote, end) if end > 0 else None
    if found is not None:
        kin, name = _WORDS[found["tie"]], found["name"]
        mother = kin is Kin.FATHER and _known_as_a_womans(name)
        yield (Kin.MOTHER if mother else kin), name


def _known_as_a_womans(name: str) -> bool:
    given = parse(name).given
    if given is None:
        return False
    sounds = set(given.sounds)
    women, men = known_shares(Role.WOMAN), known_shares(Role.MAN)
    return bool(sounds & women.keys()) and not sounds & men.keys()


def _parent(claim: Claim, beside: Beside) -> Iterator[tuple[Kin, str]]:
    """Read "OTHER and his son NAME"."""
    told = (claim.victims.text or "").lower()
    kin = Kin.FATHER if _HIS.match(told) else Kin.MOTHER if _HER.match(told) else None
    if kin is not None and claim.victims.relation in _CHILD:
        parent = beside.before(claim)
        if parent is not None:
            yield kin, parent
