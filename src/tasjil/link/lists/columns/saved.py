"""The small file beside a list that says what its columns mean, for people to edit."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tasjil.errors import BadColumns, BadValue
from tasjil.link.lists.cells.dates import DateOrder
from tasjil.link.lists.columns.columns import Column, Columns, header_keys
from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.model.defined import Defined
from tasjil.model.persons import Sex

_FIND_OUT = "find out"
_SETTINGS = (
    *("list", "confirmed_by", "confirmed_at", "clean_list", "date_order"),
    *("years_up_to", "language", "replaces", "columns", "sex_codes"),
)

_HEAD = """\
# What the columns of this list mean: "header" = "meaning". Change a meaning between
# the quotation marks, then look again with `tasjil columns`. It serves the next version
# of the list too: case, punctuation and the order of the columns do not count.
# clean_list: true where nobody stands on the list twice, false where some do, or
# "find out". date_order: what comes first in 6/3/2019.
"""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A saved file laid on the headers of a list.

    Attributes:
        notes: Headers that are missing or new; the rest holds.
    """

    columns: Columns
    notes: tuple[str, ...] = ()


def write_columns(columns: Columns, list: str) -> str:
    """Write the file beside a list; it holds headers, and no cell.

    Example:
        >>> from tasjil.link.lists.columns.columns import Column
        >>> text = write_columns(Columns((Column("Sex", ColumnMeaning.SEX),)), "a")
        >>> read_columns(text, "a.columns.toml").of(ColumnMeaning.SEX)
        ('Sex',)
    """
    lines = [_HEAD, f"list = {_quoted(list)}"]
    if columns.by is not None:
        lines += [f"confirmed_by = {_quoted(columns.by)}"]
        lines += [f"confirmed_at = {_quoted(columns.at or '')}"]
    if columns.replaces is not None:
        lines += [f"replaces = {_quoted(columns.replaces)}"]
    clean = {True: "true", False: "false", None: _quoted(_FIND_OUT)}[columns.clean]
    lines += [
        f"clean_list = {clean}",
        f"date_order = {_quoted(columns.order.value)}",
        f"years_up_to = {columns.latest}",
        f"language = {_quoted(columns.language)}",
        "",
        "[columns]",
        *(f"{_quoted(c.header)} = {_quoted(c.meaning.value)}" for c in columns),
    ]
    codes = {code: sex for c in columns for code, sex in c.codes}
    if codes:
        lines += ["", "[sex_codes]"]
        lines += [
            f"{_quoted(k)} = {_quoted(v.value)}" for k, v in sorted(codes.items())
        ]
    return "\n".join(lines) + "\n"


def read_columns(text: str, file: str) -> Columns:
    """Read the file beside a list.

    Args:
        text: What stands in it.
        file: Its name, for messages.

    Raises:
        BadColumns: It is no TOML, or says something that cannot be.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise BadColumns(
            f"{file}: expected TOML, {wrong}; mend it, or delete it and save it anew "
            "with `tasjil columns LIST --save`"
        ) from None
    try:
        return _columns(given)
    except BadValue as wrong:
        raise BadColumns(f"{file}: {wrong}") from None


def fit(saved: Columns, guessed: Columns) -> Fitted:
    """Lay saved columns on a list's own headers; the guess stands for what is new.

    Args:
        saved: As `read_columns` gives them.
        guessed: The guess for the list, with every header of it.
    """
    by_key = dict(zip(header_keys(c.header for c in saved), saved.columns, strict=True))
    keys = header_keys(c.header for c in guessed)
    taken = {by_key[key].meaning for key in keys if key in by_key}
    codes = tuple(c.codes for c in saved if c.codes)
    columns = []
    for key, own in zip(keys, guessed.columns, strict=True):
        known = by_key.pop(key, None)
        if known is not None:
            own = replace(own, meaning=known.meaning, because="file", confidence=1.0)
        elif own.meaning in taken and own.meaning not in _SEVERAL:
            own = replace(own, meaning=ColumnMeaning.IGNORED, because="twice")
        if own.meaning is ColumnMeaning.SEX and codes:
            own = replace(own, codes=codes[0])
        columns.append(own)
    new = [c for key, c in zip(keys, columns, strict=True) if c.because != "file"]
    return Fitted(
        replace(
            saved,
            columns=tuple(columns),
            order=saved.order
            if saved.order is not DateOrder.UNKNOWN
            else guessed.order,
            language=saved.language or guessed.language,
        ),
        tuple(_notes(new, by_key.values())),
    )


_SEVERAL = frozenset({ColumnMeaning.NOTES, ColumnMeaning.SOURCE, ColumnMeaning.IGNORED})


def _notes(new: Sequence[Column], missing: Any) -> Iterator[str]:
    for column in new:
        yield (
            f"the header {column.header!r} is new; taken for {column.meaning.value!r}"
            f" ({column.because})"
        )
    for column in missing:
        yield (
            f"the header {column.header!r} is not in the list any more; it was "
            f"{column.meaning.value!r}"
        )


def _columns(given: Mapping[str, Any]) -> Columns:
    for key in given:
        if key not in _SETTINGS:
            raise BadValue(f"expected one of {', '.join(_SETTINGS)}, found {key!r}")
    table = given.get("columns", {})
    if not isinstance(table, dict):
        raise BadValue("expected a table [columns] of headers and meanings")
    codes = tuple(
        (str(code), _one_of(Sex, sex, "sex_codes"))
        for code, sex in given.get("sex_codes", {}).items()
    )
    columns = []
    for header, word in table.items():
        meaning = _one_of(ColumnMeaning, word, f"the header {header!r}")
        own = codes if meaning is ColumnMeaning.SEX else ()
        columns.append(Column(header, meaning, "file", 1.0, codes=own))
    return Columns(
        tuple(columns),
        clean=_clean(given.get("clean_list", _FIND_OUT)),
        order=_one_of(DateOrder, given.get("date_order", "unknown"), "date_order"),
        latest=_year(given.get("years_up_to", 2030)),
        language=str(given.get("language", "")),
        replaces=_words(given, "replaces"),
        by=_words(given, "confirmed_by"),
        at=_words(given, "confirmed_at"),
    )


def _one_of(kind: type[Defined], word: object, where: str) -> Any:
    try:
        return kind(str(word))
    except ValueError:
        some = ", ".join(repr(str(each)) for each in kind)
        raise BadValue(f"{where}: expected one of {some}, found {word!r}") from None


def _words(given: Mapping[str, Any], key: str) -> str | None:
    word = given.get(key)
    if word is not None and not isinstance(word, str):
        raise BadValue(f"{key}: expected words between quotation marks, found {word!r}")
    return word


def _clean(word: object) -> bool | None:
    if word == _FIND_OUT:
        return None
    if isinstance(word, bool):
        return word
    raise BadValue(f"clean_list: expected true, false or {_FIND_OUT!r}, found {word!r}")


def _year(number: object) -> int:
    if not isinstance(number, int) or not 1900 <= number <= 2200:
        raise BadValue(f"years_up_to: expected a year such as 2030, found {number!r}")
    return number


def _quoted(text: str) -> str:
    """Quote as TOML does; its basic strings are those of JSON, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
