"""How the log writes things down so that everybody gets the same digest.

Bodies are canonical JSON (RFC 8785). The digest of an entry is the leaf hash of a
Merkle log (RFC 9162, section 2.1.1): SHA-256 over a zero byte and the entry.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, Any

import msgspec
import rfc8785

from tasjil.errors import BadValue

FIRST_PREVIOUS = "0" * 64
"""What stands before the first entry."""

LEAF = b"\x00"

NOT_CANONICAL = (
    "expected JSON with whole text, finite numbers and integers below 2^53, got a "
    "value that canonical JSON (RFC 8785) cannot hold; mend it where it was made"
)
LONG_NUMBER = re.compile(r"\d{16}")
"""Every integer from 2^53 on has sixteen digits or more."""


Whole = Annotated[int, msgspec.Meta(gt=-(2**53), lt=2**53)]
Word = None | bool | Whole | str
Flat = dict[str, Word | dict[str, Word] | list[Word]]
"""What nearly every body is: one or two floors deep, and without fractions."""

_read_flat = msgspec.json.Decoder(Flat).decode
_write_sorted = msgspec.json.Encoder(order="sorted").encode
"""Canonical for flat ASCII: keys sort as RFC 8785 wants, and text is written alike."""


def canonical(value: Any) -> bytes:
    """Write a value as canonical JSON.

    Example:
        >>> canonical({"b": 1, "a": [None, "ا"]}).decode()
        '{"a":[null,"ا"],"b":1}'
    """
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, RecursionError) as wrong:
        raise BadValue(NOT_CANONICAL) from wrong


def canonical_body(body: Any) -> str:
    """Write a body as canonical JSON that can be read and written to the same bytes.

    2.0 ** 53 is written as an integer that RFC 8785 does not let anybody write again.
    """
    try:
        written: bytes = _write_sorted(body)
        # What is not plain JSON (a date, a key that is no text) reads otherwise.
        if written.isascii() and _read_flat(written) == body:
            return written.decode()
    except (TypeError, ValueError, RecursionError):
        pass  # not flat, or not JSON: the slow way knows, and says what is wrong
    text = canonical(body).decode()
    if LONG_NUMBER.search(text):
        canonical(json.loads(text))
    return text


def is_canonical(body: str) -> bool:
    """Tell whether a text is the canonical JSON of what it says.

    Flat bodies are read and written again by a fast way, all others by RFC 8785's.

    Raises:
        BadValue, msgspec.DecodeError: It says what canonical JSON cannot hold.

    Example:
        >>> is_canonical('{"a":1}'), is_canonical('{"a": 1}'), is_canonical('{"a":1.0}')
        (True, False, False)
    """
    if body.isascii():
        try:
            if _write_sorted(_read_flat(body)) == body.encode():
                return True
        except msgspec.DecodeError:
            pass
    told = msgspec.json.decode(body)
    return canonical(told).decode() == body


def plain_json(value: Any) -> bytes:
    """Write a value as JSON with sorted keys, for a content.

    A content is named by the digest of its bytes and never written again, so it needs
    no canonical form; this is many times as fast.

    Example:
        >>> plain_json({"b": 1.5, "a": "ا"}).decode()
        '{"a":"ا","b":1.5}'
    """
    try:
        return msgspec.json.encode(value, order="sorted")
    except (TypeError, UnicodeError, RecursionError) as wrong:
        raise BadValue(
            f"expected plain JSON with whole text, got what JSON cannot hold "
            f"({type(wrong).__name__}); mend it where it was made"
        ) from wrong


def content_digest(data: bytes) -> str:
    """Name bytes by their digest, in the form that a report's id has.

    Example:
        >>> content_digest(b"")[:20]
        'sha256:e3b0c44298fc1'
    """
    return f"sha256:{sha256(data).hexdigest()}"


def leaf(fields: Mapping[str, Any], body: str) -> bytes:
    """Write an entry as canonical JSON, its body spliced in where it stands.

    Args:
        fields: seq, kind, at, by, because and previous.
        body: The body, already canonical.

    Example:
        >>> told = {"seq": 1, "kind": "k", "at": "t", "by": "b", "because": None}
        >>> leaf({**told, "previous": ""}, '{"x":1}').decode()
        '{"at":"t","because":null,"body":{"x":1},"by":"b","kind":"k","previous":"","seq":1}'
    """
    try:
        whole = {**fields, "body": msgspec.Raw(body.encode())}
        return _write_sorted(whole)
    except UnicodeEncodeError as wrong:
        raise BadValue(NOT_CANONICAL) from wrong


def leaf_digest(fields: Mapping[str, Any], body: str) -> str:
    """Digest an entry; each digest holds the one before it."""
    return sha256(LEAF + leaf(fields, body)).hexdigest()


def utc(moment: datetime) -> str:
    """Write a moment as the log keeps it; `BadValue` where it has no offset.

    Example:
        >>> from datetime import timedelta, timezone
        >>> damascus = timezone(timedelta(hours=3))
        >>> utc(datetime(2025, 3, 14, 9, 30, tzinfo=damascus))
        '2025-03-14T06:30:00.000000Z'
    """
    if moment.utcoffset() is None:
        raise BadValue(
            "expected a time with its offset from UTC, got one without; give a "
            "datetime with a timezone"
        )
    text = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return text.replace("+00:00", "Z")
