"""Counts as it would be, for a page that shows it beside what is; nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.journey.what_if import Asked, WhatIf, what_if
from tasjil.model.json import from_json, to_json

MOST_ROWS = 1000
"""Rows that move and are told, in all; those that move furthest in each table."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a count would find.

    Attributes:
        left: How many more rows move than are told.
    """

    found: WhatIf
    left: int = 0


def asked_for(question: Asked) -> dict[str, Any]:
    """Put a question into the form that a job is asked in."""
    return {"asked": to_json(question)}


def question_of(plain: Mapping[str, Any]) -> Asked:
    """Read the question of a job.

    Raises:
        BadValue: It is none, or it changes nothing.
    """
    return from_json(plain.get("asked"), Asked)


def answer_of(result: Any) -> Answer:
    """Read what came of a job."""
    return from_json(result, Answer)


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Count twice, as it is and as it would be."""
    progress.begin("Counting", None)
    found = what_if(case, seat, question_of(asked))
    few = replace(found, rows=found.rows[:MOST_ROWS])
    plain: dict[str, Any] = to_json(Answer(few, len(found.rows) - len(few.rows)))
    return plain
