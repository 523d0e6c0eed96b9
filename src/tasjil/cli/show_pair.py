"""Two records side by side on 80 columns, in any script, with or without colour."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells

from tasjil.cli.desk_words import (
    APART,
    AS_IT_CAME,
    FIELDS,
    THE_REPORT,
    TOGETHER,
)
from tasjil.journey.linking.card import Card, Side
from tasjil.link.compare.sentences import Twin
from tasjil.model.particulars import Particulars
from tasjil.model.places import Where

WIDTH = 80
LABEL, MARK, BAR = 9, 2, 3
COLUMN = (WIDTH - LABEL - MARK - BAR) // 2

HANGING = "    "
"""Before lines that go on."""

LEFT_TO_RIGHT = "\u200e"
"""Around each cell, so that two in Arabic do not change places."""

_TURNING = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F)))
_TURNING |= dict.fromkeys(range(0x2066, 0x206A))


@dataclass(frozen=True, slots=True)
class Speech:
    """In which language the desk speaks."""

    arabic: bool = False

    def of(self, twin: Twin, **gaps: object) -> str:
        """Say a sentence, with its gaps filled."""
        filled = twin.filled(**gaps) if gaps else twin
        return filled.ar if self.arabic else filled.en


def pair_lines(card: Card, speech: Speech) -> Iterator[str]:
    """Lay two records out side by side, what differs marked.

    "=" stands where both tell the same, "!" where they differ, nothing where one of
    the two does not tell.
    """
    stands = TOGETHER if card.question.together else APART
    yield speech.of(stands)
    ids = (str(card.one.told.record), str(card.other.told.record))
    yield from row("", "", *ids)
    yield "-" * WIDTH
    fields = [told_of(each.told) for each in (card.one, card.other)]
    for name, label in FIELDS.items():
        one, other = (each.get(name, "") for each in fields)
        if one or other:
            yield from row(speech.of(label), mark(one, other), one, other)
    others = [_others(each) for each in (card.one, card.other)]
    if any(others) and not card.question.together:
        yield from row(speech.of(FIELDS["others"]), "", *others)
    for side in (card.one, card.other):
        if side.passage:
            said = f"{side.told.record}: {speech.of(THE_REPORT)}: {side.passage}"
            yield from folded(said, WIDTH)
    yield "-" * WIDTH
    for line in card.reasons.lines(speech.arabic):
        first, *more = folded(line, WIDTH - len(HANGING))
        yield first
        yield from (f"{HANGING}{each}" for each in more)


def came_lines(card: Card, speech: Speech) -> Iterator[str]:
    """Lay both records out as they came, cell by cell under their headers."""
    for side in (card.one, card.other):
        yield f"{side.told.record}, {speech.of(AS_IT_CAME)}:"
        cells: Mapping[str, str] = side.cells
        for header, cell in cells.items():
            if cell.strip():
                yield from folded(f"  {plain(header)}: {plain(cell)}", WIDTH)


def told_of(told: Particulars) -> dict[str, str]:
    """Put what a record tells into words, field by field; untold fields are "".

    Example:
        >>> told_of(Particulars("a:1", "a", name="Daren Vell", died="2031-05-03"))
        {'name': 'Daren Vell', 'died': '2031-05-03'}
    """
    fields = {
        "name": told.name,
        "other names": "; ".join(told.other_names),
        "sex": _known(told.sex),
        "age": "" if told.age is None else told.age.text,
        "born": told.born or "",
        "died": told.died or "",
        "where": _places(told.where),
        "home": _places(told.home),
        "numbers": "; ".join(f"{kind} {number}" for kind, number in told.ids),
        "kin": "; ".join(f"{kin}: {name}" for kin, name in told.kin),
        "cause": _known(told.cause),
        "status": _known(told.status),
    }
    return {name: text for name, text in fields.items() if text}


def _known(choice: str) -> str:
    return "" if choice == "unknown" else str(choice)


def _places(where: Sequence[Where]) -> str:
    return ", ".join(each.name or each.text for each in where)


def _others(side: Side) -> str:
    return "; ".join(f"{each.name or '-'} ({each.record})" for each in side.others)


def mark(one: str, other: str) -> str:
    """Mark two cells: the same, different, or one of them untold."""
    if not (one and other):
        return ""
    return "=" if one.casefold() == other.casefold() else "!"


def row(label: str, sign: str, one: str, other: str) -> Iterator[str]:
    """Lay out one field: its name, the mark, and what the two records tell."""
    columns = [list(folded(plain(cell), COLUMN)) or [""] for cell in (one, other)]
    for n in range(max(map(len, columns))):
        left, right = (each[n] if n < len(each) else "" for each in columns)
        name, told = (label, sign) if n == 0 else ("", "")
        yield (
            f"{padded(name, LABEL)}{padded(told, MARK)}"
            f"{padded(left, COLUMN)} | {padded(right, 0)}"
        ).rstrip(" ")


def padded(text: str, width: int) -> str:
    """Fill a cell up to a width as the terminal counts it.

    Example:
        >>> len(padded("name", 9)) - 2 * len(LEFT_TO_RIGHT)
        9
    """
    fill = " " * max(0, width - cell_len(text))
    return f"{LEFT_TO_RIGHT}{text}{LEFT_TO_RIGHT}{fill}" if text else fill


def folded(text: str, width: int) -> Iterator[str]:
    """Break a text into lines of a width, between words where it can.

    Example:
        >>> list(folded("of Daren Iven Vell", 10))
        ['of Daren', 'Iven Vell']
    """
    line = ""
    for word in text.split():
        for piece in chop_cells(word, width):
            if line and cell_len(line) + 1 + cell_len(piece) > width:
                yield line
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    if line:
        yield line


def plain(text: str) -> str:
    """Take out what would turn the direction of the whole line.

    Example:
        >>> plain("Vell\u202e Daren")
        'Vell Daren'
    """
    return text.translate(_TURNING)
