"""What stands on a record that a person has only once: its list, ids, day of death."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.model.edtf import Edtf
from tasjil.model.particulars import OF_ONE_OFFICE, IdKind, Particulars

Positions = NDArray[np.int32]

NO_ID = -1
SEVERAL = -2
UNTOLD = (-(2**31) + 1, 2**31 - 1)
"""First and last possible day of a death of which no day is told."""

DAYS_APART = 60
"""Days between two tellings of one death beyond which they are of two deaths."""


@dataclass(frozen=True, slots=True, eq=False)
class IdColumn:
    """The numbers of one kind, for every record.

    Attributes:
        codes: Which number, (n,) int32: a place in `values`, NO_ID or SEVERAL.
        values: The numbers as written, each once.
        several: The codes of a record that gives more than one, by its position.
        replaced: Lists show that numbers of one person are replaced at times: two of
            them weigh, and do not bar.
    """

    codes: Positions
    values: tuple[str, ...]
    several: Mapping[int, frozenset[int]] = field(default_factory=dict)
    replaced: bool = False

    def of(self, position: int) -> frozenset[int]:
        """Give the codes of one record's numbers; empty where it has none."""
        code = int(self.codes[position])
        if code == SEVERAL:
            return self.several[position]
        return frozenset() if code == NO_ID else frozenset((code,))


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """What of each record bears on whether two of them can be one person.

    Attributes:
        lists: The list of each record, a place in `names`, (n,) int32.
        names: The lists, in order.
        clean: For each list: nobody stands on it twice, as a rule, (lists,) bool.
        likely: For each list: found out to be clean; near-certain pairs of rows of it
            may still be one person, (lists,) bool.
        died: First and last possible day of death, (n, 2) int32, UNTOLD where no day
            is told.
        ids: The numbers, a column for each kind.
    """

    lists: Positions
    names: tuple[str, ...]
    clean: NDArray[np.bool_]
    likely: NDArray[np.bool_]
    died: Positions
    ids: tuple[IdColumn, ...] = ()

    def __post_init__(self) -> None:
        """Refuse columns of different lengths, and records of no list."""
        if len(self.lists) != len(self.died):
            raise BadValue("expected one row in every column for every record")
        if not len(self.names) == len(self.clean) == len(self.likely):
            raise BadValue("expected for every list whether it is clean")
        if len(self.lists) and not 0 <= self.lists.min() <= self.lists.max() < len(
            self.names
        ):
            raise BadValue("expected the list of every record among the lists named")

    def __len__(self) -> int:
        """How many records."""
        return len(self.lists)


def marks_of(
    records: Sequence[Particulars],
    clean: Mapping[str, bool],
    likely: Iterable[str] = (),
    replaced: Collection[str] = (),
) -> Marks:
    """Read the marks of records.

    Args:
        records: In the order of the positions that pairs speak of.
        clean: What people said of each list; a list not named is not clean.
        likely: Lists that were found to be clean, with nobody having said so.
        replaced: Comparisons of numbers, such as `id_national`, which lists show to
            be replaced at times.

    Raises:
        BadValue: A list is named that no record stands on.

    Example:
        >>> told = [Particulars("a:1", "a", died="2025-03-07"), Particulars("b:1", "b")]
        >>> marks = marks_of(told, {"a": True})
        >>> marks.names, marks.clean.tolist(), marks.lists.tolist()
        (('a', 'b'), [True, False], [0, 1])
    """
    names = tuple(sorted({each.list for each in records}))
    found = set(likely)
    if unknown := (set(clean) | found) - set(names):
        raise BadValue(
            f"expected lists among {', '.join(names) or 'none'}; found no record of "
            f"{', '.join(sorted(unknown))}: leave it out, or add its records"
        )
    place = {name: at for at, name in enumerate(names)}
    return Marks(
        lists=np.array([place[each.list] for each in records], np.int32),
        names=names,
        clean=np.array([clean.get(name, False) for name in names], bool),
        likely=np.array([name in found for name in names], bool),
        died=_days(records),
        ids=tuple(_id_columns(records, replaced)),
    )


