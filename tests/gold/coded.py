"""A report of the gold with every claim as a person coded it."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasjil.errors import TasjilError
from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.persons import Sex, Status
from tasjil.model.report import Report
from tasjil.model.sources import SourceKind

HERE = Path(__file__).parent
_SEXES = {"male": Sex.MAN, "female": Sex.WOMAN, "unknown": Sex.UNKNOWN}


class BadGold(TasjilError):
    """A file of the gold that does not hold what a scorer needs."""


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """One claim of the gold; `start` and `end` are those of its quote."""

    start: int
    end: int
    quote: str
    act: Act
    level: Level
    low: int | None
    high: int | None
    families: bool
    victims: str
    names: tuple[str, ...]
    age: str
    sex: Sex
    status: Status
    when: str
    where: tuple[str, ...]
    perpetrator: str
    perpetrator_stance: PerpetratorStance
    tellers: tuple[tuple[str, SourceKind], ...]
    stance: Stance
    group: str
    part_of: str
    background: bool


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report of the gold, its publisher's kind, and its claims."""

    report: Report
    publisher_kind: SourceKind
    claims: tuple[CodedClaim, ...]


def coded(language: str, half: str) -> Iterator[CodedReport]:
    """Every report of one half of one language, in the order of its files.

    Raises:
        BadGold: There is no such half, or a quote does not stand in its report.
    """
    paths = sorted((HERE / language / half).glob("*.toml"))
    if not paths:
        raise BadGold(f"expected reports in {language}/{half} of the gold, found none")
    for path in paths:
        with path.open("rb") as file:
            yield coded_report(path.stem, tomllib.load(file))


def coded_report(name: str, told: Mapping[str, Any]) -> CodedReport:
    """One report from the plain values of its file."""
    text = told["text"]
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    report = Report(
        digest,
        f"{name}.txt",
        text,
        digest,
        "text/plain",
        len(text.encode()),
        publisher=told["publisher"] or None,
        published=told["published"] or None,
        language=told["language"],
    )
    claims = tuple(_claim(name, text, each) for each in told.get("claim", ()))
    return CodedReport(report, SourceKind(told["publisher_kind"]), claims)


def _claim(name: str, text: str, told: Mapping[str, Any]) -> CodedClaim:
    start = _place(name, text, told["quote"], int(told.get("at", 1)))
    return CodedClaim(
        start=start,
        end=start + len(told["quote"]),
        quote=told["quote"],
        act=Act(told["act"]),
        level=Level(told["level"]),
        low=told.get("low"),
        high=told.get("high"),
        families=told.get("unit") == "family",
        victims=told["victims"],
        names=tuple(told["names"]),
        age=told["age"],
        sex=_SEXES[told["sex"]],
        status=Status(told["status"]),
        when=told["when"],
        where=tuple(told["where"]),
        perpetrator=told["perpetrator"],
        perpetrator_stance=PerpetratorStance(told["perpetrator_stance"]),
        tellers=tuple((words, SourceKind(kind)) for words, kind in told["tellers"]),
        stance=Stance(told["stance"]),
        group=told["group"],
        part_of=told["part_of"],
        background=told["background"],
    )


def _place(name: str, text: str, quote: str, nth: int) -> int:
    """Where the nth occurrence of a quote starts."""
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
        if start < 0:
            raise BadGold(
                f"expected a quote {nth} times in {name}, found it less often; "
                "copy its words from the text once more"
            )
    return start
