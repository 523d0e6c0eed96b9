"""Says an entry of the log in words: what was done, to what, and on what grounds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tasjil.model.ids import ReportId
from tasjil.register.around import ReportHead
from tasjil.register.entry import LogEntry
from tasjil.web.page.addresses import href, way
from tasjil.web.page.request import DeskRequest

NUMBERS = ("asked", "signs", "from", "withdraws", "approval", "number")
"""Parts of a body that are the number of another entry."""

THINGS = ("claim", "of", "root", "one", "other", "about", "reference", "user")
"""Parts that are the id of a thing, by which the log can be asked."""

CHOICES = {
    "state": "ClaimState",
    "role": "role",
    "verdict": "log.verdict",
    "element": "log.element",
    "deed": "log.deed",
    "kind": "log.sort",
}
"""Parts that are one of a list, and where the words of that list are."""

PLAIN = (
    *("reader", "claims", "records", "rows", "office", "what", "people", "entries"),
    *("papers", "gone", "for", "size", "language", "how", "when"),
)
"""Parts that are shown as they are."""

YES = ("own_records", "travel", "takes_back")
"""Parts that are said where they are so."""

MOST = 20
"""How many reports one line names."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is said of an entry.

    Attributes:
        label: What it is, in the language of the page.
        value: In its words; from outside where `told`.
        href: Where it leads; None for nowhere.
    """

    label: str
    value: str
    href: str | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a page says it."""

    entry: LogEntry
    what: str
    parts: tuple[Part, ...]


def lines_of(request: DeskRequest, entries: Iterable[LogEntry]) -> list[Line]:
    """Say entries in the language of the page; reports by name, in one query."""
    found = list(entries)
    ids = {id for each in found for id in _reports(each.told)}
    heads = request.seat.register.report_heads(ids) if ids else {}
    speaker = Speaker(request, heads)
    return [
        Line(each, speaker.what(each), tuple(speaker.parts(each))) for each in found
    ]


def _reports(body: Mapping[str, Any]) -> list[ReportId]:
    several = body.get("reports")
    found = several[:MOST] if isinstance(several, list) else []
    one = body.get("report")
    return [*found, ReportId(one)] if isinstance(one, str) else found


class Speaker:
    """Says the parts of entries, each kind of part in its own way."""

    def __init__(
        self, request: DeskRequest, heads: Mapping[ReportId, ReportHead]
    ) -> None:
        """Speak the language of a page."""
        self._request, self._heads, self._t = request, heads, request.t

    def what(self, entry: LogEntry) -> str:
        """Name what was done."""
        key = f"entry.{entry.kind.replace('.', '_')}"
        return str(self._t(key)) if self._t.has(key) else entry.kind

    def parts(self, entry: LogEntry) -> Iterator[Part]:
        """Say what it was done to, and what came of it."""
        body = entry.told
        for report in _reports(body):
            yield self._report(report)
        if body.get("active") is False:
            yield Part(self._label("left"), "", told=False)
        ways: tuple[tuple[Iterable[str], Callable[[str, Any], Part]], ...] = (
            (THINGS, self._thing),
            (CHOICES, self._choice),
            (NUMBERS, self._number),
            (PLAIN, lambda key, value: Part(self._label(key), str(value))),
        )
        for keys, say in ways:
            for key in keys:
                value = body.get(key)
                if value not in (None, "") and not isinstance(value, list | dict):
                    yield say(key, value)
        for key in YES:
            if body.get(key) is True:
                yield Part(self._label(key), "", told=False)

    def _label(self, key: str) -> str:
        return str(self._t(f"log.part_{key}"))

    def _report(self, id: ReportId) -> Part:
        head = self._heads.get(id)
        name = short(id) if head is None else head.title or head.name
        there = None if head is None else self._way("reading:report", id)
        return Part(self._label("report"), name, there or self._asked(id))

    def _thing(self, key: str, value: Any) -> Part:
        there = self._way("reading:claim", value) if key == "claim" else None
        return Part(self._label(key), short(str(value)), there or self._asked(value))

    def _choice(self, key: str, value: Any) -> Part:
        words = f"{CHOICES[key]}.{value}"
        if CHOICES[key].startswith("log."):
            words = f"{CHOICES[key]}_{str(value).replace(' ', '_').replace('-', '_')}"
        if self._t.has(words):
            return Part(self._label(key), str(self._t(words)), told=False)
        return Part(self._label(key), str(value))

    def _number(self, key: str, value: Any) -> Part:
        if not isinstance(value, int):
            return Part(self._label(key), str(value))
        there = href(self._request.language, "log:entry", value)
        return Part(self._label(key), str(value), there, told=False)

    def _way(self, page: str, id: object) -> str | None:
        return way(self._request.language, page, id)

    def _asked(self, thing: object) -> str:
        return f"{href(self._request.language, 'log:log')}?about={thing}"


def short(id: str) -> str:
    """Cut a digest to what people compare.

    Example:
        >>> short("sha256:0123456789abcdef0123456789abcdef"), short("reader-3")
        ('01234567…', 'reader-3')
    """
    plain = id.rpartition(":")[2]
    return f"{plain[:8]}…" if len(plain) > 24 else plain
