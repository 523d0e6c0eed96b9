"""A saved web page: its article as text, and what its head says. Nothing is fetched."""

import copy
import logging
import re

import trafilatura
from lxml import etree, html  # type: ignore[import-untyped]

from tasjil.capture.decoding import decode
from tasjil.capture.extract import Extract, said_of
from tasjil.capture.frontmatter import split_front_matter
from tasjil.capture.pagehead import read_head
from tasjil.errors import CannotCapture

# Their warnings quote what they stumble over, and a page may hold a witness's name.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})""", re.I)
_NOT_WORDS = ("script", "style", "noscript", "template", "nav", "svg", "head")
_BLOCKS = frozenset(
    {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "article"}
    | {"section", "blockquote", "table", "ul", "ol"}
)
_SHORTEST = 200
_MOST_ELEMENTS = 50_000


def read_page(data: bytes) -> Extract:
    """Read a saved page.

    Raises:
        CannotCapture: It holds no readable words, or is nested too deeply to trust.
    """
    named = _CHARSET.search(data[:4096])
    decoded = decode(data, named[1].decode("ascii") if named else None)
    front, markup = split_front_matter(decoded.text)
    tree = _parsed(markup)
    headers = front.over(read_head(tree)).over(said_of(decoded))
    return Extract(_article(tree), headers)


def read_markup(markup: str) -> Extract:
    """Read a page that is text already, such as the body of a letter."""
    tree = _parsed(markup)
    return Extract(_article(tree), read_head(tree))


def _parsed(markup: str) -> html.HtmlElement:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        # A lone half of a character pair cannot be encoded and stands for nothing.
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        raise CannotCapture(
            "the page holds no text; save it again from the browser as a whole page"
        ) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # The parser drops whatever lies deeper, and words must not go missing.
        raise CannotCapture(
            "its tags are nested more than 256 deep, so part of it cannot be read; "
            "open it in a browser and save its words as .txt"
        )
    return tree


def _article(tree: html.HtmlElement) -> str:
    """Take the article out of the page; all its words where that gives too little."""
    whole = _all_words(tree)
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        # Telling an article from its surroundings would take minutes.
        return whole
    found: str | None = trafilatura.extract(
        tree, include_comments=False, include_tables=True, with_metadata=False
    )
    if found and (len(found) >= _SHORTEST or len(found) > 0.5 * len(whole)):
        return found
    return whole


def _all_words(tree: html.HtmlElement) -> str:
    """Join the words of a whole page, one block a line, menus and scripts left out."""
    tree = copy.deepcopy(tree)
    etree.strip_elements(tree, *_NOT_WORDS, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        pieces.append("\n" if element.tag in _BLOCKS else "")
        pieces.append((element.text if event == "start" else element.tail) or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
