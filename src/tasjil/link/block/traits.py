"""What two records can share that makes them worth comparing."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tasjil.link.block.told import Told, told
from tasjil.model.defined import Defined


class Trait(Defined):
    """One thing that two records can share."""

    PART = "part", "A part of the name in its coarse form, wherever it stands."
    GIVEN = "given name", "The given name in its coarse form."
    PLACE = "place", "The finest place of death."
    AREA = "area", "A place of death, or one around it."
    DAY = "day", "The same day of death, or the one before or after."
    DAYS = "days", "Days of death no more than three apart."
    WEEKS = "weeks", "Days of death no more than a week apart."
    AGE = "age", "Ages no more than three years apart."
    BORN = "birth", "The same day of birth."
    SEX = "sex", "The same sex."
    ID = "number", "The same number of one kind."
    SOME_DIGITS = "some digits", "The first five or the last four digits of a number."


PARTS = ("given", "father", "grandfather", "family")
PLACES = ("place_1", "place_2", "place_3")

_WINDOWS = {Trait.DAY: 2, Trait.DAYS: 6, Trait.WEEKS: 14}
"""Widths in days. Windows overlap by half: what is half a width apart shares one."""

_YEARS = 6
_HALVES = ((0, 5), (-4, None))
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
    loose = [f"{part}_loose" for part in PARTS]
    kept = [name for name in table.column_names if name.startswith("id_")]
    found = {
        Trait.PART: _texts(table, loose, Trait.PART),
        Trait.GIVEN: _texts(table, loose[:1], Trait.GIVEN),
        Trait.PLACE: _texts(table, PLACES[:1], Trait.PLACE),
        Trait.AREA: _texts(table, PLACES, Trait.AREA),
        Trait.SEX: _texts(table, ["sex"], Trait.SEX),
        Trait.BORN: _exact(table, "born", Trait.BORN),
        Trait.AGE: _near(table, "age", _YEARS, Trait.AGE),
        Trait.ID: _each_apart(table, kept, Trait.ID),
        Trait.SOME_DIGITS: _halves(table, kept),
    }
    for trait, width in _WINDOWS.items():
        found[trait] = _near(table, "died", width, trait)
    return found


def _column(table: pa.Table, name: str) -> pa.Array:
    return table[name].combine_chunks()


def _texts(table: pa.Table, names: Sequence[str], trait: Trait) -> Told:
    """Read texts of several columns as one kind of thing."""
    there = [name for name in names if name in table.column_names]
    columns = [_column(table, name).cast(pa.string()) for name in there]
    rows = np.tile(np.arange(table.num_rows), len(there))
    return _numbered(rows, pa.concat_arrays(columns) if columns else None, table, trait)


def _each_apart(table: pa.Table, names: Sequence[str], trait: Trait) -> Told:
    """Read texts of several columns, each a kind of its own."""
    columns = [
        pc.binary_join_element_wise(name, _column(table, name), ":") for name in names
    ]
    rows = np.tile(np.arange(table.num_rows), len(names))
    return _numbered(rows, pa.concat_arrays(columns) if columns else None, table, trait)


def _halves(table: pa.Table, names: Sequence[str]) -> Told:
    """Read numbers by halves: one digit wrong leaves one half whole."""
    columns = []
    for name in names:
        whole = _column(table, name)
        length = pc.utf8_length(whole)
        long = pc.if_else(pc.greater_equal(length, 7), whole, None)
        front, back = (pc.utf8_slice_codeunits(long, *half) for half in _HALVES)
        columns += [pc.binary_join_element_wise(name, "front", front, ":")]
        columns += [pc.binary_join_element_wise(name, "back", back, ":")]
    rows = np.tile(np.arange(table.num_rows), len(columns))
    every = pa.concat_arrays(columns) if columns else None
    return _numbered(rows, every, table, Trait.SOME_DIGITS)


def _numbered(
    rows: NDArray[np.int64], texts: pa.Array | None, table: pa.Table, trait: Trait
) -> Told:
    if texts is None:
        return told([], [], table.num_rows)
    filled = pc.if_else(pc.equal(texts, ""), None, texts).dictionary_encode()
    numbers = filled.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    there = numbers >= 0
    return told(rows[there], numbers[there], table.num_rows, _SALT[trait])


def spans(
    table: pa.Table, name: str
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Give which records tell a span, its low and its high end."""
    if not {f"{name}_low", f"{name}_high"} <= set(table.column_names):
        return np.empty(0, np.int64), np.empty(0), np.empty(0)
    ends = [
        _column(table, f"{name}_{end}")
        .cast(pa.float64())
        .to_numpy(zero_copy_only=False)
        for end in ("low", "high")
    ]
    there = np.flatnonzero(~np.isnan(ends[0]) & ~np.isnan(ends[1]))
    return there, ends[0][there], ends[1][there]


def _exact(table: pa.Table, name: str, trait: Trait) -> Told:
    rows, low, high = spans(table, name)
    sharp = low == high
    return told(rows[sharp], low[sharp], table.num_rows, _SALT[trait])


def _near(table: pa.Table, name: str, width: int, trait: Trait) -> Told:
    """Read spans by the overlapping windows that their ends lie in."""
    rows, low, high = spans(table, name)
    narrow = high - low <= width
    ends = np.concatenate([low[narrow], high[narrow]]).astype(np.int64)
    even, odd = ends // width * 2, (ends + width // 2) // width * 2 + 1
    every = np.tile(rows[narrow], 4)
    return told(every, np.concatenate([even, odd]), table.num_rows, _SALT[trait])
