"""How a run is watched: progress in steps, and a way to stop it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tasjil.model.estimate import Method


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run has come.

    Attributes:
        what: Which method, table, stratum or check, in English.
        done: Of `of`; None of both where nobody can say.
        words: More to tell: effective samples so far, time left.
        method: The method that runs.
    """

    what: str
    done: int | None = None
    of: int | None = None
    words: str = ""
    method: Method | None = None


def _silent(step: Step) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told of progress, who may stop, and where chains are kept.

    Attributes:
        progress: Told of every step.
        stop: Asked now and then whether to end.
        save: The file that keeps the chains of latent classes.
        resume: The file to go on from.
    """

    progress: Callable[[Step], None] = _silent
    stop: Callable[[], bool] = _never
    save: Path | None = None
    resume: Path | None = None
