"""One page before it is written: where it lies, its template, and what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tasjil.publish.addresses import numbered

ROWS_A_PAGE = 200
"""Rows of a long list on one page; more make the page slow on an old laptop."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language.

    Attributes:
        path: Address relative to the language's folder; the twin has the same.
        section: Which entry of the navigation it belongs to.
        context: A dataclass with everything the template shows, as `c`.
    """

    path: str
    template: str
    title: Markup
    section: str
    context: Any

    @property
    def up(self) -> str:
        """What leads from this page to its language's folder."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Part:
    """One page's share of a long list, and its neighbours."""

    path: str
    rows: Sequence[Any]
    number: int
    of: int
    previous: str | None
    next: str | None


def parts(path: str, rows: Sequence[Any], size: int = ROWS_A_PAGE) -> Iterator[Part]:
    """Cut a long list into pages; an empty list still has one.

    Example:
        >>> [(p.path, list(p.rows), p.next) for p in parts("a.html", [1, 2, 3], 2)]
        [('a.html', [1, 2], 'a-2.html'), ('a-2.html', [3], None)]
    """
    of = max(1, -(-len(rows) // size))
    for number in range(1, of + 1):
        yield Part(
            path=numbered(path, number),
            rows=rows[(number - 1) * size : number * size],
            number=number,
            of=of,
            previous=numbered(path, number - 1) if number > 1 else None,
            next=numbered(path, number + 1) if number < of else None,
        )
