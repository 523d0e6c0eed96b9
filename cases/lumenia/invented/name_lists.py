"""Lists of the dead: as reports with a name on each line, and as tables."""

import csv
import io
from datetime import date
from random import Random

from invented import arabic_words, english_words
from invented.desk import Desk, Head
from invented.incidents import view_of
from invented.land import SPOTS, province_of
from invented.people import Person
from invented.statement import Said
from invented.views import Phrase
from invented.world import Asked, Happened, World

COLUMNS = ("name", "sex", "age", "date", "place", "province", "status")


def list_report(desk: Desk, incident: Happened, published: date) -> None:
    """Write the names of those killed in one incident, one on a line."""
    language = desk.chance.choice(("en", "ar"))
    head = Head(("families",), published, language, "names")
    view = view_of(desk, incident, head)
    people = desk.world.people_in(incident.of("killed"))
    heading = _heading(language, incident, len(people))
    asked = Asked("killed", (incident.day, incident.day), (incident.place,))
    whole = Said(
        id="",
        fact=f"{incident.id}:killed",
        level="incident",
        number=len(people),
        asked=asked,
        chain=head.chain,
        incidents=(incident.id,),
    )
    lines = [(Phrase(heading, ("whole",)), {"whole": whole})]
    for person in people:
        name = person.name_ar if language == "ar" else person.name
        said = _one(whole, person, name)
        lines.append((Phrase(_line(language, person, name), ("one",)), {"one": said}))
    title = {"en": "Names of those killed", "ar": "أسماء من قُتلوا"}[language]
    place = SPOTS[view.place]
    shown = place.name_ar if language == "ar" else place.name
    desk.write(head, f"{title}: {shown}", [lines])


def _heading(language: str, incident: Happened, many: int) -> str:
    place, province = SPOTS[incident.place], SPOTS[province_of(incident.place)]
    if language == "ar":
        day = arabic_words.on_date(incident.day, Random(1))
        who = arabic_words.counted(many, "people")
        kind = "قرية" if place.level == "village" else "بلدة"
        return (
            f"قُتل {who} في {kind} {place.name_ar} بمحافظة {province.name_ar} في {day}، "
            "وهذه أسماؤهم:"
        )
    who = english_words.counted(many, "people")
    day = english_words.on_date(incident.day)
    return (
        f"{english_words.capital(who)} were killed in {place.name}, {province.name} "
        f"province, on {day}. Their names are:"
    )


def _line(language: str, person: Person, name: str) -> str:
    if language == "ar":
        return f"- {name} ({person.age} عاماً)"
    return f"- {name}, {person.age}"


def _one(whole: Said, person: Person, name: str) -> Said:
    return Said(
        id="",
        fact=f"{whole.fact}:{person.id}",
        level="individual",
        number=1,
        asked=whole.asked,
        chain=whole.chain,
        incidents=whole.incidents,
        bound="floor",
        part_of=whole.fact,
        names=(name,),
    )


def tables(world: World, chance: Random) -> dict[str, tuple[str, list[str]]]:
    """Write two offices' lists of the dead, and say whom each row is.

    The lists overlap. One is in English and one in Arabic; names are spelled as each
    office heard them, and some ages and days are missing or a little off.

    Returns:
        For each file its text, and the ids of the people in the order of its rows.
    """
    dead = [(i, p) for i in world.incidents for p in world.people_in(i.of("killed"))]
    made: dict[str, tuple[str, list[str]]] = {}
    for file, language, share in (
        ("lumenia-monitoring-group.csv", "en", 0.75),
        ("families-committee.csv", "ar", 0.6),
    ):
        kept = [each for each in dead if chance.random() < share]
        kept.sort(key=lambda each: (each[0].day, each[1].id))
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(COLUMNS)
        for incident, person in kept:
            rows.writerow(_row(incident, person, language, chance))
        made[file] = (text.getvalue(), [person.id for _, person in kept])
    return made


def _row(
    incident: Happened, person: Person, language: str, chance: Random
) -> tuple[str, ...]:
    place, province = SPOTS[incident.place], SPOTS[province_of(incident.place)]
    age = str(person.age + (chance.choice((-1, 1)) if chance.random() < 0.1 else 0))
    arabic = language == "ar"
    return (
        person.name_ar if arabic else heard(person.name, chance),
        person.sex if chance.random() < 0.95 else "",
        age if chance.random() < 0.85 else "",
        incident.day.isoformat() if chance.random() < 0.9 else "",
        place.name_ar if arabic else place.name,
        province.name_ar if arabic else province.name,
        person.status if chance.random() < 0.8 else "",
    )


def heard(name: str, chance: Random) -> str:
    """Spell a name as another ear writes it."""
    if chance.random() < 0.75:
        return name
    for written, other in (
        ("q", "k"),
        ("ee", "i"),
        ("v", "w"),
        ("i", "ee"),
        ("a", "e"),
    ):
        if written in name[1:]:
            return name[0] + name[1:].replace(written, other, 1)
    return name
