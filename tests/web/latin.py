"""Finds words in Latin letters on an Arabic page that nothing marks as foreign."""

import re
from html.parser import HTMLParser

LATIN = re.compile(r"[A-Za-z]{2,}(?:[’'.-][A-Za-z]+)*")
ALLOWED = frozenset(
    [
        "tasjil",
        "PDF",
        "CSV",
        "TSV",
        "TXT",
        "XLSX",
        "DOCX",
        "HTML",
        "JSON",
        "UTF",
        "TLS",
        "TOTP",
        "TOML",
        "UTC",
        "SHA",
        "OCR",
        "ZIP",
        "MB",
        "KB",
        "GB",
        "PEM",
        "RFC",
        "EDTF",
        "ISO",
        "English",
        "ID",
    ]
)
"""Names of things that have no other name on an Arabic page."""

EMPTY = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
FOREIGN = frozenset(
    ["bdi", "code", "kbd", "q", "blockquote", "time", "svg", "script", "style", "samp"]
)
"""What stands in these is from outside, or is no word."""

SAID = frozenset(("title", "aria-label", "placeholder", "alt", "data-label"))
"""What is said by an attribute."""


class Latin(HTMLParser):
    """Gathers what stands on a page in Latin letters."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        foreign = self._is_foreign or (
            tag in FOREIGN
            or told.get("dir") in ("ltr", "auto")
            or told.get("lang", "ar") != "ar"
        )
        if not foreign:
            for name in SAID & set(told):
                self._look(told[name] or "")
            if tag == "input" and told.get("type") in ("submit", "button"):
                self._look(told.get("value") or "")
        if tag not in EMPTY:
            self._open.append((tag, foreign))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        if not self._is_foreign:
            self._look(data)

    @property
    def _is_foreign(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _look(self, words: str) -> None:
        strange = [each for each in LATIN.findall(words) if each not in ALLOWED]
        if strange:
            self.found.append(" ".join(words.split()))


def latin_on(page: str) -> list[str]:
    """Give what of a page is in Latin letters and is not marked as foreign."""
    reader = Latin()
    reader.feed(page)
    return reader.found
