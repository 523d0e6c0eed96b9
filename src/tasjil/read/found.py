"""Something a grammar found in a text: where it stands, its words, what it means."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from tasjil.errors import BadPassage

T = TypeVar("T", covariant=True)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from words; `source[start:end] == text`, always.

    Example:
        >>> Found.at("at least 13 died", 0, 11, 13)
        Found(start=0, end=11, text='at least 13', value=13)
    """

    start: int
    end: int
    text: str
    value: T

    def __post_init__(self) -> None:
        """Refuse offsets that cannot hold the words."""
        if self.start < 0 or self.end - self.start != len(self.text):
            raise BadPassage(
                f"expected {self.end - self.start} characters at "
                f"{self.start}..{self.end}, got {len(self.text)}"
            )

    @staticmethod
    def at(source: str, start: int, end: int, value: V) -> "Found[V]":
        """Cut the words out of the text they stand in."""
        return Found(start, end, source[start:end], value)

    def moved(self, base: int) -> "Found[T]":
        """The same find in a longer text, where this one starts at `base`."""
        return Found(self.start + base, self.end + base, self.text, self.value)
