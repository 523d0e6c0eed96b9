"""What a person says of where a report comes from, over what capture worked out.

The report stays as it was captured, and so does its record; whoever reads a report
sees it under what was said last.
"""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from tasjil.errors import BadValue
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ReportId
from tasjil.register.canonical import plain_json
from tasjil.register.entry import EntryKind, NewEntry

Headers = Mapping[str, str | None]
"""Some of `HEADERS`, each with what is known; None where that is nothing."""

HEADERS = ("publisher", "published", "language", "title")
LONGEST = 1_000
LANGUAGE = re.compile(r"[a-z]{2,3}")


def described(report: ReportId, headers: Headers, because: str) -> NewEntry:
    """Record what a person says of a report's origin.

    The words stand apart, as they may name somebody, and go where the report goes.
    """
    said = {"report": report, "headers": dict(headers)}
    contents = {"headers": plain_json(said)}
    body = {"report": report}
    return NewEntry(EntryKind.DOCUMENT_DESCRIBED, body, contents, because)


def headers_in(data: bytes, report: str) -> dict[str, str | None]:
    """Read what was said of a report.

    Raises:
        BadValue: It is nothing that can be said of it, or is about another report.
    """
    try:
        told: Any = msgspec.json.decode(data)
        if told["report"] != report:
            raise BadValue("expected what was said of this report, found another")
        return check_headers(told["headers"])
    except (msgspec.DecodeError, KeyError, TypeError):
        raise BadValue("expected what is known of a report, found no such") from None


def check_headers(headers: Any) -> dict[str, str | None]:
    """Refuse what cannot be said of where a report comes from.

    Raises:
        BadValue: Says what was expected.
        BadDate: The date of publication is no EDTF.

    Example:
        >>> check_headers({"language": "ar", "publisher": None})
        {'language': 'ar', 'publisher': None}
    """
    if not isinstance(headers, dict) or not headers:
        raise BadValue(f"expected one at least of {', '.join(HEADERS)}, found nothing")
    for name, value in headers.items():
        if name not in HEADERS:
            raise BadValue(f"expected one of {', '.join(HEADERS)}, found another")
        if value is None:
            continue
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
            raise BadValue(
                f"expected for {name} some words, {LONGEST} characters at most, or "
                "nothing where nothing is known"
            )
    language = headers.get("language")
    if language is not None and not LANGUAGE.fullmatch(language):
        raise BadValue("expected the code of a language, such as ar, found another")
    if headers.get("published") is not None:
        Edtf.parse(headers["published"])
    return dict(headers)


def over(record: Mapping[str, Any], *said: Any) -> dict[str, Any]:
    """Give a report's record under what was said of it last.

    Args:
        record: As it was captured.
        said: The content with what was said, as it is unpacked; none where nobody
            said anything.

    Example:
        >>> over({"language": "en", "guessed": ["language"]}, b'{"headers":{"language":'
        ...      b'"ar"}}')
        {'language': 'ar', 'guessed': []}
    """
    if not said:
        return dict(record)
    headers = msgspec.json.decode(said[0])["headers"]
    guessed = [each for each in record.get("guessed", ()) if each not in headers]
    return {**record, **headers, "guessed": guessed}
