"""Bytes into text: UTF-8 first, old Arabic code pages next, and never mojibake."""

import re
from dataclasses import dataclass

import charset_normalizer

from tasjil.capture.scripts import arabic_by_letters, arabic_plausibility, arabic_share
from tasjil.errors import CannotCapture

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ARABIC_PAGES = ("cp1256", "iso8859_6", "cp720")
_OTHER_PAGES = ["cp1251", "cp1255", "cp1250", "cp1253", "cp1257", "koi8_r", "cp949"]
_LATIN_1 = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ACCENTS = frozenset(
    "éèêëàâäáãåçñöóòôõøüúùûíìîïßÉÈÊÀÂÄÁÃÅÖÜÓÔÚÍÎÇÑŒœæÆØ«»°§€£¿¡–—‘’“”„…•·\u00a0©®™"
)
_TURKISH = frozenset("ığşİĞŞüöçÜÖÇâîû")
_ONLY_TURKISH = frozenset("ığşİĞŞ")
_GARBLED = re.compile(r"[ØÙÚÛ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_ARABIC_ENOUGH = 0.42
_SAMPLE = 64_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding it was found to be in.

    Attributes:
        guessed: True where the file does not say its encoding and is not UTF-8.
    """

    text: str
    encoding: str
    guessed: bool = False

    @property
    def note(self) -> str | None:
        """A sentence for whoever reads the report, where the encoding was guessed."""
        if not self.guessed:
            return None
        return f"read as {self.encoding}, worked out from the bytes: check the letters"


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
        named = _try(data, declared)
        if named is not None and not _poor_arabic(named):
            return Decoded(named, declared)
    _check_not_damaged_utf8(data, broken_at)
    return _guessed(data)


def _strictly(data: bytes, encoding: str) -> Decoded:
    text = _try(data, encoding)
    if text is None:
        raise CannotCapture(
            f"it says it is {encoding} and is not; open it in an editor and save it "
            "as UTF-8"
        )
    return Decoded(text, encoding)


def _try(data: bytes, encoding: str) -> str | None:
    # Browsers read Latin-1 as its larger cousin, and so it is written.
    if encoding.lower() in _LATIN_1:
        encoding = "cp1252"
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _poor_arabic(text: str) -> bool:
    sample = text[:_SAMPLE]
    return arabic_share(sample) > 0.3 and arabic_plausibility(sample) < 0.2


def _check_not_damaged_utf8(data: bytes, broken_at: int) -> None:
    """Refuse UTF-8 with holes: read as anything else it would turn into mojibake."""
    text = data.decode("utf-8", errors="replace")
    whole = sum(ord(c) > 127 for c in text) - text.count("\ufffd")
    if whole > 4 * text.count("\ufffd"):
        raise CannotCapture(
            f"it is UTF-8 damaged at byte {broken_at:,}; get the file again, or open "
            "it in an editor, mend that place and save it"
        )


def _guessed(data: bytes) -> Decoded:
    if b"\x00" in data[:_SAMPLE]:
        raise _not_text()
    arabic = _best_arabic(data)
    if arabic is not None:
        return arabic
    western = _try(data, "cp1252")
    if western is not None and _mostly_western(western):
        return Decoded(western, "cp1252", guessed=True)
    turkish = _try(data, "cp1254")
    if turkish is not None and _mostly_turkish(turkish):
        return Decoded(turkish, "cp1254", guessed=True)
    sample = data[:_SAMPLE]
    best = charset_normalizer.from_bytes(sample, cp_isolation=_OTHER_PAGES).best()
    if best is None or best.chaos > 0.1 or best.coherence < 0.3:
        raise _not_text()
    text = _try(data, best.encoding)
    if text is None or _poor_arabic(text):
        raise _not_text()
    return Decoded(text, best.encoding, guessed=True)


def _best_arabic(data: bytes) -> Decoded | None:
    scored = []
    for order, encoding in enumerate(_ARABIC_PAGES):
        sample = _try(data[:_SAMPLE], encoding)
        if sample is None or arabic_share(sample) < 0.3:
            continue
        letters = arabic_by_letters(sample)
        if letters > 0:
            score = (arabic_plausibility(sample) + letters) / 2
            scored.append((score, -order, encoding))
    score, _, encoding = max(scored, default=(0.0, 0, ""))
    text = _try(data, encoding) if score >= _ARABIC_ENOUGH else None
    return None if text is None else Decoded(text, encoding, guessed=True)


def _mostly_western(text: str) -> bool:
    """True where the letters beyond ASCII are few and those of western Europe.

    Turkish or Polish bytes read as western ones give letters like þ and ð.
    """
    sample = text[:_SAMPLE]
    beyond = [c for c in sample if c > "\x7f"]
    strange = sum(c not in _ACCENTS for c in beyond)
    return len(beyond) < 0.3 * len(sample) and strange <= 0.05 * len(beyond)


def _mostly_turkish(text: str) -> bool:
    beyond = [c for c in text[:_SAMPLE] if c > "\x7f"]
    turkish = sum(c in _TURKISH for c in beyond)
    few = len(beyond) < 0.3 * len(text[:_SAMPLE])
    return few and turkish >= 0.95 * len(beyond) and bool(_ONLY_TURKISH & set(beyond))


def _check_is_text(text: str) -> None:
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if controls > 3 and controls > 0.005 * len(text[:_SAMPLE]):
        raise _not_text()


def _check_not_garbled(text: str) -> None:
    sample = text[:_SAMPLE]
    garbled = 2 * len(_GARBLED.findall(sample))
    if garbled > 20 and garbled > 0.3 * sum(c.isalpha() for c in sample):
        raise CannotCapture(
            "its Arabic was saved in the wrong encoding before it came here (Ø§Ù„ for "
            "ال); get it again from where it was published, or paste the text anew"
        )


def _not_text() -> CannotCapture:
    return CannotCapture(
        "its bytes are not text in any encoding we know; if it is text, open it in an "
        "editor and save it as UTF-8; if not, rename it to what it is"
    )