def cannot_be_one(
    marks: Marks, one: Positions, other: Positions, sure: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Tell which pairs cannot be one person, whatever else agrees.

    Two rows of a clean list; two numbers of one kind that differ by more than a slip;
    two deaths whose days are more than DAYS_APART apart.

    Args:
        marks: Of all records.
        one: Positions, (m,).
        other: Positions, (m,).
        sure: Pairs that agree so well, numbers included, that a list which was only
            found to be clean, a day of death, or a number may be wrong, (m,).
    """
    same_list = marks.lists[one] == marks.lists[other]
    barred = same_list & marks.clean[marks.lists[one]]
    barred |= same_list & marks.likely[marks.lists[one]] & ~sure
    gap = np.maximum(
        marks.died[one, 0].astype(np.int64) - marks.died[other, 1],
        marks.died[other, 0].astype(np.int64) - marks.died[one, 1],
    )
    barred |= (gap > DAYS_APART) & ~sure
    for column in marks.ids:
        if column.replaced:
            continue
        barred |= _ids_differ(column, one, other) & ~sure
    return np.asarray(barred)


def a_slip(one: str, other: str) -> bool:
    """Tell whether one number is the other with one slip of the hand.

    One character changed, missing or too many, or two neighbours swapped, in a number
    of five characters or more: two shorter numbers differ by one all the time.

    Example:
        >>> a_slip("40172993", "40127993"), a_slip("40172993", "40172881")
        (True, False)
    """
    if min(len(one), len(other)) < 5:
        return False
    if len(one) == len(other):
        at = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(at) == 2 and at[1] == at[0] + 1
        return len(at) < 2 or (swapped and one[at[0]] == other[at[1]])
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(len(long))
    )


def _ids_differ(
    column: IdColumn, one: Positions, other: Positions
) -> NDArray[np.bool_]:
    a, b = column.codes[one], column.codes[other]
    differ = (a != NO_ID) & (b != NO_ID) & ((a != b) | (a == SEVERAL))
    for at in np.flatnonzero(differ):
        first, second = column.of(int(one[at])), column.of(int(other[at]))
        differ[at] = first.isdisjoint(second) and not any(
            a_slip(column.values[x], column.values[y]) for x in first for y in second
        )
    return np.asarray(differ)


def _days(records: Sequence[Particulars]) -> Positions:
    spans: dict[str | None, tuple[int, int]] = {None: UNTOLD}
    for text in {each.died for each in records} - {None}:
        spans[text] = _span(text or "")
    flat = [spans[each.died] for each in records]
    return np.array(flat, np.int32).reshape(len(flat), 2)


def _span(text: str) -> tuple[int, int]:
    told = Edtf.parse(text)
    early, late = told.earliest, told.latest
    return (
        UNTOLD[0] if early is None else early.toordinal(),
        UNTOLD[1] if late is None else late.toordinal(),
    )


def _id_columns(
    records: Sequence[Particulars], replaced: Collection[str]
) -> Iterator[IdColumn]:
    found: dict[IdKind, dict[int, list[str]]] = {}
    for position, record in enumerate(records):
        for kind, number in record.ids:
            if kind in OF_ONE_OFFICE:
                continue
            found.setdefault(kind, {}).setdefault(position, []).append(number)
    for kind in sorted(found):
        values = tuple(sorted({each for all in found[kind].values() for each in all}))
        place = {value: at for at, value in enumerate(values)}
        codes = np.full(len(records), NO_ID, np.int32)
        several = {}
        for position, numbers in found[kind].items():
            own = frozenset(place[each] for each in numbers)
            codes[position] = min(own) if len(own) == 1 else SEVERAL
            if len(own) > 1:
                several[position] = own
        often = f"id_{kind.name.lower()}" in replaced
        yield IdColumn(codes, values, several, often)
