"""What a web page says about itself: JSON-LD, meta tags, its language and address."""

import json
from collections.abc import Iterator
from dataclasses import replace

from lxml import html  # type: ignore[import-untyped]

from tasjil.capture.dates import edtf_of
from tasjil.capture.headers import Headers, language_code

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished"),
    *("dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "date"),
    *("pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date"),
    *("sailthru.date", "article.published", "publication_date", "citation_date"),
)
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher")
_TITLE = ("og:title", "dc.title", "citation_title", "twitter:title")
_TELLINGS = {
    *("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "Report"),
    *("LiveBlogPosting", "AnalysisNewsArticle", "BackgroundNewsArticle", "WebPage"),
}
_MOST_JSON = 1_000_000
_MOST_NODES = 5_000


def read_head(tree: html.HtmlElement) -> Headers:
    """Read the headers of a page: JSON-LD first, then meta tags, then the rest.

    Example:
        >>> page = '<html lang="ar"><meta property="og:site_name" content="Daily">'
        >>> found = read_head(html.document_fromstring(page))
        >>> found.language, found.publisher, found.published
        ('ar', 'Daily', None)
    """
    return _from_json_ld(tree).over(_from_meta(tree)).over(_from_marks(tree))


def _from_json_ld(tree: html.HtmlElement) -> Headers:
    found = Headers()
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(script.text or ""):
            found = found.over(_from_node(node))
    return found


def _nodes(text: str) -> Iterator[dict[str, object]]:
    """Walk the articles in a piece of JSON-LD; broken JSON holds none."""
    try:
        waiting: list[object] = [json.loads(text)] if len(text) < _MOST_JSON else []
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            waiting.extend(_as_list(node.get("@graph")))
            if _TELLINGS & set(map(str, _as_list(node.get("@type")))):
                yield node


def _as_list(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _from_node(node: dict[str, object]) -> Headers:
    published = edtf_of(_name(node.get("datePublished")) or "")
    return Headers(
        title=_name(node.get("headline")),
        publisher=_name(node.get("publisher")),
        published=published if isinstance(published, str) else None,
        url=_address(_name(node.get("url")) or _name(node.get("mainEntityOfPage"))),
        language=language_code(_name(node.get("inLanguage")) or ""),
    )


def _name(value: object) -> str | None:
    """Take the words out of a JSON-LD value: a string, or a thing with a name."""
    for each in _as_list(value)[:1]:
        if isinstance(each, dict):
            each = each.get("name") or each.get("@id")
        if isinstance(each, str) and each.strip():
            return " ".join(each.split())
    return None


def _address(words: str | None) -> str | None:
    return words if words and words.startswith(("http://", "https://")) else None


def _from_meta(tree: html.HtmlElement) -> Headers:
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        key = key or meta.get("http-equiv") or ""
        content = " ".join((meta.get("content") or "").split())
        if content:
            named.setdefault(key.strip().lower(), content)
    dates = (edtf_of(named[key]) for key in _PUBLISHED if key in named)
    return Headers(
        title=_first(named, _TITLE),
        publisher=_first(named, _PUBLISHER),
        published=next((date for date in dates if isinstance(date, str)), None),
        url=_address(named.get("og:url")),
        language=language_code(named.get("content-language", "")),
    )


def _first(named: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((named[key] for key in keys if key in named), None)


def _from_marks(tree: html.HtmlElement) -> Headers:
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    links = (
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    title = next(tree.iter("title"), None)
    words = None if title is None else " ".join(title.text_content().split())
    found = Headers(
        title=words or None,
        url=_address(next((link for link in links if link), None)),
        language=language_code(root.get("lang") or root.get("xml:lang") or ""),
    )
    return _from_time(tree).over(found)


def _from_time(tree: html.HtmlElement) -> Headers:
    """Take a date from a <time> tag: a marked one, or the only one, as a guess."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [
        time
        for time in times
        if time.get("pubdate") is not None
        or (time.get("itemprop") or "").lower() == "datepublished"
    ]
    days = {edtf_of(time.get("datetime")) for time in (marked[:1] or times)}
    day = days.pop() if len(days) == 1 else None
    if not isinstance(day, str):
        return Headers()
    found = Headers(published=day)
    return found if marked else replace(found, guessed=("published",))
