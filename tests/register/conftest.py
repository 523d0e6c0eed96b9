"""Registers to test, one fixture for every store, and reports of the invented country.

Lumenia does not exist, and nobody in these reports lived.
"""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.register.register import Register
from tasjil.register.sealed_box import SealedBox

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
TEXT = "Three people were killed near Alder Bridge. Two were injured. جُرح اثنان."
PASSAGES = ((0, 43), (44, 61), (62, 73))


@dataclass(frozen=True)
class Lumenia:
    """Makes reports, claims and judgements of the invented country."""

    noon: datetime = NOON
    who: str = "tasjil/test"

    def report(self, number: int = 1, text: str = TEXT) -> tuple[Report, bytes]:
        original = f"telling {number}\n{text}".encode()
        return (
            Report(
                id=ReportId("sha256:" + hashlib.sha256(original).hexdigest()),
                name=f"{number}.txt",
                text=text,
                text_digest="sha256:" + hashlib.sha256(text.encode()).hexdigest(),
                media_type="text/plain",
                size=len(original),
                publisher="The Lumenia Herald",
                published="2031-05-04",
                language="en",
            ),
            original,
        )

    def claim(
        self, report: Report, number: int = 1, reader: str = "english/1"
    ) -> Claim:
        start, end = PASSAGES[number % len(PASSAGES)]
        return Claim(
            id=ClaimId(f"{report.id[7:15]}-{number}"),
            report=report.id,
            act=(Act.KILLED, Act.INJURED)[number % 2],
            level=Level.INCIDENT,
            passage=Passage.of(report.text, start, end),
            reader=reader,
            group=f"g{number}",
            quantity=Quantity(number, None, None),
        )

    def judgement(
        self, claim: Claim, state: ClaimState = ClaimState.ACCEPTED
    ) -> ClaimJudgement:
        return ClaimJudgement(
            claim=claim.id,
            state=state,
            by=UserId("Imre"),
            at="2031-05-05T09:30:00+03:00",
            because="read twice",
        )

    def fill(self, register: Register, reports: int = 3) -> list[Claim]:
        """Capture reports, read them, and judge the first claim of the first."""
        claims: list[Claim] = []
        register.set_scope({"acts": ["killed"]}, by=self.who, at=self.noon)
        for number in range(reports):
            report, original = self.report(number)
            register.capture(report, original, by=self.who, at=self.noon)
            found = [self.claim(report, each) for each in range(3)]
            register.propose(report.id, "english/1", found, by=self.who, at=self.noon)
            claims += found
        register.judge(self.judgement(claims[0]))
        return claims


@pytest.fixture(scope="session")
def lumenia() -> Lumenia:
    return Lumenia()


@pytest.fixture(scope="session", params=["sqlite"])
def empty_register(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """An empty register of each store there is; a later store is one more param."""
    path = tmp_path_factory.mktemp(request.param) / "empty.sqlite"
    Register.create(path).close()
    return path


@pytest.fixture
def new_register(
    empty_register: Path, tmp_path: Path
) -> Iterator[Callable[[], Register]]:
    """Open one more empty register, as often as it is called."""
    opened: list[Register] = []

    def make() -> Register:
        path = tmp_path / f"{len(opened)}.sqlite"
        shutil.copy(empty_register, path)
        opened.append(Register.open(path))
        return opened[-1]

    yield make
    for register in opened:
        register.close()


@pytest.fixture
def register(new_register: Callable[[], Register]) -> Register:
    return new_register()


@pytest.fixture
def filled(register: Register, lumenia: Lumenia) -> Path:
    """A register with three reports, closed: nothing of it stands beside its file."""
    lumenia.fill(register)
    copy = register.path.with_name("filled.sqlite")
    with sqlite3.connect(register.path) as kept:
        kept.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept.close()
    shutil.copy(register.path, copy)
    return copy


@pytest.fixture
def tamper() -> Callable[[Path, str], None]:
    """Change a register as somebody would who takes the guards away and back."""

    @contextmanager
    def guards_away(file: sqlite3.Connection) -> Iterator[None]:
        asked = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        triggers = file.execute(asked).fetchall()
        for name, _ in triggers:
            file.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in triggers:
            file.execute(sql)

    def change(path: Path, script: str) -> None:
        file = sqlite3.connect(path, isolation_level=None)
        try:
            with guards_away(file):
                file.executescript(script)
        finally:
            file.close()

    return change


@pytest.fixture
def box_of() -> Callable[..., SealedBox]:
    """Give the sealed box of a register, opened by somebody who was granted it."""

    def box(register: Register, key: bytes | None = b"\x01" * 32) -> SealedBox:
        return SealedBox(register._store, key)

    return box
