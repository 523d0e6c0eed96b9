"""A statement of totals with what must be read of it, and what was read wrongly."""

import csv
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tasjil.model.claim import Claim
from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.door import read
from tasjil.read.places.gazetteer import Gazetteer

HERE = Path(__file__).parent
_RANGE = re.compile(r"(?P<low>[0-9]+)-(?P<high>[0-9]+)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and the totals that a person reads in it."""

    name: str
    report: Report
    totals: tuple[Mapping[str, Any], ...]
    never: tuple[int, ...]


def statements(language: str) -> Iterator[Statement]:
    """Every statement of a language's table."""
    with (HERE / f"{language}.toml").open("rb") as file:
        table = tomllib.load(file)
    for row in table["statement"]:
        text = row["text"].strip()
        digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
        report = Report(
            digest,
            "statement.txt",
            text,
            digest,
            "text/plain",
            len(text),
            language={"english": "en", "arabic": "ar"}[language],
            publisher=row.get("publisher", "Lumen Wire"),
            published=row["published"],
        )
        never = tuple(int(each) for each in row.get("never", ()))
        yield Statement(row["name"], report, tuple(row["totals"]), never)


@cache
def lumenia() -> ReadingContext:
    """The case of Lumenia, with its places."""
    with (HERE / "places.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    places = [
        Place(
            PlaceId(row["id"]),
            row["name"],
            PlaceLevel(row["level"]),
            parent=PlaceId(row["parent"]) if row["parent"] else None,
            name_ar=row["name_ar"] or None,
            variants=tuple(each for each in row["variants"].split("|") if each),
        )
        for row in rows
    ]
    return ReadingContext(gazetteer=Gazetteer(places))


def faults(statement: Statement) -> list[str]:
    """What is wrong with the reading of a statement, a line for each fault."""
    claims = list(read(statement.report, lumenia()).claims)
    counted = [c for c in claims if c.quantity.known]
    found: list[str] = []
    expected: set[tuple[int | None, int | None]] = set()
    for total in statement.totals:
        low, high = _range(total["n"])
        expected.add((low, high))
        alike = [c for c in counted if (c.quantity.low, c.quantity.high) == (low, high)]
        alike = [c for c in alike if c.act.value == total.get("act", "killed")]
        if not alike:
            found.append(f"{total['n']}: not read")
            continue
        wrongs = [_wrong(total, each, claims) for each in alike]
        best = min(wrongs, key=len)
        found += [f"{total['n']}: {each}" for each in best]
    for claim in counted:
        number = claim.quantity.low, claim.quantity.high
        if number not in expected:
            found.append(f"read too much: {claim.quantity} as {claim.act.value}")
    for never in statement.never:
        if any(never in (c.quantity.low, c.quantity.high) for c in counted):
            found.append(f"{never} must not be a number of people")
    return found


def _range(told: str) -> tuple[int | None, int | None]:
    """The lowest and the highest of "912", "912+", "-90", "~900" and "12-15"."""
    if between := _RANGE.fullmatch(told):
        return int(between["low"]), int(between["high"])
    if told.endswith("+"):
        return int(told[:-1]), None
    if told.startswith("-"):
        return None, int(told[1:])
    if told.startswith("~"):
        near = int(told[1:])
        return round(near * 0.9), round(near * 1.1)
    return int(told), int(told)


def _wrong(total: Mapping[str, Any], claim: Claim, all_: Sequence[Claim]) -> list[str]:
    """What of one total a claim does not say as it should."""
    wrong = [
        f"{key} should be {total[key]!r}, is {said!r}"
        for key, said in _plain(claim).items()
        if key in total and not _is_one_of(total[key], said)
    ]
    wrong += _scope_wrong(total, claim)
    group = {c.group for c in all_ if _has_number(c, total.get("same"))}
    if "same" in total and claim.group not in group:
        wrong.append(f"is not told of the same people as {total['same']}")
    if "of" in total:
        whole = {c.group for c in all_ if _has_number(c, total["of"])}
        if (
            (claim.part_of is not None)
            if not total["of"]
            else (claim.part_of not in whole)
        ):
            numbers = [c.quantity.text for c in all_ if c.group == claim.part_of]
            wrong.append(f"is part of {numbers}, should be of {total['of']!r}")
    return wrong


def _plain(claim: Claim) -> dict[str, str]:
    """The fields of a claim that are compared word for word."""
    return {
        "when": claim.when.edtf or "",
        "status": claim.victims.status.value,
        "sex": claim.victims.sex.value,
        "age": claim.victims.age_group.value,
        "stance": claim.stance.value,
    }


def _scope_wrong(total: Mapping[str, Any], claim: Claim) -> list[str]:
    """What is wrong with who, where, by whom, told by whom, and how wide."""
    wrong = []
    teller = claim.first_teller.text if claim.first_teller else ""
    for key, said in (
        ("who", claim.victims.text or ""),
        ("doer", claim.perpetrator.text or ""),
        ("by", teller),
    ):
        wanted = total.get(key)
        if wanted is not None and not any(
            each.casefold() in said.casefold() for each in wanted.split("|")
        ):
            wrong.append(f"{key} should be {wanted!r}, is {said!r}")
    if "where" in total and not _same_places(total["where"], claim):
        told = [each.text for each in claim.where]
        wrong.append(f"where should be {total['where']}, is {told}")
    level = total.get("level", "aggregate")
    if level and claim.level.value != level and not total.get("bg"):
        wrong.append(f"level should be {level}, is {claim.level.value}")
    if bool(total.get("bg")) and not claim.background:
        wrong.append("is told as of now, should be background")
    if claim.background and not total.get("bg"):
        wrong.append("is told as background")
    return wrong


def _is_one_of(wanted: str, said: str) -> bool:
    return said in wanted.split("|")


def _same_places(wanted: Sequence[str], claim: Claim) -> bool:
    """True where the places are those wanted, whatever their order."""
    told = [{_bare(each.text), _bare(each.name or "")} for each in claim.where]
    names = [set(map(_bare, each.rstrip("?").split("|"))) for each in wanted]
    needed = [n for n, each in zip(names, wanted, strict=True) if each[-1] != "?"]
    all_known = all(any(each & name for name in names) for each in told)
    return all_known and all(any(name & each for each in told) for name in needed)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _has_number(claim: Claim, number: str | None) -> bool:
    """True where the claim's words hold the number, however open it is."""
    if not number or not claim.quantity.known:
        return False
    wanted = int(number)
    low, high = claim.quantity.low, claim.quantity.high
    about = low is not None and high is not None and low < wanted < high
    return about or wanted in (low, high)
