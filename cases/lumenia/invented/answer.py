"""An answer to a world: what a program read, counted and reconciled, as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from invented.asking import questions
from invented.folder import truth_of
from invented.land import SPOTS
from invented.story import Story
from invented.world import Asked

Json = Mapping[str, Any]

Record = tuple[str, int | str, int]
"""A list's file and a row of it from 1, or "" and a name in a report; the last number
tells apart names that stand in several reports."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a world, in the forms of `--json`.

    Attributes:
        claims: One claim each, as `tasjil read --json` gives it; `report` is a file's
            name.
        tallies: For each scope asked, by its key, what `tasjil count --json` gives.
        reconciliation: What `tasjil reconcile --json` gives; None where it was not run.
        persons: For every record its person, as `tasjil link --json` gives it, by the
            name of its list's file and its row, or by a name in a report; None where
            it was not run.
    """

    claims: tuple[Json, ...] = ()
    tallies: Mapping[str, Json] = field(default_factory=dict)
    reconciliation: Json | None = None
    persons: Mapping[Record, Any] | None = None


def perfect_answer(story: Story) -> Answer:
    """Give the answer of somebody who knows the truth: it scores 100 everywhere."""
    truth = truth_of(story)
    claims = tuple(_claim(each) for each in truth["statements"])
    tallies = {
        question.key: {
            "figures": [
                {"act": act, "floor": number, "ceiling": number, "by": {}}
                for act, number in question.truth.items()
            ],
            "aggregates": _tellers(truth),
        }
        for question in questions(story)
    }
    number = len(story.world.harmed(Asked("killed")))
    return Answer(
        claims,
        tallies,
        {
            "range": {"low": number, "high": number},
            "clashes": [],
            "differences": [_difference(each) for each in truth["pairs"]],
            "slips": [_slip(each, truth) for each in truth["slips"]],
        },
        rows_of(story),
    )


def rows_of(story: Story) -> dict[Record, str]:
    """Give whom every row of the lists is, from the truth."""
    return {
        (name, row, 0): person
        for name, (_, people) in story.lists.items()
        for row, person in enumerate(people, 1)
    }


def _claim(said: Json) -> Json:
    high = said["high"] or (None if said["least"] else said["number"])
    return {
        "id": said["id"],
        "report": said["report"],
        "act": said["act"],
        "level": said["level"],
        "part_of": said["part_of"],
        "quantity": {"low": said["number"], "high": high},
    }


def _tellers(truth: Json) -> list[Json]:
    return [
        {"teller_key": said["chain"][0], "claims": [said["id"]]}
        for said in truth["statements"]
    ]


def _difference(pair: Json) -> Json:
    parts = [
        {"kind": kind.split("|")[0], "size": size, "text": ""}
        for kind, size in pair["kinds"].items()
    ]
    return {"a": pair["a"], "b": pair["b"], "gap": pair["gap"], "parts": parts}


def _slip(slip: Json, truth: Json) -> Json:
    said = [
        each["id"]
        for report in slip["reports"]
        for each in truth["statements"]
        if each["report"] == report and each["number"] in slip["figures"]
    ]
    return {"claim": said[0], "claims": said[1:], "kind": slip["kind"], "text": ""}


def row_truth(story: Story, way: str, value: str) -> Asked | None:
    """Say whom a row of a breakdown counts; None for a row that is not checked."""
    if way == "place" and value in SPOTS:
        return Asked("killed", None, (value,))
    if way == "status" and value != "unknown":
        return Asked("killed", status=value)
    if way == "sex" and value in ("man", "woman"):
        return Asked("killed", sex=value)
    if way == "age" and value in ("adult", "child"):
        return Asked("killed", child=value == "child")
    return None
