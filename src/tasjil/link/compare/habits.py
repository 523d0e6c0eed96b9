"""Habits of a whole list: families written first, or names cut off at some length."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.link.names import parse
from tasjil.model.particulars import Particulars

LOOKED_AT = 2_000
"""Names of one list that are looked at to tell its habits, at most."""

ENOUGH = 20
"""Names that must show a habit."""

FIRST_SHARE = 0.1
"""The least share of names that begin with an article where families stand first."""

TIMES_LAST = 3
"""How many times more first parts than last parts bear an article there."""

CUT_SHARE = 0.1
"""The share of names of exactly the greatest length where a list cuts them off."""

TWO_LETTERS = 2

RESTS = 0.05
"""The share of names cut off that end in one letter or two."""

_FIRST = re.compile(r"(?:[ae]l[- ]|ال)\S", re.IGNORECASE)
_LAST = re.compile(r"\s(?:[ae]l[- ]|ال)\S+\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Habit:
    """How a list writes names.

    Attributes:
        family_first: Families stand first.
        cut_at: The length at which names are cut off; None where they are whole.
    """

    family_first: bool = False
    cut_at: int | None = None


def habits_of(records: Sequence[Particulars]) -> dict[str, Habit]:
    """Tell how each list writes names."""
    by_list: dict[str, list[str]] = defaultdict(list)
    for each in records:
        by_list[each.list].append(each.name)
    return {list: habit_of(names) for list, names in by_list.items()}


def names_told(
    records: Sequence[Particulars], beside: Sequence[Particulars] | None = None
) -> list[str]:
    """Give the name of each record as other lists write names.

    A list that writes families first is turned round as a whole: article after article
    at the beginning says so, where no single name could. What is left of a part that a
    list cut off is left out: it would pass for another name.

    Args:
        records: Whose names are wanted.
        beside: All records of their lists, which tell the habits; None: these alone.
    """
    habits = habits_of(records if beside is None else beside)
    return [_told(each.name, habits.get(each.list, Habit())) for each in records]


def habit_of(names: Sequence[str]) -> Habit:
    """Tell how a list writes names, from its names.

    Example:
        >>> habit_of(["El Vell Daren", "Al Tushkal Tirza"] * 20).family_first
        True
        >>> habit_of(["Daren El Vell", "Tirza Al Tushkal"] * 20).family_first
        False
    """
    step = max(1, len(names) // LOOKED_AT)
    seen = [name for name in names[::step] if " " in name]
    first = sum(_FIRST.match(name) is not None for name in seen)
    last = sum(_LAST.search(name) is not None for name in seen)
    turned = first >= max(ENOUGH, FIRST_SHARE * len(seen), TIMES_LAST * last)
    longest = max(map(len, seen), default=0)
    return Habit(
        family_first=turned,
        cut_at=longest if _cut([n for n in seen if len(n) == longest], seen) else None,
    )


def _cut(at_end: Sequence[str], seen: Sequence[str]) -> bool:
    """Tell whether names of the greatest length were cut off there."""
    # A few names given over and over are not names cut off.
    if len(set(at_end)) < ENOUGH or len(at_end) < CUT_SHARE * len(seen):
        return False
    rests = sum(len(name) - name.rindex(" ") <= TWO_LETTERS + 1 for name in at_end)
    return rests >= RESTS * len(at_end)


def _told(text: str, habit: Habit) -> str:
    if habit == Habit():
        return text
    name = parse(text)
    parts = [each.text for each in name.parts]
    byname = [name.kunya.text] if name.kunya is not None else []
    if habit.cut_at == len(text) and len(parts) > 2:
        parts.pop()
    if not habit.family_first or _turned_already(text, parts):
        return " ".join((*byname, *parts)) if parts else text
    # Where families stand first, Abu and a name there are the family.
    return " ".join((*parts, *byname) if byname else (*parts[1:], *parts[:1])) or text


def _turned_already(text: str, parts: Sequence[str]) -> bool:
    """Tell that reading the name alone put the family, which stood first, last."""
    return len(parts) > 1 and text.startswith(parts[-1])
