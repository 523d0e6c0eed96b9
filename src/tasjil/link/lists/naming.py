"""A name that stands in several columns, put together in its right order."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from tasjil.link.lists.columns.meaning import KIN_OF, ColumnMeaning
from tasjil.model.folding import fold
from tasjil.model.particulars import Kin

M = ColumnMeaning


class Named(NamedTuple):
    """What all the cells of names of one row tell."""

    name: str
    others: tuple[str, ...]
    kin: tuple[tuple[Kin, str], ...]


def put_together(told: Mapping[ColumnMeaning, list[Any]]) -> Named:
    """Join given, father, grandfather and family; keep other spellings and kin.

    Args:
        told: By meaning, `NameTold` of each cell that tells something.

    Example:
        >>> from tasjil.link.lists.cells.names import NameTold
        >>> put_together({M.FAMILY: [NameTold("Vell")], M.GIVEN: [NameTold("Daren")]})
        Named(name='Daren Vell', others=(), kin=())
        >>> put_together({M.FAMILY: [NameTold("Vell")]}).name
        'Vell, ?'
    """
    parts = {
        meaning: " ".join(each.name for each in _of_one(meaning, told[meaning]))
        for meaning in (M.NAME, M.GIVEN, M.FATHER, M.GRANDFATHER, M.FAMILY)
        if meaning in told
    }
    own = parts.get(M.NAME) or parts.get(M.GIVEN) or ""
    name = _whole(own, parts) if own else ""
    if not name and parts.get(M.FAMILY) and not parts.get(M.FATHER):
        name = f"{parts[M.FAMILY]}, ?"
    kin = [*_kin(told), *(each for cells in told.values() for each in _of(cells))]
    if not own and (behind := _behind(parts)):
        kin = [
            (Kin.FATHER, behind),
            *(each for each in kin if each[0] is not Kin.FATHER),
        ]
    return Named(name, _others(told, name), tuple(dict.fromkeys(kin)))


def _of_one(meaning: ColumnMeaning, cells: list[Any]) -> list[Any]:
    """A second given name, or a second family, has a column of its own."""
    return cells if meaning in (M.GIVEN, M.FAMILY) else cells[:1]


def _whole(own: str, parts: Mapping[ColumnMeaning, str]) -> str:
    """Put what is missing behind a name; a whole name has its family already."""
    words = [own]
    if len(own.split()) == 1 or M.NAME not in parts:
        words += [parts[m] for m in (M.FATHER, M.GRANDFATHER) if parts.get(m)]
    family = parts.get(M.FAMILY)
    if family and not _stands_in(family, own):
        words.append(family)
    return " ".join(words)


def _stands_in(family: str, name: str) -> bool:
    words = fold(name).split()
    return (
        len(words) > 1 and words[-len(fold(family).split()) :] == fold(family).split()
    )


def _behind(parts: Mapping[ColumnMeaning, str]) -> str:
    """Name the father of somebody who has no name of their own, with the family."""
    if not parts.get(M.FATHER):
        return ""
    chain = (M.FATHER, M.GRANDFATHER, M.FAMILY)
    return " ".join(parts[m] for m in chain if parts.get(m))


def _kin(told: Mapping[ColumnMeaning, list[Any]]) -> list[tuple[Kin, str]]:
    return [
        (kin, cell.name)
        for meaning, kin in KIN_OF.items()
        for cell in told.get(meaning, ())
        if cell.name
    ]


def _of(cells: list[Any]) -> tuple[tuple[Kin, str], ...]:
    return tuple(each for cell in cells for each in getattr(cell, "kin", ()))


def _others(told: Mapping[ColumnMeaning, list[Any]], name: str) -> tuple[str, ...]:
    """Give by-names and other spellings, each once, the name itself left out."""
    found: dict[str, None] = {}
    for meaning in (M.NAME, M.OTHER_NAME, M.GIVEN, M.KUNYA):
        for cell in told.get(meaning, ()):
            if meaning in (M.OTHER_NAME, M.KUNYA) and cell.name:
                found[cell.name] = None
            found |= dict.fromkeys(cell.others)
    found.pop(name, None)
    return tuple(found)
