"""Decides what each column of a table is, and asks where it could be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.errors import BadTable
from tasjil.estimate.tables.cells import is_missing, is_on, many, shown
from tasjil.estimate.tables.grid import Grid

COUNT = frozenset({"count", "العدد", "عدد"})
DRAW = frozenset({"draw", "السحب"})
SOURCE = frozenset({"source", "المصدر"})
"""Names of columns with a meaning of their own, in lower case."""

LIKE_COUNT = frozenset(
    {"counts", "freq", "frequency", "n", "number", "total", "people", "persons"}
    | {"التكرار", "المجموع", "الإجمالي"}
)
LIKE_DRAW = frozenset(
    {"draws", "replicate", "replica", "imputation", ".imp", "iteration", "linkage"}
)
ABOUT_PEOPLE = frozenset(
    {"sex", "gender", "male", "female", "woman", "man", "child", "minor", "adult"}
    | {"civilian", "combatant", "age", "age_group", "place", "region", "district"}
    | {"governorate", "month", "year", "day", "date", "period", "urban", "camp"}
    | {"الجنس", "ذكر", "أنثى", "طفل", "بالغ", "مدني", "العمر", "السن", "الفئة العمرية"}
    | {"المكان", "المحافظة", "المنطقة", "الشهر", "السنة", "اليوم", "التاريخ", "الفترة"}
)
_ASK = "name the lists: --lists A,B,C"
_STRAY = 0.2
"""A column with fewer cells than this that are not 0 or 1 is a list gone wrong."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is, by its place in the header.

    Attributes:
        lists: Whose cells are 0 and 1.
        about: Those that tell of the people: sex, age, place; strata or covariates.
        count: How many people a row is; None where a row is one person.
        draw: Which of several tables a row belongs to.
    """

    lists: tuple[int, ...]
    about: tuple[int, ...]
    count: int | None
    draw: int | None
    source: int | None


def columns(grid: Grid, lists: Sequence[str] | None = None) -> Columns:
    """Say what each column is: 0 and 1 alone is a list, anything else is about people.

    Args:
        grid: The table as written.
        lists: Which columns are the lists, where the cells do not say.

    Raises:
        BadTable: A column could be one thing or another, or a list is not there.
    """
    count, draw, source = (_meant(grid, set(names)) for names in (COUNT, DRAW, SOURCE))
    _check_alike(grid, count, draw)
    left = [at for at in range(len(grid.names)) if at not in (count, draw, source)]
    if lists is None:
        found = [at for at in left if _is_list(grid, at)]
    else:
        found = _asked(grid, lists, left)
    if not found:
        raise BadTable(
            "expected a column of 0 and 1 for each list, found none: "
            f"the columns are {', '.join(grid.names)}"
        )
    about = tuple(at for at in left if at not in found)
    return Columns(tuple(found), about, count, draw, source)


def _meant(grid: Grid, names: set[str]) -> int | None:
    found = [at for at, name in enumerate(grid.names) if name.casefold() in names]
    if len(found) > 1:
        told = " and ".join(grid.names[at] for at in found)
        raise BadTable(f"expected one column of this meaning, found {told}: remove one")
    return found[0] if found else None


def _check_alike(grid: Grid, count: int | None, draw: int | None) -> None:
    """Stop at `freq` or `replicate`: taken for strata, they would be left unread."""
    for at, name in enumerate(grid.names):
        said = name.casefold()
        if count is None and said in LIKE_COUNT and _numbers(grid, at):
            raise BadTable(
                f"expected the number of people of a row in a column named count, "
                f"found {name}: rename it, or remove it"
            )
        if draw is None and said in LIKE_DRAW:
            raise BadTable(
                f"expected the number of a table in a column named draw, found "
                f"{name}: rename it, or remove it"
            )


def _numbers(grid: Grid, at: int) -> bool:
    cells = [many(cell) for cell in grid.column(at)]
    return None not in cells and any(cell not in (0, 1) for cell in cells)


def _is_list(grid: Grid, at: int) -> bool:
    cells = grid.column(at)
    wrong = [nth for nth, cell in enumerate(cells) if is_on(cell) is None]
    name = grid.names[at]
    few = len(wrong) < _STRAY * len(cells) or _with_twos(name, cells)
    if wrong and few:
        nth = wrong[0]
        raise BadTable(
            f"expected 0 or 1 for {name} on line {grid.lines[nth]}, found "
            f"{shown(cells[nth])}: write 0 where a person is not on it; or if it is "
            f"no list, {_ASK}"
        )
    if not wrong and cells and name.casefold() in ABOUT_PEOPLE:
        raise BadTable(
            f"expected to know whether {name} is a list, found 0 and 1 under a name "
            f"that tells of people: {_ASK}"
        )
    if wrong and all(is_on(cell, words=True) is not None for cell in cells):
        raise BadTable(
            f"expected 0 and 1 for lists, found yes and no in {name}: {_ASK}"
        )
    return not wrong


def _with_twos(name: str, cells: list[str]) -> bool:
    """Say whether a column holds 0, 1 and 2: a list with a slip, or a code."""
    return {many(cell) for cell in cells} == {0, 1, 2} and (
        name.casefold() not in ABOUT_PEOPLE
    )


def _asked(grid: Grid, lists: Sequence[str], left: list[int]) -> list[int]:
    found = []
    for name in lists:
        at = next((at for at in left if grid.names[at] == name), None)
        if at is None:
            told = ", ".join(grid.names[at] for at in left)
            raise BadTable(f"expected the lists among {told}; found {name!r} asked for")
        for line, cell in zip(grid.lines, grid.column(at), strict=True):
            if is_on(cell, words=True) is None:
                said = "an empty cell" if is_missing(cell) else shown(cell)
                raise BadTable(
                    f"expected 0 or 1 for the list {name} on line {line}, found {said}"
                )
        found.append(at)
    if len(set(found)) < len(found):
        raise BadTable("expected each list once, found one asked for twice")
    return found
