"""Lists of parts, some with their own parts: "79 guards, 55 farmers, 27 of them"."""

import re
from collections.abc import Sequence

from tasjil.model.quantity import Quantity
from tasjil.read.found import Found

_THEM = (
    r"(?:whom|them|these|those|which|that\s+number|the\s+(?:dead|killed|victims|deaths|"
    r"fatalities|total)|those\s+killed)"
)
_TOTAL = (
    r"(?:dead|victims|death\s+toll|toll|figures?|number|total|count|tally|fatalities)"
)
_OPENS = re.compile(
    rf"(?:\b(?:of|among|amongst)\s+{_THEM}\b,?(?:\s+(?:are|were|there\s+(?:are|were)))?"
    rf"|\b{_TOTAL}\s+(?:also\s+)?(?:include[sd]?|comprise[sd]?|consist(?:s|ed)?\s+of|"
    r"is\s+made\s+up\s+of)"
    r"|\b(?:including|comprising|comprised\s+of|made\s+up\s+of|namely))"
    r"(?:\s+(?:also|the|a\s+further|another|an|all|at\s+least|some|about)){0,2}\s*$",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"\s+of\s+{_THEM}\b", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:,|\band|\bas\s+well\s+as|\balong\s+with|\bin\s+addition\s+to|\bplus)"
    r"(?:\s+(?:also|at\s+least|about|some|another|a\s+further|the\s+other))*\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:as\s+well\s+as|along\s+with|in\s+addition\s+to|plus)\s+[^,]{0,20}$", re.I
)
_CLAUSE = re.compile(
    r"\b(?:were|was|have|has|had|said|says|killed|wounded|injured|another)\b"
)
_RELATIVE = re.compile(r"\b(?:that|who|which)\s+(?:were|was|had|have)\b(?:\s+been)?")
_IS = re.compile(r"\s+(?:were|was|are|had|have|others?)\b")
_WORDS = r"\s+(?:[\w'’-]+\s+){0,4}?"
_BY_AGE_OR_SEX = re.compile(
    rf"{_WORDS}(?:child(?:ren)?|women|woman|girls?|boys?|men|infants?|minors?|elderly|"
    r"older|teenagers?|babies)\b"
)
_BY_STATUS = re.compile(
    rf"{_WORDS}(?:members|fighters|soldiers|personnel|gunmen|troops|police\w*|civilians|"
    r"officers|guards|guardsmen|forces|combatants|militants|militiamen|militias|rebels|"
    r"conscripts|insurgents)\b"
)

Listed = dict[int, int | None]


def listed(text: str, numbers: Sequence[Found[Quantity]]) -> Listed:
    """The members of each list of parts, with the place of the number each is part of.

    A whole that stands in a sentence before is None.

    Example:
        >>> from tasjil.read.english.numbers.quantities import find_quantities
        >>> told = "Among them are 79 guards, 55 farmers, 27 of them shot, and 9 men."
        >>> listed(told, find_quantities(told))
        {0: None, 1: None, 2: 1, 3: None}
    """
    found: Listed = {}
    for i, number in enumerate(numbers):
        if i not in found and _OPENS.search(text[: number.start]):
            one = _List(text, numbers, i)
            if len(one.found) > 1:
                found |= one.found
    return found


class _List:
    """One list of parts, read number by number."""

    def __init__(
        self, text: str, numbers: Sequence[Found[Quantity]], first: int
    ) -> None:
        self._text, self._numbers = text, numbers
        self._whole = self._larger(first)
        self._outer = [first]
        self._inner: int | None = None
        self._of_them = False
        self.found: Listed = {first: self._whole}
        for i in range(first + 1, len(numbers)):
            if not self._take(i):
                break

    def _take(self, i: int) -> bool:
        """Take the next number in; False where the list has ended."""
        between = self._text[self._numbers[i - 1].end : self._numbers[i].start]
        if re.search(r"[.;:()]", between):
            return False
        share = _SHARE.match(self._text, self._numbers[i].end) is not None
        if share or _OPENS.search(between):
            return self._open(i, share=share)
        if not _JOINED.search(between):
            return False
        if self._inner is not None and self._stays_inside(i, between):
            self.found[i] = self._inner
            return True
        plain = _RELATIVE.sub(" ", between)
        if self._inner is None and _CLAUSE.search(plain):
            return False
        if _IS.match(self._text, self._numbers[i].end):
            return False
        return self._add(i)

    def _open(self, i: int, *, share: bool) -> bool:
        """Some of the member told last: "27 of them", "including 83"."""
        holding = [n for n in self._outer if self._holds(n, i)]
        if not holding:
            return False
        self._inner, self._of_them = holding[-1], share
        self.found[i] = self._inner
        return True

    def _add(self, i: int) -> bool:
        """A further member of the list itself."""
        if self._whole is not None and not self._holds(self._whole, i):
            return False
        self._outer.append(i)
        self._inner = None
        self.found[i] = self._whole
        return True

    def _stays_inside(self, i: int, between: str) -> bool:
        """True for "48 women" behind "civilians, including 26 children"."""
        if self._inner is None or not self._holds(self._inner, i):
            return False
        if self._of_them or _BESIDE.search(between):
            return False
        end = self._numbers[i].end
        if _BY_AGE_OR_SEX.match(self._text, end):
            return True
        return not _BY_STATUS.match(self._text, end)

    def _larger(self, i: int) -> int | None:
        """The nearest number before that can hold the first member."""
        before = self._text[: self._numbers[i].start]
        for n in range(i - 1, -1, -1):
            bracketed = before.count("(", 0, self._numbers[n].start) > before.count(
                ")", 0, self._numbers[n].start
            )
            if not bracketed and self._holds(n, i):
                return n
        return None

    def _holds(self, whole: int, part: int) -> bool:
        one, other = self._numbers[whole].value, self._numbers[part].value
        return (one.highest_stated or 0) > (other.highest_stated or 0)
