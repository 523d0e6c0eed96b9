"""Word documents (.docx): every paragraph, table, note and text box, in order."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from tasjil.capture.extract import Extract
from tasjil.capture.headers import Headers, language_code
from tasjil.capture.zips import Parts, unpack
from tasjil.errors import CannotCapture

_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SKIPPED = {"del", "moveFrom", "Fallback", "instrText", "delText"}


def read_word(data: bytes) -> Extract:
    """Read a Word document: inserted words count, struck-out ones do not.

    python-docx leaves out insertions under review, text boxes and notes, so the XML
    is read here directly. Macros and links are never touched.

    Raises:
        CannotCapture: It is damaged, a bomb, or not a Word document.
    """
    parts = unpack(data)
    main = _main_part(parts)
    content = parts.get(main)
    if content is None:
        raise CannotCapture(
            "it is a zip archive without a Word document in it; rename it to what it "
            "is, or unpack it first"
        )
    pieces = [_words(fromstring(content))]
    folder = main.rpartition("/")[0]
    for name in _NOTES:
        note = parts.get(f"{folder}/{name}.xml")
        pieces.append("" if note is None else _words(fromstring(note)))
    return Extract("\n\n".join(piece for piece in pieces if piece), _properties(parts))


def _main_part(parts: Parts) -> str:
    links = parts.get("_rels/.rels")
    if links is None:
        return _MAIN
    for link in fromstring(links):
        if (link.get("Type") or "").endswith("/officeDocument"):
            return (link.get("Target") or _MAIN).lstrip("/")
    return _MAIN


def _words(root: Element) -> str:
    """Join the paragraphs of a part, one a line."""
    lines = (line.strip("\n") for line in _lines(root))
    return "\n".join(line for line in lines if line.strip())


def _lines(root: Element) -> Iterator[str]:
    """Walk a part without recursion, so that deep nesting cannot stop us."""
    line: list[str] = []
    waiting: list[Element | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield "".join(line)
            line.clear()
            continue
        name = _local(node)
        if name in _SKIPPED:
            continue
        if name == "t":
            line.append(node.text or "")
        elif name in _BREAKS:
            line.append(_BREAKS[name])
        elif name == "p":
            yield "".join(line)
            line.clear()
            waiting.append("end of paragraph")
        waiting.extend(reversed(node))
    yield "".join(line)


def _local(element: Element) -> str:
    """Give a tag's name without its namespace; strict and loose files differ in it."""
    return str(element.tag).rpartition("}")[2]


def _properties(parts: Parts) -> Headers:
    """Read title, publisher and language; its dates are those of the file."""
    core = parts.get("docProps/core.xml")
    if core is None:
        return Headers()
    found = {_local(each): (each.text or "").strip() for each in fromstring(core)}
    return Headers(
        title=found.get("title") or None,
        publisher=found.get("publisher") or None,
        language=language_code(found.get("language", "")),
    )
