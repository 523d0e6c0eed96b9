"""Lists of the dead with a name a line: notices of funerals, rolls of the fallen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.claim import When
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.text.lexicon import phrases, words
from tasjil.read.english.times.dates import find_dates
from tasjil.read.sentence import Sentence

_AROUND = 6
_WORD = r"[A-ZÀ-Þ][\w'’-]+"
_RANK = (
    r"(?P<rank>(?:Lieutenant|Sergeant|Corporal|Privates?|Captain|Major|Colonel|Dr|Mr|Mrs|"
    r"Ms|Sister|Father|Sheikh|Soldiers?|Officers?|Constable)\.?\s+)?"
)
_PERSON = (
    rf"(?:(?:his|her|their)\s+(?P<tie>[a-z-]+),?\s+)?{_RANK}"
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,3}})"
    r"(?:\s*\((?P<age>\d{1,2})\)|,\s*(?:aged\s+)?(?P<years>\d{1,2})\b)?"
)
_ONE = re.compile(_PERSON)
_BULLET = re.compile(r"\s*(?:[-–—*•·]|\d{1,2}[.)])?\s*")
_JOIN = re.compile(r"\s*(?:,|;|and|&)\s+")
_TAIL = re.compile(
    r"(?:,\s*(?:both|all)\s+(?:aged\s+)?(?P<all>\d{1,2})|,\s+[a-z][^.;]{0,60})?[.,;]?\s*$"
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One person of a line; offsets are the report's."""

    start: int
    end: int
    name: tuple[int, int]
    age: int | None
    rank: str
    tie: str | None


def persons_of(line: str, start: int) -> list[NamedPerson]:
    """The persons of a line of nothing but names; none for any other line.

    Example:
        >>> line = "Ilya Sorn (9) and his sister Mira Sorn"
        >>> [(p.age, p.tie) for p in persons_of(line, 0)]
        [(9, None), (None, 'sister')]
    """
    found: list[NamedPerson] = []
    at = _BULLET.match(line)
    place = at.end() if at else 0
    while (match := _ONE.match(line, place)) is not None:
        years = match["age"] or match["years"]
        found.append(
            NamedPerson(
                start + match.start(),
                start + match.end("name"),
                (start + match.start("name"), start + match.end("name")),
                int(years) if years else None,
                (match["rank"] or "").strip().lower().rstrip("."),
                match["tie"],
            )
        )
        joined = _JOIN.match(line, match.end())
        again = joined is not None and _ONE.match(line, joined.end()) is not None
        if joined is None or not again:
            tail = _TAIL.match(line, match.end())
            return [] if tail is None else _as_all(found, tail["all"])
        place = joined.end()
    return []


def _as_all(found: list[NamedPerson], years: str | None) -> list[NamedPerson]:
    """The age in ", both 19" and the rank in "Privates" are those of each."""
    ranked = found[0].rank if found[0].rank.endswith("s") else ""
    told = int(years) if years is not None else None
    return [
        NamedPerson(p.start, p.end, p.name, p.age or told, p.rank or ranked, p.tie)
        for p in found
    ]


def _people_in(text: str, sentence: Sentence) -> list[NamedPerson]:
    """The persons of a sentence whose every line holds nothing but names."""
    found: list[NamedPerson] = []
    start = sentence.start
    for line in text[sentence.start : sentence.end].split("\n"):
        people = persons_of(line, start) if line.strip() else []
        told = any(p.age is not None or p.rank or p.tie for p in people)
        if line.strip() and not (told or (people and not line.isupper())):
            return []
        found += people
        start += len(line) + 1
    return found


class NameLines:
    """The lines of a report that hold nothing but names of those harmed."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Find the lines, and what is said of them around."""
        lines = {s.index: _people_in(text, s) for s in sentences}
        aged = any(p.age is not None for each in lines.values() for p in each)
        self._lines = {i: each for i, each in lines.items() if each}
        if len(self._lines) < 2 or not aged:
            self._lines = {}
        self._sentences = {s.index: s for s in sentences}
        self._act = self._told() if self._lines else None

    @property
    def indexes(self) -> frozenset[int]:
        """Which sentences they are."""
        return frozenset(self._lines if self._act is not None else ())

    def _around(self) -> Iterator[Sentence]:
        """The sentences around the list, those behind it first."""
        first, last = min(self._lines), max(self._lines)
        behind = range(last + 1, last + _AROUND)
        for i in (*behind, *range(first - 1, first - _AROUND, -1)):
            if i in self._sentences and i not in self._lines:
                yield self._sentences[i]

    def _told(self) -> Act | None:
        """What happened to them, by the words nearest to the list."""
        for sentence in self._around():
            for name, pattern in phrases("idioms", "list_of").items():
                if pattern.search(sentence.text):
                    return Act(name)
        return None

    def drafts(self, memory: Memory, sentence: Sentence) -> list[Draft]:
        """A draft for each person of a line."""
        people = self._lines.get(sentence.index, []) if self._act is not None else []
        return [self._draft(memory, sentence, each) for each in people]

    def _draft(self, memory: Memory, sentence: Sentence, one: NamedPerson) -> Draft:
        """One person, with the time and place told of the list."""
        span, name = (one.start, one.end), memory.words(one.name)
        publisher = memory.publisher
        text = memory.words(span)
        draft = Draft(
            act=self._act or Act.KILLED,
            passage=(sentence.start, sentence.end),
            sentence=sentence.index,
            mention=(sentence.index, -one.start),
            noun="",
            called=frozenset(),
            part=Part.MAIN,
            victims=VictimGroup(
                names=(name,),
                text=text,
                age=one.age,
                age_group=_age_group(one.age),
                sex=_sex(one.tie),
                status=_status(one),
                relation=one.tie,
            ),
            quantity=Quantity(1, 1, None),
            level=Level.INDIVIDUAL,
            stance=Stance.STATED,
            more=True,
            attribution=() if publisher is None else (publisher,),
            spans={"victims": span, "names": one.name},
        )
        self._add_scene(draft, memory)
        return draft

    def _add_scene(self, draft: Draft, memory: Memory) -> None:
        """When and where, from the nearest sentence around the list that says so."""
        gazetteer, areas = memory.context.gazetteer, memory.context.areas
        for sentence in self._around():
            dates = find_dates(sentence.text, memory.published)
            date = next((d for d in dates if d.value.edtf is not None), None)
            if date is not None and draft.when.text is None:
                span = sentence.span(date.start, date.end)
                draft.when = When(date.value.edtf, memory.words(span))
                draft.spans["when"] = span
            places = gazetteer.find(sentence.text, hints=areas)
            if places and not draft.where:
                span = sentence.span(places[0].start, places[0].end)
                known = places[0].value
                draft.where = (Where(memory.words(span), known.name, known.level),)
                draft.spans["where"] = span
            if draft.when.text is not None:
                return


def _age_group(age: int | None) -> AgeGroup:
    if age is None:
        return AgeGroup.UNKNOWN
    return AgeGroup.CHILD if age < 18 else AgeGroup.ADULT


def _sex(tie: str | None) -> Sex:
    if tie in words("people", "woman"):
        return Sex.WOMAN
    return Sex.MAN if tie in words("people", "man") else Sex.UNKNOWN


def _status(one: NamedPerson) -> Status:
    """A rank tells of a soldier, an age below 18 of a civilian."""
    if one.rank.removesuffix("s") in words("people", "security"):
        return Status.ARMED_FORCES
    child = one.age is not None and one.age < 18
    return Status.CIVILIAN if child else Status.UNKNOWN
