"""A long list, a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tasjil.errors import BadValue
from tasjil.register.border import translated

Item = TypeVar("Item")
Other = TypeVar("Other")

MOST = 10_000
"""How far a list is counted; beyond it, it is said to be longer."""

LARGEST = 500


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of a list, from 1, and how many lines it has."""

    number: int = 1
    size: int = 50

    def __post_init__(self) -> None:
        """Refuse a page that is none, or that would be the whole list."""
        if self.number < 1 or not 1 <= self.size <= LARGEST:
            raise BadValue(
                f"expected a page from 1, of 1 to {LARGEST} lines, found page "
                f"{self.number} of {self.size}; go back to the first page"
            )

    @property
    def start(self) -> int:
        """How many lines are before it.

        Example:
            >>> Page(3, 20).start
            40
        """
        return (self.number - 1) * self.size


FIRST = Page()


@dataclass(frozen=True, slots=True)
class Paged(Generic[Item]):
    """One page of a list.

    Attributes:
        total: How many lines the whole list has.
        at_least: It was not counted to its end: there are more than that.
    """

    items: tuple[Item, ...]
    page: Page
    total: int
    at_least: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are, as far as was counted; one at least.

        Example:
            >>> Paged((), Page(1, 20), 41).pages
            3
        """
        return max(1, -(-self.total // self.page.size))

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return self.at_least or self.page.start + len(self.items) < self.total

    def each(self, change: Callable[[Item], Other]) -> "Paged[Other]":
        """Give the same page of what each line is turned into."""
        items = tuple(change(each) for each in self.items)
        return Paged(items, self.page, self.total, self.at_least)


def page_of(rows: Any, page: Page, columns: tuple[str, ...]) -> Paged[tuple[Any, ...]]:
    """Read one page of ordered rows: two queries, however long the list is.

    The first walks the index of the list's order and counts at once; only the lines of
    the page are read from their rows.
    """
    with translated():
        most = max(MOST, page.start + page.size)
        ids = list(rows.values_list("pk", flat=True)[: most + 1])
        wanted = ids[page.start : page.start + page.size]
        # A model's own manager: what narrowed the list has no part in reading it.
        own = rows.model._default_manager.using(rows.db).filter(pk__in=wanted)
        lines = {row[0]: row for row in own.values_list(*columns)}
    found = tuple(lines[id] for id in wanted if id in lines)
    return Paged(found, page, min(len(ids), most), len(ids) > most)
