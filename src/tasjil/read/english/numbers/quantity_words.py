"""Numbers that are no plain cardinals: dozens, a family of five, both, nobody."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tasjil.model.quantity import Quantity, Unit
from tasjil.read.english.numbers.bounds import bound_before
from tasjil.read.english.numbers.counted import Counted, counted_after
from tasjil.read.english.numbers.number_words import CARDINAL, number

_VAGUE = re.compile(
    r"(?:(?P<lead>tens|hundreds|scores|several|(?:a\s+)?few|many)\s+(?:of\s+)?"
    r"(?P<base>dozens?|hundreds?|thousands?)"
    r"|(?P<word>several|dozens|scores|hundreds|thousands|tens|many|numerous|"
    r"a\s+(?:small\s+|large\s+|great\s+)?(?:few|handful|couple|number)|few))\b"
    r"(?:\s+of\b(?!\s+them))?"
)
_NOT_VAGUE = re.compile(r"\b(?:as|how|so|too|that|not)\s+$")
"""Words before "many" that make it no number: "as many as 12", "how many"."""

_UNKNOWN = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+)?(?:unknown|unspecified|undetermined|unconfirmed|"
    r"undisclosed|uncertain|indeterminate|unverified)\s+number\b"
    r"|(?:unknown|unclear|uncertain|not\s+known|not\s+clear|not\s+yet\s+known)\s+"
    r"(?:exactly\s+|just\s+)?how\s+many\b"
)
_FAMILIES = re.compile(r"(?:entire|whole)\s+(?:\w+\s+){0,2}?(?:families|households)\b")
_FAMILY_OF = re.compile(
    rf"an?\s+(?:\w+\s+){{0,2}}?(?:family|household|group|team|crew|party)\s+of\s+"
    rf"(?:(?:at\s+least|about|around|some)\s+)?(?P<n>{CARDINAL})(?![\w-])"
    rf"|an?\s+(?P<m>{CARDINAL})[\s-]+(?:member|person|strong|man)\s+(?:\w+\s+)?"
    rf"(?:family|household|group|team|crew|patrol|squad)\b"
)
_NOBODY = re.compile(
    r"(?:no\s*-?one|nobody|none(?:\s+of\s+(?:them|the\s+\w+))?)\b"
    r"|(?:no|zero)(?=\s+(?:(?:other|further|more|additional|new|civilian|military|human|"
    r"immediate|serious|reported|confirmed|known|police|injured)\s+){0,2}(?:casualties|casualty|deaths?|fatalities|"
    r"injuries|victims?|wounded|dead|people|persons?|civilians?|one)\b)"
)
_PAIRS = re.compile(
    r"(?:both(?=\s+(?:of|were|was|are|had|have|died|men|women|boys|girls|brothers|"
    r"sisters|victims|children|civilians|soldiers|civilian|killed|wounded|injured)\b|\s*[.,;])"
    r"|the\s+(?:pair|couple|duo)|a\s+(?:pair|couple)(?!\s+of\b|\s+more\b|\s+hundred|\s+dozen)"
    r"|twins)\b"
)
_TRIO = re.compile(r"the\s+trio\b")

_VAGUE_STARTS = """tens hundreds scores several few many dozens thousands numerous"""

STARTS = {
    "a": (_UNKNOWN, _FAMILY_OF, _PAIRS, _VAGUE),
    "an": (_UNKNOWN, _FAMILY_OF),
    "the": (_UNKNOWN, _PAIRS, _TRIO),
    "entire": (_FAMILIES,),
    "whole": (_FAMILIES,),
    "not": (_UNKNOWN,),
    "both": (_PAIRS,),
    "twins": (_PAIRS,),
    **dict.fromkeys(("unknown", "unclear", "uncertain"), (_UNKNOWN,)),
    **dict.fromkeys(("no", "nobody", "none", "zero", "noone"), (_NOBODY,)),
    **dict.fromkeys(_VAGUE_STARTS.split(), (_VAGUE,)),
}
"""First words of what is not a plain cardinal, and the patterns they may begin."""


@dataclass(frozen=True, slots=True)
class Read:
    """A quantity and where its words stand."""

    start: int
    end: int
    quantity: Quantity


def unit_of(counted: Counted) -> Unit:
    """The unit of a number, from the noun after it."""
    if counted is Counted.BODIES:
        return Unit.BODY
    return Unit.FAMILY if counted is Counted.FAMILIES else Unit.PERSON


def special(
    lower: str,
    match: re.Match[str],
    pattern: re.Pattern[str],
    floors: Mapping[str, int],
) -> Read | None:
    """Turn what a pattern of `STARTS` matched into a quantity."""
    start, end = match.span()
    if pattern is _UNKNOWN:
        return Read(start, end, Quantity(None, None, None))
    if pattern is _FAMILIES:
        return Read(start, end, Quantity(None, None, None, Unit.FAMILY))
    if pattern is _FAMILY_OF:
        n = number(match["n"] or match["m"])
        return None if n is None else Read(start, end, Quantity(n, n, None))
    if pattern is _VAGUE:
        return _vague(lower, match, floors)
    fixed = {_NOBODY: 0, _PAIRS: 2, _TRIO: 3}[pattern]
    return Read(start, end, Quantity(fixed, fixed, None))


def _vague(lower: str, match: re.Match[str], floors: Mapping[str, int]) -> Read | None:
    """Read "dozens" or "several hundred": the codebook's floor, open upwards."""
    counted = counted_after(lower, match.end())
    comparing = _NOT_VAGUE.search(lower[max(0, match.start() - 6) : match.start()])
    if comparing and match["word"] in ("many", "few"):
        return None
    if counted is Counted.THING or (
        counted is Counted.NOTHING and match[0].endswith(" of")
    ):
        return None
    floor = _floor(match, floors)
    bound = bound_before(lower, match.start())
    start = match.start() if bound is None else bound[0]
    end = match.end() - (len(match[0]) - len(re.sub(r"\s+of$", "", match[0])))
    return Read(start, end, Quantity(floor, None, None, unit_of(counted)))


def _floor(match: re.Match[str], floors: Mapping[str, int]) -> int:
    several = floors.get("several", 3)
    if match["word"]:
        word = match["word"].split()[-1]
        if word == "number":
            return 2
        return floors.get(word, floors.get(f"a {word}", several))
    base = match["base"]
    each = {"dozen": 12, "hundred": 100, "thousand": 1000}[base.removesuffix("s")]
    lead = {"tens": 10, "hundreds": 100, "scores": 20}.get(match["lead"], several)
    return lead * each
