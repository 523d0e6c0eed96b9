"""A person in a list: the name as told, and what is known beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.journey.board import PersonLine
from tasjil.model.persons import AgeGroup, AgeRange, Sex
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.web.page.addresses import way
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.stands import stands_in_short


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list.

    Attributes:
        other: The name in the other letters, where somebody told it so.
        elements: Elements that somebody assessed, each with where it stands.
    """

    href: str | None
    name: Markup
    other: Markup | None
    act: Markup
    date: Markup
    place: Markup
    age: Markup
    sex: Markup
    line: PersonLine
    incident_href: str | None
    elements: tuple[tuple[Markup, Markup], ...]


def person_rows(
    request: DeskRequest, lines: Iterable[PersonLine]
) -> tuple[PersonRow, ...]:
    """Put people into words."""
    return tuple(_row(request, each) for each in lines)


def _row(request: DeskRequest, line: PersonLine) -> PersonRow:
    say, t = voice(request), request.t
    first, second = name_words(request, line)
    incident = line.incident
    return PersonRow(
        href=way(request.language, "people:person", line.id),
        name=first,
        other=second,
        act=t("person.act_unknown") if line.act is None else say.word(line.act),
        date=say.date(line.edtf),
        place=_place(say, line),
        age=age_words(request, line.age, line.age_group),
        sex=sex_words(request, line.sex),
        line=line,
        incident_href=None
        if incident is None
        else way(request.language, "incidents:incident", incident),
        elements=tuple(
            (t(f"Element.{element.value}"), stands_in_short(request, stands))
            for element, stands in line.standings.items()
        ),
    )


def name_words(request: DeskRequest, line: PersonLine) -> tuple[Markup, Markup | None]:
    """Give the name as it was told, and in the other letters where told so."""
    if not line.name.strip():
        return request.t("person.unnamed"), None
    spelled = (line.arabic, line.latin)
    other = next((each for each in spelled if each and each != line.name), "")
    return told(line.name), told(other) if other else None


def _place(say: Edition, line: PersonLine) -> Markup:
    if line.place is not None:
        return say.place(line.place)
    return told(line.place_text) if line.place_text else say.say("place.unknown")


def age_words(request: DeskRequest, age: AgeRange | None, group: AgeGroup) -> Markup:
    """Say an age in years, or else whether it was a child."""
    if age is None:
        return request.t(f"AgeGroup.{group.value}")
    years = voice(request).range(age.low, age.high)
    return request.t("person.years", years=years)


def sex_words(request: DeskRequest, sex: Sex) -> Markup:
    """Say whether it was a man or a woman."""
    return request.t(f"person.sex_{sex.value}")
