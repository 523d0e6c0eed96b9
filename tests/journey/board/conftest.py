"""A case of Lumenia with names in two scripts and a list, read but not yet counted."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from lumenia import lumenia

from tasjil.journey import board
from tasjil.journey.build import as_set
from tasjil.journey.capture import capture_case
from tasjil.journey.case import Case, open_case
from tasjil.journey.lists.keeping import import_lists
from tasjil.journey.opening import Key, Seat
from tasjil.journey.progress import Silence
from tasjil.journey.read import read_case
from tasjil.model.ids import UserId
from tasjil.model.json import to_json
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.users import Role, User
from tasjil.register.register import Register
from tasjil.register.rows import columns
from tasjil.register.store import BOARD, BoardRow, BoardWas

HEAD = "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
REPORTS = {
    "mill.txt": HEAD + "Four farmers were shot dead by soldiers in Ostrel on Saturday, "
    "the Lumenia Monitoring Group said. Daren Iven Vell, 41, was among the dead.\n",
    "again.txt": HEAD + "Six people were killed in Ostrel on Saturday, a nurse said. "
    "Two women were wounded.\n",
    "bridge.txt": HEAD + "Nine people were killed in Varesh on 20 May 2031.\n",
    "arabic.txt": "الناشر: صحيفة فارش\nالتاريخ: 2031-05-04\n\n"
    "قتل سليم حسن درويش في فارش يوم 12 أيار 2031.\n",
    "tally.txt": HEAD
    + "The Lumenia Monitoring Group said that more than 300 civilians "
    "had been killed in Northmark since 1 May.\n",
}
LIST = """\
id,name,sex,age,died,place
1,Daren Iven Vell,m,41,2031-05-03,Ostrel
2,Salim Hasan Darwish,m,30,2031-05-12,Varesh
3,Abu Ali Mirin Orethan,m,25,2031-05-20,Varesh
4,Husayn Kelvak,m,7,2031-05-21,Ostrel
5,أمينة يوسف سورين,f,33,2031-05-22,Varesh
6,unknown woman,f,,2031-05-22,Ostrel
"""
NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)


@dataclass
class Desk:
    """One case open at a desk, and what a person does there."""

    case: Case
    register: Register
    at: datetime = NOON
    others: list[Register] = field(default_factory=list)

    def lay_out(self) -> None:
        board.lay_out(self.case, self.register, Silence())

    @property
    def seat(self) -> Seat:
        return Seat(register=self.register)

    def now(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at

    def judge(self, claim: str, state: ClaimState = ClaimState.ACCEPTED) -> None:
        at = self.now().isoformat()
        me = self.register.user
        self.register.judge(ClaimJudgement(claim, state, me, at, "read twice"))

    def claims(self) -> list[str]:
        return sorted(claim.id for claim, _ in self.register.claims())

    def tables(self) -> dict[str, Any]:
        """Everything on the board but when it was laid out, and what was before."""
        alias = self.register._store.alias
        found: dict[str, Any] = {}
        for kind in BOARD:
            rows = kind._default_manager.using(alias).order_by("pk")
            names = columns(kind)
            if kind is BoardRow:
                rows, names = rows.exclude(pk="state"), ("name", "data")
            if kind is not BoardWas:
                found[kind.__name__] = list(rows.values_list(*names))
        return found

    def seat_of(self, id: str, role: Role, own_records: bool = False) -> Register:
        """Let somebody in, and open the register as they do."""
        user = User(UserId(id), role, own_records)
        self.register.add_user(user, because="joined us", at=self.now())
        self.register.let_in(Key(user.id))
        self.others.append(Register.open(self.case.register_folder, Key(user.id)))
        return self.others[-1]


@pytest.fixture(scope="session")
def read_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case, captured and read."""
    folder = lumenia(tmp_path_factory.mktemp("board") / "varesh", REPORTS)
    (folder / "lists").mkdir()
    (folder / "lists" / "hospital.csv").write_text(LIST, encoding="utf-8")
    case = open_case(folder)
    with Register.create(case.register_folder, Key(), at=NOON) as register:
        register.set_scope(to_json(as_set(case)), by="tasjil/test", at=NOON)
        capture_case(case, register, Silence())
        import_lists(case, register, Silence())
        read_case(case, register, Silence())
    return folder


@pytest.fixture
def new_desk(read_folder: Path, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Open the case at one more desk, each with a register of its own."""
    opened: list[Desk] = []

    def make() -> Desk:
        folder = tmp_path / f"case-{len(opened)}"
        shutil.copytree(read_folder, folder)
        case = open_case(folder)
        opened.append(Desk(case, Register.open(case.register_folder, Key())))
        return opened[-1]

    yield make
    for desk in opened:
        for register in (*desk.others, desk.register):
            register.close()


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    """A desk with the board laid out."""
    made = new_desk()
    made.lay_out()
    return made
