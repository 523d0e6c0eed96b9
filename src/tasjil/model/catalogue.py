"""Reads catalogues of phrases, in which people who translate work."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

Forms = Mapping[str, str]
"""Plural forms of one phrase, by their names in the Unicode CLDR."""

PLURAL_NAMES = frozenset({"zero", "one", "two", "few", "many", "other"})


def read_catalogue(package: str, name: str) -> dict[str, str | Forms]:
    """Read `words/NAME` of a package: phrases by their keys, joined by dots.

    Example:
        >>> read_catalogue("tasjil.publish", "en.toml")["nav.lists"]
        'Lists'
    """
    source = files(package).joinpath("words", name)
    return dict(_phrases(tomllib.loads(source.read_text(encoding="utf-8")), ""))


def _phrases(
    table: Mapping[str, object], prefix: str
) -> Iterator[tuple[str, str | Forms]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield f"{prefix}{key}", value
        elif isinstance(value, dict):
            if "other" in value and set(value) <= PLURAL_NAMES:
                yield f"{prefix}{key}", value
            else:
                yield from _phrases(value, f"{prefix}{key}.")
