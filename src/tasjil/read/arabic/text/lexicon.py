"""The word lists of the Arabic reader, read once from the files in `lexicon/`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tasjil.read.arabic.text.folding import folded


@cache
def table(name: str) -> dict[str, Any]:
    """One word list file, as it stands.

    Example:
        >>> "killed" in table("acts")
        True
    """
    path = files("tasjil.read.arabic").joinpath("lexicon", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The folded words under one key of a list.

    Example:
        >>> "بينهم" in words("grammar", "among")
        True
    """
    return frozenset(map(folded, table(name)[key].split()))
