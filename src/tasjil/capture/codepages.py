"""Code pages from before Unicode: which one gives words, if any does."""

from dataclasses import dataclass

import charset_normalizer

from tasjil.capture.scripts import arabic_by_letters, arabic_plausibility, arabic_share
from tasjil.errors import CannotCapture

SAMPLE = 64_000
"""How much of a file is looked at to tell what it is in."""

_ARABIC_PAGES = ("cp1256", "iso8859_6", "cp720")
_OTHER_PAGES = ["cp1251", "cp1255", "cp1250", "cp1253", "cp1257", "koi8_r", "cp949"]
_LATIN_1 = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
_ACCENTS = frozenset(
    "éèêëàâäáãåçñöóòôõøüúùûíìîïßÉÈÊÀÂÄÁÃÅÖÜÓÔÚÍÎÇÑŒœæÆØ«»°§€£¿¡–—‘’“”„…•·\u00a0©®™"
)
_TURKISH = frozenset("ığşİĞŞüöçÜÖÇâîû")
_ONLY_TURKISH = frozenset("ığşİĞŞ")
_ARABIC_ENOUGH = 0.42
_ARABIC_SOME = 0.01


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


def guess_code_page(data: bytes) -> Decoded:
    """Read bytes that are not UTF-8 in the code page that gives words.

    Raises:
        CannotCapture: None of them does.
    """
    if b"\x00" in data[:SAMPLE]:
        raise not_text()
    arabic = _best_arabic(data)
    if arabic is not None:
        return arabic
    western = try_decoding(data, "cp1252")
    if western is not None and _mostly_western(western):
        return Decoded(western, "cp1252", guessed=True)
    turkish = try_decoding(data, "cp1254")
    if turkish is not None and _mostly_turkish(turkish):
        return Decoded(turkish, "cp1254", guessed=True)
    sample = data[:SAMPLE]
    best = charset_normalizer.from_bytes(sample, cp_isolation=_OTHER_PAGES).best()
    if best is None or best.chaos > 0.1 or best.coherence < 0.3:
        raise not_text()
    text = try_decoding(data, best.encoding)
    if text is None or poor_arabic(text):
        raise not_text()
    return Decoded(text, best.encoding, guessed=True)


def _best_arabic(data: bytes) -> Decoded | None:
    scored = []
    for order, encoding in enumerate(_ARABIC_PAGES):
        sample = try_decoding(data[:SAMPLE], encoding)
        if sample is None or arabic_share(sample) < _ARABIC_SOME:
            continue
        letters = arabic_by_letters(sample)
        if letters > 0:
            score = (arabic_plausibility(sample) + letters) / 2
            scored.append((score, -order, encoding))
    score, _, encoding = max(scored, default=(0.0, 0, ""))
    text = try_decoding(data, encoding) if score >= _ARABIC_ENOUGH else None
    return None if text is None else Decoded(text, encoding, guessed=True)


def _mostly_western(text: str) -> bool:
    """True where the letters beyond ASCII are few and those of western Europe.

    Turkish or Polish bytes read as western ones give letters like þ and ð.
    """
    sample = text[:SAMPLE]
    beyond = [c for c in sample if c > "\x7f"]
    strange = sum(c not in _ACCENTS for c in beyond)
    return len(beyond) < 0.3 * len(sample) and strange <= 0.05 * len(beyond)


def _mostly_turkish(text: str) -> bool:
    beyond = [c for c in text[:SAMPLE] if c > "\x7f"]
    turkish = sum(c in _TURKISH for c in beyond)
    few = len(beyond) < 0.3 * len(text[:SAMPLE])
    return few and turkish >= 0.95 * len(beyond) and bool(_ONLY_TURKISH & set(beyond))


def poor_arabic(text: str) -> bool:
    """True for Arabic letters that do not make words."""
    sample = text[:SAMPLE]
    return arabic_share(sample) > 0.3 and arabic_plausibility(sample) < 0.2


def try_decoding(data: bytes, encoding: str) -> str | None:
    """Decode strictly; None where the bytes do not fit the encoding."""
    # Browsers read Latin-1 as its larger cousin, and so it is written.
    if encoding.lower() in _LATIN_1:
        encoding = "cp1252"
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def not_text() -> CannotCapture:
    """The refusal of bytes that are no text."""
    return CannotCapture(
        "its bytes are not text in any encoding we know; if it is text, open it in an "
        "editor and save it as UTF-8; if not, rename it to what it is"
    )
