"""Which part of a long list a page shows."""

from dataclasses import dataclass

from django.http import HttpRequest

SIZE = 50
"""Lines of a list on one page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list.

    Attributes:
        number: From 1.
        of: How many parts there are; 1 where the list is empty.
    """

    number: int
    of: int

    @classmethod
    def asked(cls, request: HttpRequest, rows: int, size: int = SIZE) -> "Part":
        """Read which part was asked for, kept to those there are."""
        of = max(1, -(-rows // size))
        return cls(min(max(1, asked_number(request)), of), of)

    def first(self, size: int = SIZE) -> int:
        """The place of its first line in the list, from 0."""
        return (self.number - 1) * size


def asked_number(request: HttpRequest) -> int:
    """Read `part` of an address; 1 where it is missing or no number."""
    told = request.GET.get("part", "1")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 1
