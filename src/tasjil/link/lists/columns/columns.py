"""What every column of one list means, how sure that is, and who confirmed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tasjil.errors import BadValue
from tasjil.link.lists.cells.ages import YEARS, AgeRules
from tasjil.link.lists.cells.dates import DateOrder
from tasjil.link.lists.cells.numbers import ANY, NumberRules
from tasjil.link.lists.columns.meaning import MANY, ColumnMeaning
from tasjil.link.lists.plain import words_of
from tasjil.model.persons import Sex


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, its meaning, and why.

    Attributes:
        header: As its cells stand in `ListRecord.cells`.
        because: In a word: header, values, both, person, file, twice, nothing.
        confidence: From 0 to 1; 1 where a person said so.
        ages: What is peculiar to its ages.
        numbers: What is peculiar to its numbers.
        wide_first: Its cells name the wider place before the finer.
        codes: What signs such as 1 and 2 stand for, in a column of sexes.
    """

    header: str
    meaning: ColumnMeaning
    because: str = "person"
    confidence: float = 1.0
    ages: AgeRules = YEARS
    numbers: NumberRules = ANY
    codes: tuple[tuple[str, Sex], ...] = ()
    wide_first: bool = False

    def __post_init__(self) -> None:
        """Refuse a confidence that is none."""
        if not 0 <= self.confidence <= 1:
            raise BadValue(f"expected a confidence in 0..1, got {self.confidence}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one list, and what holds for the whole list.

    Attributes:
        columns: In the order of the file, each header once.
        clean: True where nobody stands on the list twice, None to find out.
        order: What comes first in 6/3/2019.
        latest: The last year that a year of two digits can mean.
        replaces: The file of an earlier version, where that had another name.
        language: Of the headers: "ar", "en"; "" where they do not tell.
        by: Who confirmed it; None for a guess.
        at: When, in ISO 8601.

    Example:
        >>> name = Column("Full name", ColumnMeaning.NAME)
        >>> Columns((name,)).of(ColumnMeaning.NAME)
        ('Full name',)
    """

    columns: tuple[Column, ...]
    clean: bool | None = None
    order: DateOrder = DateOrder.UNKNOWN
    latest: int = 2030
    language: str = ""
    replaces: str | None = None
    by: str | None = None
    at: str | None = None
    by_header: dict[str, Column] = field(
        init=False, repr=False, compare=False, hash=False
    )

    def __post_init__(self) -> None:
        """Refuse a header twice, and a meaning twice that a list has once."""
        object.__setattr__(self, "by_header", {c.header: c for c in self.columns})
        if len(self.by_header) < len(self.columns):
            raise BadValue("expected every header once; number those that are equal")
        once = [c.meaning for c in self.columns if c.meaning not in MANY]
        twice = sorted({str(each) for each in once if once.count(each) > 1})
        if twice:
            raise BadValue(
                f"expected one column of {' and of '.join(twice)}, found more; set "
                'the others to "ignored" or to a meaning of their own'
            )

    def __iter__(self) -> Iterator[Column]:
        """Give the columns in the order of the file."""
        return iter(self.columns)

    def of(self, *meanings: ColumnMeaning) -> tuple[str, ...]:
        """Give the headers of some meanings, in the order of the file."""
        return tuple(c.header for c in self.columns if c.meaning in meanings)

    def set(self, header: str, meaning: ColumnMeaning) -> "Columns":
        """Say what one column means, as a person does.

        Raises:
            BadValue: There is no such header.
        """
        key = words_of(header)
        found = [c for c in self.columns if c.header == header]
        found = found or [c for c in self.columns if words_of(c.header) == key]
        if len(found) != 1:
            raise BadValue(
                f"expected the header of one column, found {len(found)} that are like "
                "it; write it as the first line of the file has it"
            )
        mine = replace(found[0], meaning=meaning, because="person", confidence=1.0)
        return replace(
            self,
            columns=tuple(
                mine if c is found[0] else _yielding(c, meaning) for c in self.columns
            ),
        )


def _yielding(column: Column, taken: ColumnMeaning) -> Column:
    """Have a guess give up a meaning that a person gave to another column."""
    if column.meaning is not taken or taken in MANY:
        return column
    left = ColumnMeaning.IGNORED
    if taken is ColumnMeaning.NAME:
        left = ColumnMeaning.OTHER_NAME
    return replace(column, meaning=left, because="twice")


def header_keys(headers: Iterable[str]) -> tuple[str, ...]:
    """Give the forms by which headers are known again next month, each once.

    Case, punctuation and unseen marks do not count; an empty header is known by its
    place.

    Example:
        >>> header_keys(["Name:", "Date_of_Death", "", "NAME"])
        ('name', 'date of death', 'column 3', 'name 2')
    """
    seen: dict[str, int] = {}
    keys = []
    for at, header in enumerate(headers, start=1):
        key = words_of(header) or f"column {at}"
        seen[key] = again = seen.get(key, 0) + 1
        keys.append(key if again == 1 else f"{key} {again}")
    return tuple(keys)
