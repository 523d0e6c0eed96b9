"""The gate is held against our own gold: the truth passes it, and false figures do not.

A model that answered with the gold itself would lose what the gate drops wrongly. The
same model, wrong in every figure, shows what it lets through.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from language_model import ServedModel, claims
from tasjil.read.door import Reading, read
from tasjil.read.language_model.endpoint import Endpoint
from tasjil.read.language_model.reader import LanguageModelReader
from tasjil.read.language_model.settings import ModelSettings

GOLD = Path(__file__).parents[1] / "gold"


def answer(coded: dict[str, Any], publisher: str, wrong_by: int) -> dict[str, Any]:
    """A claim of the gold as a model would tell it, its figures wrong by so many."""

    def figure(end: str) -> int | None:
        return coded[end] + wrong_by if end in coded else None

    tellers = [pair for pair in coded["tellers"] if pair[0] != publisher]
    return {
        "quote": coded["quote"],
        "act": coded["act"],
        "level": coded["level"],
        "number": {
            "text": coded.get("number") or None,
            "low": figure("low"),
            "high": figure("high"),
            "unit": coded.get("unit", "person"),
        },
        "victims": {"text": coded["victims"] or None, "names": coded["names"]},
        "tellers": [{"text": text, "kind": kind} for text, kind in tellers],
        "stance": coded["stance"],
        "group": coded["group"],
        "part_of": coded["part_of"] or None,
    }


def readings(
    model: ServedModel, report_of: Any, language: str, wrong_by: int
) -> list[tuple[int, Reading]]:
    """How many claims each report was told to make, and what was kept of them."""
    reader = LanguageModelReader(Endpoint(ModelSettings(model.endpoint, "gold")))
    found = []
    for file in sorted((GOLD / language / "tune").glob("*.toml")):
        coded = tomllib.loads(file.read_text(encoding="utf-8"))
        told = [
            answer(claim, coded["publisher"], wrong_by)
            for claim in coded.get("claim", ())
        ]
        model.always = claims(*told)
        headers = {key: coded[key] for key in ("publisher", "published", "language")}
        found.append(
            (len(told), read(report_of(coded["text"], **headers), reader=reader))
        )
    return found


@pytest.mark.parametrize(("language", "floor"), [("english", 0.96), ("arabic", 0.93)])
def test_the_truth_passes(model, report_of, language, floor):
    found = readings(model, report_of, language, wrong_by=0)
    told, kept = (
        sum(n) for n in zip(*((n, len(r.claims)) for n, r in found), strict=True)
    )
    assert told > 250
    assert kept >= floor * told


@pytest.mark.slow
@pytest.mark.parametrize("language", ["english", "arabic"])
@pytest.mark.parametrize("wrong_by", [7, 100])
def test_no_false_figure_passes(model, report_of, language, wrong_by):
    true = readings(model, report_of, language, wrong_by=0)
    false = readings(model, report_of, language, wrong_by)
    for (_, one), (_, other) in zip(true, false, strict=True):
        ranges = {(c.act, c.quantity.low, c.quantity.high) for c in one.claims}
        for claim in other.claims:
            figures = (claim.quantity.low, claim.quantity.high)
            assert figures == (None, None) or (claim.act, *figures) in ranges
