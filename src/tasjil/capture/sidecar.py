"""A small file beside a report that says where it came from: `name.ext.meta.toml`."""

import datetime
import os
import tomllib
from pathlib import Path

from tasjil.capture.headers import Headers, from_pairs
from tasjil.capture.limits import MOST_SIDECAR
from tasjil.capture.original import read_plainly
from tasjil.capture.printable import shown
from tasjil.errors import CannotCapture

ENDING = ".meta.toml"


def read_sidecar(path: Path) -> Headers:
    """Read the sidecar of a file; empty headers where it has none.

    Raises:
        CannotCapture: There is one and it cannot be read. The report waits until it
            is mended, because it would otherwise lose its headers unnoticed.
    """
    for beside in (path.with_name(path.name + ENDING), path.with_suffix(ENDING)):
        if os.path.isfile(beside):  # False for a name that is too long to exist
            return _headers(beside)
    return Headers()


def _headers(path: Path) -> Headers:
    name = shown(path.name)
    try:
        table = tomllib.loads(read_plainly(path, MOST_SIDECAR).decode("utf-8-sig"))
    except (CannotCapture, UnicodeDecodeError, RecursionError) as wrong:
        because = f"{wrong}" if isinstance(wrong, CannotCapture) else "it is not UTF-8"
        raise CannotCapture(f"its sidecar {name} cannot be read: {because}") from None
    except tomllib.TOMLDecodeError:
        raise CannotCapture(
            f"its sidecar {name} is not TOML; write one line for each header, such as "
            'published = "2025-03-14"'
        ) from None
    return from_pairs([(key, _words(value)) for key, value in table.items()], "sidecar")


def _words(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value).strip()
