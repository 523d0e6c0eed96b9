"""Registers to test, one fixture for every store, and reports of the invented country.

Lumenia does not exist, and nobody in these reports lived.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2 as sqlcipher

from offices import NAMES, Office
from server_sql import OnServer, change_on_server, copied, dumped, rows_in_clear
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.users import Role, User
from tasjil.register.box.sealed_box import SealedBox
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.postgresql import address
from tasjil.register.register import Register

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
            by=UserId("lead"),
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


FILE = "register.sqlite"
ON_A_SERVER = address.given() is not None
"""Whether `run.py check` runs these tests once more, on a PostgreSQL server."""


def opened_file(folder: Path) -> Any:
    """The register's file, as whoever has its key can open it with any program."""
    key = ring.unlock(folder, Key()).register_key.hex()
    file = sqlcipher.connect(str(folder / FILE), isolation_level=None)
    file.execute(f"PRAGMA key = \"x'{key}'\"")
    return file


@pytest.fixture(scope="session")
def plain_sql() -> Callable[[Path], Any]:
    return OnServer if ON_A_SERVER else opened_file


PAGE, RESERVED = 4096, 80


def pages_in_clear(folder: Path, who: Key = Key()) -> bytes:  # noqa: B008
    """Every page of the file and of what waits beside it, used or free, decrypted.

    SQLCipher 4: AES-256-CBC, the page's own start vector behind its first 4,016 bytes;
    the first page begins with 16 bytes of salt (https://www.zetetic.net/sqlcipher/design).
    """
    key = bytes(ring.unlock(folder, who).register_key)
    whole = (folder / FILE).read_bytes()
    pages = [whole[at : at + PAGE] for at in range(0, len(whole), PAGE)]
    pages[0] = pages[0][16:]
    waiting = folder / f"{FILE}-wal"
    frames = waiting.read_bytes() if waiting.exists() else b""
    for at in range(32, len(frames), 24 + PAGE):
        number = int.from_bytes(frames[at : at + 4])
        page = frames[at + 24 : at + 24 + PAGE]
        pages.append(page[16:] if number == 1 else page)
    return b"".join(_decrypted(key, page) for page in pages)


def _decrypted(key: bytes, page: bytes) -> bytes:
    data, start = page[:-RESERVED], page[-RESERVED : -RESERVED + 16]
    opener = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    return opener.update(data) + opener.finalize()


@pytest.fixture(scope="session")
def in_clear() -> Callable[..., bytes]:
    return rows_in_clear if ON_A_SERVER else pages_in_clear


@pytest.fixture(scope="session", params=["postgresql" if ON_A_SERVER else "sqlcipher"])
def empty_register(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """An empty register of the store that the tests run on."""
    folder = tmp_path_factory.mktemp(request.param) / "empty"
    Register.create(folder, Key(), at=NOON).close()
    return folder


@pytest.fixture(scope="session")
def empty_dump(empty_register: Path) -> str:
    return dumped(empty_register)


@pytest.fixture
def new_register(
    empty_register: Path, empty_dump: str, tmp_path: Path
) -> Iterator[Callable[[], Register]]:
    """Open one more empty register, as often as it is called."""
    opened: list[Register] = []

    def make() -> Register:
        folder = tmp_path / f"register-{len(opened)}"
        copied(empty_register, folder, dump=empty_dump)
        opened.append(Register.open(folder, Key()))
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
    register.close()
    return register.folder


@pytest.fixture
def tamper() -> Callable[[Path, str], None]:
    """Change a register as somebody would who takes the guards away and back."""

    @contextmanager
    def guards_away(file: Any) -> Iterator[None]:
        asked = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        triggers = file.execute(asked).fetchall()
        for name, _ in triggers:
            file.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in triggers:
            file.execute(sql)

    def change(folder: Path, script: str) -> None:
        file = opened_file(folder)
        try:
            with guards_away(file):
                file.executescript(script)
        finally:
            file.close()

    return change_on_server if ON_A_SERVER else change


@pytest.fixture
def box_of() -> Callable[..., SealedBox]:
    """Give the sealed box of a register, opened by somebody who was granted it."""

    def box(register: Register, key: bytes | None = b"\x01" * 32) -> SealedBox:
        return SealedBox(register._store, key)

    return box


@dataclass
class House:
    """An office in Lumenia: one register, and the people who open it."""

    lead: Register
    noon: datetime = NOON
    opened: list[Register] = field(default_factory=list)

    def add(self, id: str, role: Role, own_records: bool = False) -> Register:
        """Let somebody in, and open the register as they do."""
        user = User(UserId(id), role, own_records)
        self.lead.add_user(user, because="joined us", at=self.noon)
        self.lead.let_in(Key(user.id))
        return self.open(id)

    def open(self, id: str) -> Register:
        self.opened.append(Register.open(self.lead.folder, Key(UserId(id))))
        return self.opened[-1]

    def change(self, user: User) -> None:
        self.lead.change_user(user, because="other work", at=self.noon)

    def close(self) -> None:
        for each in self.opened:
            each.close()


@pytest.fixture
def new_house(new_register: Callable[[], Register]) -> Iterator[Callable[[], House]]:
    """Make one more office, as often as it is called."""
    made: list[House] = []

    def make() -> House:
        made.append(House(new_register()))
        return made[-1]

    yield make
    for house in made:
        house.close()


@pytest.fixture
def house(new_house: Callable[[], House]) -> House:
    return new_house()


@pytest.fixture
def three(tmp_path: Path) -> Iterator[list[Office]]:
    """Three offices of Lumenia, each with a register of its own."""
    made = [Office.create(tmp_path / str(n), name) for n, name in enumerate(NAMES)]
    yield made
    for each in made:
        each.close()


@pytest.fixture
def north(three: list[Office]) -> Office:
    return three[0]


@pytest.fixture
def coast(three: list[Office]) -> Office:
    return three[1]


@pytest.fixture
def south(three: list[Office]) -> Office:
    return three[2]
