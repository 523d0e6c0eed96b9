"""What the cells of a column look like, whatever its header says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tasjil.link.lists.cells.ages import AgeRules, read_age
from tasjil.link.lists.cells.dates import DateRules, read_date
from tasjil.link.lists.cells.names import read_name
from tasjil.link.lists.cells.numbers import NumberRules, read_number
from tasjil.link.lists.cells.sexes import read_sex
from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.plain import plain, tells_nothing
from tasjil.model.edtf import Edtf

LEAST = 3
"""Cells that have to speak before they are believed against a header."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shares of the filled cells of a column, from 0 to 1.

    Attributes:
        filled: How many cells were looked at that hold anything.
        distinct: How many different ones, as a share of those filled.
        counting: True where they count up: 1, 2, 3.
        spread: Years between the first and the last date, 0 without two dates.
        dates: That can be read as a date and have more than one number or a month.
        words: How many words a cell has on the average.
        kinds: How many different cells there are.
        length: How many signs a cell has on the average.
    """

    filled: int
    distinct: float = 0
    ages: float = 0
    dates: float = 0
    sexes: float = 0
    numbers: float = 0
    long_numbers: float = 0
    names: float = 0
    by_names: float = 0
    counting: bool = False
    spread: float = 0
    words: float = 0
    kinds: int = 0
    length: float = 0
    arabic: float = 0


NOTHING_SEEN = Evidence(0)
_MANY = 20
"""Different numbers in order that are no chance."""

_BY_NAMES = ("ابو ", "ام ", "abu ", "abou ", "um ", "umm ", "oum ", "om ", "ابي ")


def look_at(cells: Sequence[str]) -> Evidence:
    """Look at some cells of one column.

    Example:
        >>> seen = look_at(["6/3/2019", "7/3/2019", "-"])
        >>> seen.filled, seen.dates
        (2, 1.0)
    """
    filled = [each for each in cells if not tells_nothing(each)]
    if not filled:
        return NOTHING_SEEN
    count = len(filled)
    folded = [plain(each) for each in filled]
    digits = [sum(map(str.isdigit, each)) for each in folded]
    letters = [sum(map(str.isalpha, each)) for each in folded]
    return Evidence(
        filled=count,
        distinct=len(set(folded)) / count,
        ages=_share(not isinstance(read_age(c, _NO_FILLERS), Unread) for c in filled),
        dates=_share(
            _is_date(cell, some) for cell, some in zip(filled, digits, strict=True)
        ),
        sexes=_share(not isinstance(read_sex(c), Unread) for c in filled),
        numbers=_share(
            some >= 3 and n <= 4 and not isinstance(read_number(c, _RAW), Unread)
            for c, some, n in zip(filled, digits, letters, strict=True)
        ),
        long_numbers=_share(
            some >= 7 and n <= 2 for some, n in zip(digits, letters, strict=True)
        ),
        names=_share(
            n >= 2 and some == 0 and len(cell) <= 80 and _is_name(cell)
            for cell, some, n in zip(filled, digits, letters, strict=True)
        ),
        by_names=_share(each.startswith(_BY_NAMES) for each in folded),
        counting=_counts_up(folded),
        spread=_spread(filled),
        words=sum(len(each.split()) for each in folded) / count,
        kinds=len(set(folded)),
        length=sum(map(len, filled)) / count,
        arabic=_share(any("\u0600" <= c <= "\u06ff" for c in cell) for cell in filled),
    )


_NO_FILLERS = AgeRules(frozenset())
_RAW = NumberRules()


def _share(truths: Iterable[bool]) -> float:
    found = list(truths)
    return sum(found) / len(found)


def _is_name(cell: str) -> bool:
    told = read_name(cell)
    return bool(told.name or told.kin)


def _is_date(cell: str, digits: int) -> bool:
    """A bare number of one, two or five digits is an age or an id before a date."""
    if digits < 3 or (cell.strip().isdigit() and len(cell.strip()) not in (4, 8)):
        return False
    return not isinstance(read_date(cell, DateRules()), Unread)


def _counts_up(folded: Sequence[str]) -> bool:
    """Tell whether the cells are numbers that grow by one, or nearly."""
    whole = [each.removesuffix(".0") for each in folded]
    if len(whole) < LEAST or not all(w.isascii() and w.isdigit() for w in whole):
        return False
    numbers = [int(each) for each in whole]
    steps = [b - a for a, b in zip(numbers, numbers[1:], strict=False)]
    return len(set(numbers)) == len(numbers) and (
        sum(step == 1 for step in steps) >= 0.6 * len(steps)
        or (len(numbers) >= _MANY and sorted(numbers) == numbers)
    )


def _spread(filled: Sequence[str]) -> float:
    years = []
    for cell in filled[:200]:
        found = read_date(cell, DateRules())
        if not isinstance(found, Unread):
            told = Edtf.parse(found)
            if told.earliest is not None:
                years.append(told.earliest.toordinal() / 365.25)
    years.sort()
    cut = len(years) // 20
    inner = years[cut : len(years) - cut] or [0.0]
    return inner[-1] - inner[0]
