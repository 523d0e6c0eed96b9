"""Makes words from outside harmless on a page: hidden signs shown, links checked.

Every report, file name and source name is written by strangers. Jinja escapes their
HTML; this file handles what escaping leaves alone. Characters that reorder a line in
silence (bidi overrides and isolates) are shown by their code, and so are control
characters; the joiners and marks that ordinary Arabic and Persian need stay.
"""

from urllib.parse import urlsplit

from markupsafe import Markup, escape

from tasjil.model.hidden_signs import HIDDEN


def shown(text: str) -> Markup:
    r"""Escape text and mark each hidden character so that a reader sees it.

    Example:
        >>> shown("a<b\u202e")
        Markup('a&lt;b<code class="hidden-sign">U+202E</code>')
    """
    if not HIDDEN.search(text):
        return escape(text)
    pieces: list[str] = []
    at = 0
    for found in HIDDEN.finditer(text):
        code = f'<code class="hidden-sign">U+{ord(found[0]):04X}</code>'
        pieces += (str(escape(text[at : found.start()])), code)
        at = found.end()
    pieces.append(str(escape(text[at:])))
    return Markup("").join(Markup(piece) for piece in pieces)


def told(text: str | None) -> Markup:
    """Isolate words from outside, so that they cannot turn the line around them.

    Example:
        >>> told("SANA")
        Markup('<bdi>SANA</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(shown(text or ""))


def web_address(text: str | None) -> str | None:
    """Give the address back if a reader can safely follow it: http or https only.

    Example:
        >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
        ('https://example.org/a', None)
    """
    if not text or HIDDEN.search(text) or text != text.strip():
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.netloc else None
