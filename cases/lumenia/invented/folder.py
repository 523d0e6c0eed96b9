"""Writes a story as a case folder: what is told, and in truth.json what is true."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from invented.land import SPOTS
from invented.pairs import Pair, chosen_pairs
from invented.statement import Said, Told
from invented.story import Story
from invented.tellers import TELLERS

CASE = """\
# An invented country with a truth that is known: see README.md. Made by generate.py.

[case]
id = "lumenia"
name = "Lumenia, May 2031"
name_ar = "لومينيا، أيار/مايو 2031"
about = \"""
Everything here is invented: the country, its places, its people and what was done to \\
them. The reports were written by a program, so that what is true is known and every \\
figure can be held against it.\"""
about_ar = \"""
كل ما هنا مخترَع: البلد وأماكنه وأهله وما جرى لهم. كتب التقارير برنامج، \\
فالحقيقة فيها معروفة ويمكن أن يُقاس عليها كل رقم.\"""

[scope]
acts = ["killed", "injured", "abducted"]
edtf = "2031-05-03/2031-05-31"
where = ["lumenia"]
victims = "everyone"
standard = "reasonable grounds to believe"

[codebook]
version = "1"
disagreement = "range"
"""


def files_of(story: Story) -> dict[str, str]:
    """Give every file of the case by its name, in one fixed order."""
    found = {
        "case.toml": CASE,
        "sources.csv": _sources(),
        "places.csv": places_csv(),
        "truth.json": json.dumps(truth_of(story), ensure_ascii=False, indent=1) + "\n",
    }
    found |= {f"reports/{told.file}": page(told) for told in story.reports}
    return found | {f"lists/{name}": text for name, (text, _) in story.lists.items()}


def write(story: Story, folder: Path) -> None:
    """Write the case into a folder that is there or not; other files stay."""
    write_files(files_of(story), folder)


def write_files(files: Mapping[str, str], folder: Path) -> None:
    """Write files into a folder; those of other names stay."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def page(told: Told) -> str:
    """Give a report as a file, with the head that capture reads."""
    return (
        f"---\ntitle: {told.title}\npublisher: {TELLERS[told.publisher].name}\n"
        f"published: {told.published.isoformat()}\nlanguage: {told.language}\n"
        f"wording: invented for the tasjil project\n---\n\n{told.body}\n"
    )


def truth_of(story: Story) -> dict[str, Any]:
    """Give what is true: people, incidents, statements, slips and chosen pairs."""
    world = story.world
    return {
        "seed": story.seed,
        "size": story.size,
        "people": [asdict(each) for each in world.people.values()],
        "incidents": [
            {**asdict(each), "day": each.day.isoformat()} for each in world.incidents
        ],
        "reports": [_report(told) for told in story.reports],
        "statements": [
            {**_statement(said, told, story), "sentence": line.text}
            for told in story.reports
            for paragraph in told.paragraphs
            for line in paragraph
            for said in line.says
        ],
        "slips": [asdict(each) for each in story.slips],
        "pairs": [_pair(each) for each in chosen_pairs(story)],
        "lists": {name: people for name, (_, people) in story.lists.items()},
    }


def _report(told: Told) -> dict[str, Any]:
    return {
        "report": told.file,
        "publisher": told.publisher,
        "published": told.published.isoformat(),
        "language": told.language,
        "relays": told.relays,
        "first_tellers": sorted({said.teller for said in told.says}),
    }


def _statement(said: Said, told: Told, story: Story) -> dict[str, Any]:
    asked = said.asked
    days = [day.isoformat() for day in asked.days] if asked.days else None
    return {
        "id": said.id,
        "report": told.file,
        "fact": said.fact,
        "level": said.level,
        "number": said.number,
        "high": said.high,
        "act": asked.act,
        "who": said.who,
        "status": asked.status,
        "sex": asked.sex,
        "child": asked.child,
        "perpetrator": asked.doer,
        "days": days,
        "where": list(asked.where),
        "basis": said.basis,
        "bound": said.bound,
        "least": said.least,
        "running": said.running,
        "until": _iso(said.until),
        "chain": list(said.chain),
        "part_of": said.part_of,
        "names": list(said.names),
        "truth": len(story.world.harmed(asked)),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "a": pair.a.id,
        "b": pair.b.id,
        "gap": pair.gap,
        "kinds": dict(pair.kinds),
        "may_also": list(pair.may_also),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _sources() -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(
        (
            "id",
            "name",
            "name_ar",
            "kind",
            "language",
            "relays",
            "variants",
            "url",
            "note",
        )
    )
    for each in TELLERS.values():
        relays, variants = "|".join(each.relays), "|".join(each.variants)
        rows.writerow(
            (
                *(each.id, each.name, each.name_ar, each.kind, each.language),
                *(relays, variants, "", ""),
            )
        )
    return text.getvalue()


def places_csv() -> str:
    """Give the list of the invented country's places, as a case has it."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(
        (
            *("id", "name", "name_ar", "level", "parent", "lat", "lon"),
            *("geonames", "variants", "note"),
        )
    )
    for spot in SPOTS.values():
        variants = ""
        if spot.level == "governorate":
            variants = f"{spot.name} province|محافظة {spot.name_ar}"
        row = (spot.id, spot.name, spot.name_ar, spot.level, spot.parent or "")
        rows.writerow((*row, "", "", "", variants, ""))
    return text.getvalue()
