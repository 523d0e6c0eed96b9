"""A PDF with a text layer that can be trusted; any other is sent to OCR or a person."""

import io
import logging
import re
from typing import TYPE_CHECKING

from tasjil.capture.extract import Extract
from tasjil.capture.headers import Headers
from tasjil.capture.limits import MOST_PAGES, MOST_TEXT
from tasjil.capture.scripts import (
    arabic_plausibility,
    arabic_share,
    presentation_share,
    without_presentation_forms,
)
from tasjil.errors import CannotCapture

try:
    import pypdf
except ImportError:  # the extra `pdf` is not installed
    if not TYPE_CHECKING:
        pypdf = None

# Its warnings quote what it stumbles over, and a file may hold a witness's name.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

_UNMAPPED = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|\(cid:\d+\)|/g\d+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_VOWEL = re.compile(r"[aeiouyàáâãäåèéêëìíîïıòóôõöøùúûü]", re.IGNORECASE)
_FEWEST_LETTERS = 25
_ORDER = (
    "a PDF does not say in which order Arabic and figures on one line are read: "
    "check dates and figures against the page"
)
_OCR = "run OCR on it and have a person check the words, or type them into a .txt"


def read_pdf(data: bytes) -> Extract:
    """Read a PDF's text layer, page by page, if it holds words.

    The file's dates say when the PDF was made, not when it was published, so they
    are left alone.

    Raises:
        CannotCapture: It is encrypted, only pictures, or its letters are garbage.
    """
    if pypdf is None:
        raise CannotCapture(
            "reading PDFs needs the extra `pdf`, which is not installed; install "
            "tasjil[pdf], or save the words as .txt"
        )
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    notes = _unlock(reader)
    if len(reader.pages) > MOST_PAGES:
        raise CannotCapture(
            f"it has {len(reader.pages):,} pages and the limit is {MOST_PAGES:,}; "
            "split it into one file for each report"
        )
    text, more = _trusted(_text(reader))
    return Extract(text, Headers(title=_title(reader), notes=(*notes, *more)))


def _unlock(reader: "pypdf.PdfReader") -> tuple[str, ...]:
    if not reader.is_encrypted:
        return ()
    if not reader.decrypt(""):
        raise CannotCapture(
            "the PDF is encrypted with a password; open it with the password and save "
            "a copy without one"
        )
    return ("the PDF is encrypted and opens without a password",)


def _text(reader: "pypdf.PdfReader") -> str:
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        words = page.extract_text().replace("\r\n", "\n").replace("\x00", "")
        pages.append(words.strip("\n"))
        size += len(words)
        if size > MOST_TEXT:
            raise CannotCapture(
                f"it holds more than {MOST_TEXT // 1_000_000} million characters; "
                "split it into one file for each report"
            )
    return "\n\n".join(page for page in pages if page.strip())


def _trusted(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the text if its letters make words, mended where that is safe."""
    letters = sum(c.isalpha() for c in text)
    unmapped = len(_UNMAPPED.findall(text))
    if letters + unmapped < _FEWEST_LETTERS:
        raise CannotCapture(f"the PDF holds pictures of pages and no text; {_OCR}")
    if unmapped > 0.1 * (letters + unmapped):
        raise CannotCapture(
            f"{unmapped:,} letters of the PDF have lost their meaning (unmapped "
            f"glyphs); {_OCR}"
        )
    notes: tuple[str, ...] = ()
    if presentation_share(text) > 0:
        notes = ("the PDF held shapes of Arabic letters; turned back into letters",)
    text = without_presentation_forms(text)
    _check_latin(text)
    if arabic_share(text) > 0.2:
        _check_arabic(text)
        notes = (*notes, _ORDER)
    return text, notes


def _check_latin(text: str) -> None:
    """Refuse Latin letters that are all off by some steps: they hold few vowels."""
    letters = _LATIN.findall(text)
    if len(letters) > 200 and len(_VOWEL.findall(text)) < 0.22 * len(letters):
        raise CannotCapture(
            f"the letters of the PDF's text layer do not make words; {_OCR}"
        )


def _check_arabic(text: str) -> None:
    if arabic_plausibility(text) < 0.15:
        raise CannotCapture(
            "the Arabic in the PDF's text layer does not make words (reversed or "
            f"wrongly mapped); {_OCR}"
        )


def _title(reader: "pypdf.PdfReader") -> str | None:
    found = reader.metadata.title if reader.metadata else None
    return " ".join(str(found).split()) or None if found else None
