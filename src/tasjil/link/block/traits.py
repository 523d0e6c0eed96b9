"""What two records can share that makes them worth comparing."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tasjil.link.block.told import UNTOLD, Told, told
from tasjil.model.defined import Defined


class Trait(Defined):
    """One thing that two records can share."""

    PART = "part", "A part of the name as it sounds, wherever it stands."
    COARSE = (
        "coarsely heard part",
        "The same in its coarse form, for letters that are mistaken.",
    )
    GIVEN = "given name", "The given name as it sounds."
    PLACE = "place", "The finest place of death."
    AREA = "area", "A place of death, or one around it."
    DAY = "day", "The same day of death, or the one before or after."
    DAYS = "days", "Days of death no more than three apart."
    WEEKS = "weeks", "Days of death no more than a week apart."
    AGE = "age", "Ages no more than three years apart."
    BORN = "birth", "The same day of birth."
    NEARLY_BORN = (
        "most of a birth",
        "Two of the year, the month and the day of birth.",
    )
    HOME = "home", "The finest place where they lived."
    HOMES = "home or around it", "A place where they lived, or one around it."
    SEX = "sex", "The same sex."
    ID = "number", "The same number of one kind."
    SOME_DIGITS = "some digits", "The first five or the last four digits of a number."


PARTS = ("given", "father", "grandfather", "family")
FORMS = ("1", "loose")
PLACES = ("place_1", "place_2", "place_3")
HOMES = ("home_1", "home_2", "home_3")

_WINDOWS = {Trait.DAY: 2, Trait.DAYS: 6, Trait.WEEKS: 14}
"""Widths in days. Windows overlap by half: what is half a width apart shares one."""

_YEARS = 6
_HALVES = ((0, 5), (-4, None))
LONG = 7
"""Digits that a number needs for a half of it to say anything."""

_SALT = {trait: nth for nth, trait in enumerate(Trait, 1)}


def traits(table: pa.Table) -> dict[Trait, Told]:
    """Read what every record tells; a column that is missing is told by none.

    Args:
        table: As `compare.prepare` makes it.

    Example:
        >>> table = pa.table({"row": pa.array([0, 1]), "sex": ["man", None]})
        >>> len(traits(table)[Trait.SEX])
        1
    """
    heard, coarse = ([f"{part}_{form}" for part in PARTS] for form in FORMS)
    kept = [name for name in table.column_names if name.startswith("id_")]
    found = {
        Trait.PART: _told(table, heard, Trait.PART),
        Trait.COARSE: _told(table, coarse, Trait.COARSE),
        Trait.GIVEN: _told(table, heard[:1], Trait.GIVEN),
        Trait.PLACE: _told(table, PLACES[:1], Trait.PLACE),
        Trait.AREA: _told(table, PLACES, Trait.AREA),
        Trait.HOME: _told(table, HOMES[:1], Trait.HOME),
        Trait.HOMES: _told(table, HOMES, Trait.HOMES),
        Trait.SEX: _told(table, ["sex"], Trait.SEX),
        Trait.BORN: _exact(table, "born", Trait.BORN),
        Trait.NEARLY_BORN: _most_of(table, "born_day", Trait.NEARLY_BORN),
        Trait.AGE: _near(table, "age", _YEARS, Trait.AGE),
        Trait.ID: _each_apart(table, kept, Trait.ID),
        Trait.SOME_DIGITS: _halves(table, kept),
    }
    for trait, width in _WINDOWS.items():
        found[trait] = _near(table, "died", width, trait)
    return found


def _column(table: pa.Table, name: str) -> pa.Array:
    return table[name].combine_chunks()


def _told(table: pa.Table, names: Sequence[str], trait: Trait) -> Told:
    """Read several columns as one kind of thing."""
    there = [name for name in names if name in table.column_names]
    return _numbered([_column(table, name) for name in there], table, trait)


def _each_apart(table: pa.Table, names: Sequence[str], trait: Trait) -> Told:
    """Read texts of several columns, each a kind of its own."""
    columns = [
        pc.binary_join_element_wise(name, _column(table, name), ":") for name in names
    ]
    return _numbered(columns, table, trait)


def _halves(table: pa.Table, names: Sequence[str]) -> Told:
    """Read numbers by halves: one digit wrong leaves one half whole."""
    columns = []
    for name in names:
        whole = _column(table, name)
        long = pc.if_else(pc.greater_equal(pc.utf8_length(whole), LONG), whole, None)
        front, back = (pc.utf8_slice_codeunits(long, *half) for half in _HALVES)
        columns += [pc.binary_join_element_wise(name, "front", front, ":")]
        columns += [pc.binary_join_element_wise(name, "back", back, ":")]
    return _numbered(columns, table, Trait.SOME_DIGITS)


def _numbered(columns: Sequence[pa.Array], table: pa.Table, trait: Trait) -> Told:
    """Number what some columns tell, in texts or in numbers; an empty text is none."""
    if not columns:
        return told(np.empty((table.num_rows, 0), np.int64))
    whole = pa.concat_arrays(columns)
    if not pa.types.is_integer(whole.type):
        filled = pc.if_else(pc.equal(whole, ""), None, whole)
        whole = filled.dictionary_encode().indices
    numbers = whole.cast(pa.int64()).fill_null(UNTOLD)
    by_column = numbers.to_numpy(zero_copy_only=False)
    return told(by_column.reshape(len(columns), table.num_rows).T, _SALT[trait])


def spans(table: pa.Table, name: str) -> NDArray[np.float64]:
    """Give the low and the high end of what records tell, (2, records); nan: untold."""
    ends = np.full((2, table.num_rows), np.nan)
    if {f"{name}_low", f"{name}_high"} <= set(table.column_names):
        for at, end in enumerate(("low", "high")):
            column = _column(table, f"{name}_{end}").cast(pa.float64())
            ends[at] = column.to_numpy(zero_copy_only=False)
    return ends


def _exact(table: pa.Table, name: str, trait: Trait) -> Told:
    low, high = spans(table, name)
    return told(_whole(low, low == high)[:, None], _SALT[trait])


def _most_of(table: pa.Table, name: str, trait: Trait) -> Told:
    """Read a date as 19620510 by any two of its year, its month and its day."""
    if name not in table.column_names:
        return told(np.empty((table.num_rows, 0), np.int64))
    date = _column(table, name).cast(pa.int64()).fill_null(UNTOLD)
    whole = date.to_numpy(zero_copy_only=False)
    year, month, day = whole // 10_000, whole // 100 % 100, whole % 100
    # Years have four digits, so that no two of the three kinds meet.
    parts = (year * 100 + month, 10**6 + year * 100 + day, 10**7 + month * 100 + day)
    most = [np.where(whole == UNTOLD, UNTOLD, each) for each in parts]
    return told(np.stack(most, axis=1), _SALT[trait])


def _near(table: pa.Table, name: str, width: int, trait: Trait) -> Told:
    """Read spans by the overlapping windows that their ends lie in."""
    low, high = spans(table, name)
    windows = [
        _whole(np.floor(end / width) * 2 + at, high - low <= width)
        for at, moved in enumerate((0, width // 2))
        for end in (low + moved, high + moved)
    ]
    return told(np.stack(windows, axis=1), _SALT[trait])


def _whole(value: NDArray[np.float64], there: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Give whole numbers where they are told."""
    whole = np.full(len(value), UNTOLD)
    whole[there] = value[there].astype(np.int64)
    return whole
