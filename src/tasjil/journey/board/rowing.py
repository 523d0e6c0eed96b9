"""One row of a table of the board, from values by name."""

from typing import Any

import msgspec
from django.db import models

from tasjil.model.json import to_json
from tasjil.model.proof import Element
from tasjil.register.board.keeping import mark
from tasjil.register.board.lines import Stands
from tasjil.register.board.packed import packed
from tasjil.register.rows import columns
from tasjil.register.store import BoardSheet

Row = tuple[Any, ...]


def row_of(table: type[models.Model], /, **told: Any) -> Row:
    """Put values in the order of a table, with their mark where it has one.

    A NUL character, which a server cannot hold, is no part of any word.
    """
    names = columns(table)
    values = [_plain(told[name]) for name in names if name != "mark"]
    return (*values, mark(values)) if "mark" in names else tuple(values)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str(value).replace("\0", "")
    return value


def sheet(id: str, body: Any) -> Row:
    """Give the row of a sheet."""
    return row_of(BoardSheet, id=id, data=packed(to_json(body)))


def in_short(standings: dict[Element, Stands]) -> str:
    """Write where elements stand; "" where nobody found anything."""
    if not standings:
        return ""
    return msgspec.json.encode(to_json(standings)).decode()
