"""Tables in plain text: a row for a place, a column for what was done."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Report
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.words import words_of
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_BETWEEN = re.compile(r"\s*(?:[—–|;؛]|\s-\s)\s*")
_NUMBER = re.compile(r"[0-9]+(?:[.,٬][0-9]{3})*")
_FEWEST = 2
_LONGEST = 200
_ALL = re.compile(r"^(?:ال)?(?:مجموع|إجمالي|اجمالي|مجمل|كلي)(?!\w)")
_CIVILIANS = re.compile(r"(?<!\w)ال?مدني(?:ون|ين)(?!\w)")

Places = Callable[[str], Sequence[Found[Where]]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its words and where they start in the sentence."""

    text: str
    start: int

    @property
    def number(self) -> int | None:
        """The number that is all the cell says; None for words."""
        if _NUMBER.fullmatch(self.text) is None:
            return None
        return int(re.sub(r"\D", "", self.text))


def cells(text: str) -> list[Cell]:
    """The cells of a line whose cells dashes or bars divide.

    Example:
        >>> [c.text for c in cells("تاروف — 41 — 12")]
        ['تاروف', '41', '12']
    """
    found, start = [], 0
    for mark in _BETWEEN.finditer(text):
        found.append(Cell(text[start : mark.start()], start))
        start = mark.end()
    return [*found, Cell(text[start:], start)]


def columns(sentence: Sentence) -> dict[int, Act]:
    """What each column counts, by its place; nothing where the line heads no table."""
    found: dict[int, Act] = {}
    for i, cell in enumerate(cells(sentence.text)):
        senses = [s for word in words_of(cell.text) for s in act_senses(word)]
        if senses and cell.number is None:
            found[i] = senses[0].act
    return found if len(found) >= _FEWEST and 0 not in found else {}


class Tables:
    """The tables of one report, a draft for each number in them."""

    def __init__(self, report: Report, sentences: Sequence[Sentence]) -> None:
        """Find the heads of tables and the rows below them."""
        self._report = report
        self._heads: dict[int, dict[int, Act]] = {}
        self._status: dict[int, Status] = {}
        heads: dict[int, Act] = {}
        status = Status.UNKNOWN
        for n, sentence in enumerate(sentences):
            if head := columns(sentence):
                heads = head
                before = sentences[n - 1].text if n else ""
                civil = _CIVILIANS.search(f"{before} {sentence.text}")
                status = Status.CIVILIAN if civil else Status.UNKNOWN
                self._heads[sentence.index] = {}
            elif heads and _is_row(sentence, heads):
                self._heads[sentence.index] = heads
                self._status[sentence.index] = status
            else:
                heads = {}

    def holds(self, sentence: Sentence) -> bool:
        """True for a line of a table."""
        return sentence.index in self._heads

    def drafts(self, sentence: Sentence, places: Places) -> list[Draft]:
        """A draft for each number of a row above nought."""
        acts = self._heads[sentence.index]
        row = cells(sentence.text)
        name = row[0]
        where = [p for p in places(sentence.text) if p.end <= len(name.text)]
        return [
            self._draft(sentence, row[i], act, where)
            for i, act in acts.items()
            if row[i].number
        ]

    def _draft(
        self,
        sentence: Sentence,
        cell: Cell,
        act: Act,
        where: Sequence[Found[Where]],
    ) -> Draft:
        """The draft of one number."""
        span = sentence.span(cell.start, cell.start + len(cell.text))
        spans: dict[str, Span] = {"act": span, "quantity": span}
        for place in where[:1]:
            spans["where"] = sentence.span(place.start, place.end)
        total = bool(_ALL.search(sentence.text))
        return Draft(
            act=act,
            passage=(sentence.start, span[1]),
            sentence=sentence.index,
            mention=(sentence.index, cell.start),
            noun="victim",
            called=frozenset({"victim"}),
            part=Part.MAIN,
            victims=VictimGroup(status=self._status[sentence.index]),
            quantity=Quantity(cell.number, cell.number, self._words(span)),
            level=Level.AGGREGATE,
            stance=Stance.STATED,
            plural=True,
            more=not total,
            of_a_place=not total,
            where=tuple(p.value for p in where[:1]),
            spans=spans,
        )

    def _words(self, span: Span) -> str:
        """The report's own words."""
        return self._report.text[slice(*span)]


def _is_row(sentence: Sentence, heads: dict[int, Act]) -> bool:
    """True for a line with a number in every column that counts."""
    row = cells(sentence.text)
    return len(row) > max(heads) and all(row[i].number is not None for i in heads)


def put_rows_under_totals(drafts: Sequence[Draft]) -> None:
    """The rows of a table are parts of its last line, where that adds them up."""
    for n, total in enumerate(drafts):
        if total.of_a_place or not total.quantity.known:
            continue
        rows: list[Draft] = []
        for row in reversed(drafts[max(0, n - _LONGEST) : n]):
            near = total.sentence - row.sentence <= len(rows) + 1
            if not near or total.level is not Level.AGGREGATE:
                break
            if row.of_a_place and row.act is total.act and row.quantity.known:
                rows.append(row)
        added = sum(row.quantity.highest_stated or 0 for row in rows)
        if len(rows) > 1 and added == total.quantity.highest_stated:
            for row in rows:
                row.part_of = total.group if row.group != total.group else None
