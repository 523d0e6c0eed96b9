"""One line of an Arabic list: "كفر زهلون: 6 قتلى"، "وفي الدوار أربعة"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasjil.model.places import Where
from tasjil.read.arabic.numbers.counting import is_thing
from tasjil.read.arabic.numbers.quantities import Counted
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.small_words import bare
from tasjil.read.found import Found

_OPENING = ":—–"
_LONGEST_LABEL = 6
_LONGEST_NAME = 3
_AHEAD = 4
_BESIDE = frozenset(("اولا", "ثانيا", "ثالثا", "وحدها", "لوحدها", "ايضا"))
_LEADS = frozenset(("في", "ففي", "علي", "عند", "قرب", "ثم", "من", "الي", "داخل"))
_INTO = frozenset(("في", "عند", "قرب", "علي", "داخل", "من"))


@dataclass(frozen=True, slots=True)
class Item:
    """A number of a list with the label it stands beside.

    Attributes:
        label: Offsets of the label in the sentence: a place, or a name for those who
            did it or suffered it.
        place: The place, where a list of places or the words around know it.
        opens: True where the label opens the line: "كفر زهلون: 6".
    """

    number: Found[Counted]
    label: tuple[int, int]
    place: Found[Where] | None = None
    opens: bool = False


def list_items(
    line: Line,
    numbers: Sequence[Found[Counted]],
    places: Sequence[Found[Where]],
) -> list[Item]:
    """The numbers of a list in one sentence; none where it is no list.

    A label that opens the line makes a list by itself. Inside a sentence it takes two
    numbers that each stand beside a place; then other names in the same position are
    places too.

    Example:
        >>> from tasjil.read.arabic.numbers.quantities import find_quantities
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "كفر زهلون: 6 قتلى"
        >>> line = Line.of(text, words_of(text))
        >>> [item] = list_items(line, find_quantities(text), [])
        >>> text[slice(*item.label)], item.opens
        ('كفر زهلون', True)
    """
    head = _opening(line, numbers, places)
    if head is not None:
        return [head]
    for read in (_behind_names, _before_names):
        found = read(line, numbers, places)
        known = {item.label for item in found if item.place is not None}
        labels = {item.label for item in found}
        if known and len(labels) > 1:
            return found
    return []


def _opening(
    line: Line, numbers: Sequence[Found[Counted]], places: Sequence[Found[Where]]
) -> Item | None:
    """The item of a line that opens with a label and a mark."""
    if not numbers:
        return None
    first = line.index(_start(numbers[0]))
    if not 0 < first <= _LONGEST_LABEL or line.form(0)[0].isdecimal():
        return None
    mark = line.marks[first]
    if not mark or mark[0] not in _OPENING or any(line.marks[1:first]):
        return None
    label = line.words[0].start, line.words[first - 1].end
    return Item(numbers[0], label, _place_in(label, places), opens=True)


def _start(number: Found[Counted]) -> int:
    """Where a number and its noun start: "قتيل واحد"."""
    noun = number.value.noun
    return number.start if noun is None else min(number.start, noun[0])


def _place_in(
    label: tuple[int, int], places: Sequence[Found[Where]]
) -> Found[Where] | None:
    """The place that stands in a label."""
    return next((p for p in places if p.start < label[1] and label[0] < p.end), None)


def _behind_names(
    line: Line, numbers: Sequence[Found[Counted]], places: Sequence[Found[Where]]
) -> list[Item]:
    """Numbers behind their names: "في ريم خمسة"، "ريم (3 قتلى و7 جرحى)"، "ريم بـ 3"."""
    found: list[Item] = []
    for number in numbers:
        first = line.index(number.start)
        label = _name_before(line, first) or _before_bracket(line, first)
        if label is not None:
            found.append(Item(number, label, _place_in(label, places)))
        elif found and _in_one_bracket(line, found[-1], first):
            found.append(replace(found[-1], number=number))
    return found


def _name_before(line: Line, first: int) -> tuple[int, int] | None:
    """The name right before a number, where a lead stands before it."""
    last = first - 1
    opens = line.marks[first] == "("
    if last >= 0 and line.form(last) == "ب" and not line.marks[first]:
        last, opens = last - 1, True
    elif line.form(first).startswith("ب") and not line.marks[first]:
        opens = True
    if line.marks[first] and not opens:
        return None
    while last > 0 and line.form(last) in _BESIDE:
        last -= 1
    for at in range(last, max(-1, last - _LONGEST_NAME), -1):
        if at < last and line.marks[at + 1]:
            return None
        form = line.form(at)
        before = bare(line.form(at - 1)) if at and not line.marks[at] else ""
        if before in _LEADS or (opens and form.startswith("و") and len(form) > 3):
            return _named(line, at, last)
    return None


def _before_bracket(line: Line, first: int) -> tuple[int, int] | None:
    """The name before the brackets that a number stands in, behind one person."""
    for at in range(first, max(0, first - _LONGEST_NAME), -1):
        if line.marks[at] == "(":
            return _name_before(line, at)
        if ")" in line.marks[at]:
            return None
    return None


def _named(line: Line, at: int, last: int) -> tuple[int, int] | None:
    """The offsets of a name, without its "and"; None for words that are no name."""
    forms = [line.form(i) for i in range(at, last + 1)]
    if any(bare(form) in words("grammar", "stop") for form in forms):
        return None
    if len(forms) == 1 and is_thing(forms[0]):
        return None
    joined = forms[0].startswith("و") and not line.words[at].text.startswith("وا")
    start = line.words[at].start + (joined and line.form(at - 1) not in _LEADS)
    return start, line.words[last].end


def _in_one_bracket(line: Line, item: Item, first: int) -> bool:
    """True for a number in the same brackets as the one before it."""
    before = line.index(item.number.start)
    marks = "".join(line.marks[before : first + 1])
    return marks.count("(") == 1 and ")" not in marks


def _before_names(
    line: Line, numbers: Sequence[Found[Counted]], places: Sequence[Found[Where]]
) -> list[Item]:
    """Numbers before their places: "6 في ريم و4 في سلمور"."""
    found: list[Item] = []
    for number in numbers:
        last = line.index(number.end - 1)
        place = next((p for p in places if p.start >= number.end), None)
        if place is None:
            continue
        until = line.index(place.start)
        between = range(last + 1, until)
        if len(between) > _AHEAD or any(line.marks[last + 1 : until + 1]):
            continue
        leads = any(line.form(i) in _INTO for i in between)
        if leads or line.form(until).startswith("ب"):
            found.append(Item(number, (place.start, place.end), place))
    return found
