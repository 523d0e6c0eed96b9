"""Names are laid out the same on one core and on several."""

import pytest

from tasjil.link.compare import name_columns as columns
from tasjil.link.compare.name_columns import Told, laid_out
from tasjil.model.ids import RecordId
from tasjil.model.particulars import Kin, Particulars

NAMES = ("Daren Ilas Vell", "دارن إيلاس فيل", "Abu Daren Vell", "", "Salma Tornay")


def record(nth: int) -> Particulars:
    other = ("سلمى تورناي",) if nth % 3 == 0 else ()
    kin = ((Kin.FATHER, "Ilas Vell"), (Kin.MOTHER, "Rama")) if nth % 2 else ()
    name = NAMES[nth % len(NAMES)]
    id = RecordId(f"hospital:{nth}")
    return Particulars(id, "hospital", name=name, other_names=other, kin=kin)


@pytest.fixture
def few_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "TOGETHER", 7)
    monkeypatch.setattr(columns, "WORTH_ANOTHER_CORE", 8)


@pytest.mark.usefixtures("few_together")
def test_names_are_the_same_however_many_cores_lay_them_out() -> None:
    records = [record(nth) for nth in range(60)]
    alone = columns.name_columns(records, cores=1)
    assert columns.name_columns(records, cores=2).equals(alone)
    assert alone.num_rows == len(records)


def test_a_record_without_a_name_has_the_father_told_apart() -> None:
    told: list[Told] = [("", (), ((Kin.FATHER, "Ilas Vell"),)), ("Ilas Vell", (), ())]
    laid = laid_out(told)
    assert laid["given_heard"].to_pylist()[0] is None
    assert laid["father_heard"].to_pylist()[0] == laid["given_heard"].to_pylist()[1]
