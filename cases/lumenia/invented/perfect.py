"""The claims that a reader who makes no mistake finds in a world's reports."""

import re
from collections.abc import Sequence
from datetime import date

from invented import arabic_words, english_words
from invented.land import SPOTS, holders
from invented.statement import Said, Sentence, Told
from invented.story import Story
from invented.tellers import TELLERS
from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.sources import SourceKind

DOERS = {"army": "the Lumenian army", "brigade": "the Hill Brigade"}


def perfect_claims(story: Story, reports: Sequence[Report]) -> list[Claim]:
    """Give one claim for each number that a report tells, as it tells it."""
    files = {each.name.rsplit("/", 1)[-1]: each for each in reports}
    return [
        _claim(said, line, told, files[told.file])
        for told in story.reports
        for paragraph in told.paragraphs
        for line in paragraph
        for said in line.says
    ]


def _claim(said: Said, line: Sentence, told: Told, report: Report) -> Claim:
    start = report.text.index(line.text)
    numeral, at = _numeral(said, told.language, line.text)
    high = said.high or (None if said.least else said.number)
    part = _number_of(said.part_of)
    doers = DOERS if told.language == "en" else _arabic_doers()
    doer = doers.get(said.asked.doer or "")
    stance = PerpetratorStance.NAMED if doer else PerpetratorStance.UNKNOWN
    return Claim(
        id=said.id,
        report=report.id,
        act=Act(said.asked.act),
        level=Level(said.level),
        passage=Passage(start, start + len(line.text), line.text),
        reader="truth/1",
        group=f"g{_number_of(said.id)}",
        part_of=None if part is None else f"g{part}",
        quantity=Quantity(said.number, high, numeral),
        victims=_victims(said),
        when=_when(said, told.published),
        where=tuple(_where(each) for each in _places(said)),
        perpetrator=Perpetrator(doer, stance),
        attribution=tuple(_teller(each) for each in said.chain),
        stance=Stance(said.stance),
        spans={}
        if at is None
        else {"quantity": (start + at, start + at + len(numeral))},
    )


def _arabic_doers() -> dict[str, str]:
    return {doer: words for doer, (words, _) in arabic_words.DOERS.items()}


def _span(start: int, numeral: str) -> dict[str, tuple[int, int]]:
    return {"quantity": (start, start + len(numeral))}


def _numeral(said: Said, language: str, text: str) -> tuple[str, int | None]:
    """Find the number as the sentence writes it; in Arabic one and two are a noun."""
    words = english_words if language == "en" else arabic_words
    counted = words.counted(said.number, said.who)
    for written in (f"{said.number:,}", str(said.number), counted.split()[0]):
        found = re.search(rf"(?<![\d,.]){written}(?![\d,]*\d)", text, re.IGNORECASE)
        if found:
            return found.group(), found.start()
    return str(said.number), None


def _number_of(name: str | None) -> str | None:
    return None if name is None else name.split("#")[1]


def _victims(said: Said) -> VictimGroup:
    asked = said.asked
    age = {None: AgeGroup.UNKNOWN, True: AgeGroup.CHILD, False: AgeGroup.ADULT}
    return VictimGroup(
        names=said.names,
        text=said.who,
        sex=Sex(asked.sex) if asked.sex else Sex.UNKNOWN,
        age_group=age[asked.child],
        status=Status(asked.status) if asked.status else Status.UNKNOWN,
    )


def _when(said: Said, published: date) -> When:
    if said.asked.days is None:
        return When()
    first, last = said.asked.days
    return When(f"{first}" if first == last else f"{first}/{last}")


def _places(said: Said) -> tuple[str, ...]:
    """Give the places told; a wrong province stands beside its village."""
    wrong = said.province
    if wrong is None or wrong in holders(said.asked.where[0]):
        return said.asked.where
    return (*said.asked.where, wrong)


def _where(place: str) -> Where:
    spot = SPOTS[place]
    return Where(
        text=spot.name,
        name=spot.name,
        level=PlaceLevel(spot.level),
        place=place,
        within=holders(place)[1:],
    )


def _teller(name: str) -> Teller:
    return Teller(TELLERS[name].name, SourceKind(TELLERS[name].kind))
