"""Bytes into text: UTF-8 first, old Arabic code pages next, and never mojibake."""

import re

from tasjil.capture.codepages import (
    SAMPLE,
    Decoded,
    guess_code_page,
    not_text,
    poor_arabic,
    try_decoding,
)
from tasjil.errors import CannotCapture

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_GARBLED = re.compile(r"[ØÙÚÛ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""Turn bytes into text; line ends become \n, a byte order mark and NULs go.

    Args:
        data: The bytes of a text file or of a text part.
        declared: The encoding that the file itself names, if it does.

    Raises:
        CannotCapture: The bytes are not text, or no encoding gives readable words.

    Example:
        >>> decode("قتل ثلاثة أشخاص في القرية".encode("cp1256")).encoding
        'cp1256'
    """
    found = _decoded(data, declared)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    _check_is_text(text)
    _check_not_garbled(text)
    return Decoded(text.replace("\x00", ""), found.encoding, found.guessed)


def _decoded(data: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as wrong:
        broken_at = wrong.start
    if declared is not None:
        named = try_decoding(data, declared)
        if named is not None and not poor_arabic(named):
            return Decoded(named, declared)
    _check_not_damaged_utf8(data, broken_at)
    return guess_code_page(data)


def _strictly(data: bytes, encoding: str) -> Decoded:
    text = try_decoding(data, encoding)
    if text is None:
        raise CannotCapture(
            f"it says it is {encoding} and is not; open it in an editor and save it "
            "as UTF-8"
        )
    return Decoded(text, encoding)


def _check_not_damaged_utf8(data: bytes, broken_at: int) -> None:
    """Refuse UTF-8 with holes: read as anything else it would turn into mojibake."""
    text = data.decode("utf-8", errors="replace")
    whole = sum(ord(c) > 127 for c in text) - text.count("\ufffd")
    if whole > 4 * text.count("\ufffd"):
        raise CannotCapture(
            f"it is UTF-8 damaged at byte {broken_at:,}; get the file again, or open "
            "it in an editor, mend that place and save it"
        )


def _check_is_text(text: str) -> None:
    controls = len(_CONTROLS.findall(text[:SAMPLE]))
    if controls > 3 and controls > 0.005 * len(text[:SAMPLE]):
        raise not_text()


def _check_not_garbled(text: str) -> None:
    sample = text[:SAMPLE]
    garbled = 2 * len(_GARBLED.findall(sample))
    if garbled > 20 and garbled > 0.3 * sum(c.isalpha() for c in sample):
        raise CannotCapture(
            "its Arabic was saved in the wrong encoding before it came here (Ø§Ù„ for "
            "ال); get it again from where it was published, or paste the text anew"
        )
