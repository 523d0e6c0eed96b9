"""How common what records tell is: from the lists, leaning on what is known of names.

Three people of one village who share a family do not tell how common it is. So a table
of names, which is approximate, counts as so many records, and the lists beside it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasjil.link.compare.levels import Comparison
from tasjil.link.compare.parts import Codes
from tasjil.link.names.commonness import AS_MANY, Role, known_shares

AS_MANY_OTHERS = 50
"""Records that our judgement of days and places counts as."""

UNKNOWN = {"family": 0.0003, "place": 1 / 60, "home": 1 / 60, "died": 1 / 300}
"""Shares of what no table knows, by the beginning of the column; our judgement."""

UNKNOWN_NAME = 0.0005

_ROLES = {
    "given": (Role.MAN, Role.WOMAN),
    "father": (Role.MAN,),
    "grandfather": (Role.MAN,),
    "mother": (Role.WOMAN,),
    "kunya": (Role.MAN,),
    "family": (Role.FAMILY,),
}


def terms(comparisons: Sequence[Comparison]) -> tuple[str, ...]:
    """Name the columns whose frequency weighs some agreement."""
    return tuple(
        sorted({lev.term for each in comparisons for lev in each.levels if lev.term})
    )


def frequencies(column: pa.ChunkedArray, name: str) -> pa.Table:
    """Give how common each value of a column is, in the form that Splink looks up.

    Args:
        column: Of `compare.prepare`; untold is null.
        name: The column's name.

    Returns:
        Columns `name` and `tf_` with the name: the value, and the share of records.

    Example:
        >>> days = pa.chunked_array([pa.array([5, 5, None], pa.int32())])
        >>> frequencies(days, "died_low").to_pylist()[0]["tf_died_low"] < 0.05
        True
    """
    counted = pc.value_counts(pc.drop_null(column.combine_chunks()))
    values, counts = counted.field("values"), counted.field("counts").to_numpy()
    kind = name.split("_")[0]
    known, weight = _known(kind)
    unknown = UNKNOWN.get(kind, UNKNOWN_NAME)
    base = np.array([known.get(value, unknown) for value in values.to_pylist()])
    share = (counts + weight * base) / (counts.sum() + weight)
    return pa.table({name: values, f"tf_{name}": pa.array(share, pa.float64())})


def _known(kind: str) -> tuple[Mapping[int, float], int]:
    roles = _ROLES.get(kind)
    return ({}, AS_MANY_OTHERS) if roles is None else (_shares(roles), AS_MANY)


@lru_cache(maxsize=8)
def _shares(roles: tuple[Role, ...]) -> Mapping[int, float]:
    """Give the share of each known sound, by the number that columns hold."""
    codes, found = Codes(), defaultdict[int, float](float)
    for role in roles:
        for sound, share in known_shares(role).items():
            code = codes.of(sound)
            if code is not None:
                found[code] += share / len(roles)
    return dict(found)


def register_frequencies(linker: Any, registered: Any, told: pa.Table) -> None:
    """Hand the frequencies to Splink, which would count the lists alone.

    Args:
        linker: Splink's.
        registered: Makes a table of ours one of the database: Splink's `register`.
        told: The columns whose frequency weighs some agreement.
    """
    for name in told.column_names:
        table = registered(frequencies(told[name], name))
        linker.table_management.register_term_frequency_lookup(table, name)
