"""Making and opening a register: private from the start, and clear when it cannot."""

import sqlite3
import stat

import pytest

from tasjil.errors import LogBroken, NoRegister, RegisterError
from tasjil.register import store
from tasjil.register.register import Register
from tasjil.register.verify import verify_file


def test_a_case_without_a_register_says_what_to_do(tmp_path):
    with pytest.raises(NoRegister, match="tasjil build"):
        Register.open(tmp_path / "register.sqlite")
    assert not list(tmp_path.iterdir())


def test_nothing_to_verify_is_told(tmp_path):
    with pytest.raises(NoRegister, match="tasjil build"):
        verify_file(tmp_path / "register.sqlite")


def test_a_register_of_an_older_tasjil_is_brought_up_before_it_is_verified(filled):
    file = sqlite3.connect(filled)
    for trigger in ("head_is_one", "head_never_goes", "head_only_grows"):
        file.execute(f"DROP TRIGGER {trigger}")
    file.execute("DELETE FROM django_migrations WHERE name = '0002_guards'")
    file.commit()
    file.close()
    with pytest.raises(RegisterError, match="lacks step '0002_guards'"):
        verify_file(filled)


def test_a_register_can_be_read_by_its_owner_alone(tmp_path, lumenia):
    path = tmp_path / "kept" / "register.sqlite"
    with Register.create(path) as register:
        lumenia.fill(register)
        modes = {each.name: each.stat().st_mode for each in path.parent.iterdir()}
    assert set(modes) >= {"register.sqlite", "register.sqlite-wal"}
    assert {stat.S_IMODE(mode) for mode in modes.values()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == ["register.sqlite"]


def test_a_register_is_never_made_over_another(tmp_path, lumenia):
    path = tmp_path / "register.sqlite"
    with Register.create(path) as register:
        lumenia.fill(register)
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="open it instead"):
        Register.create(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["register.sqlite"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("a file stands where the folder should")
    with pytest.raises(RegisterError):
        Register.create(tmp_path / "file" / "register.sqlite")


@pytest.mark.parametrize(
    "data", [b"", b"SQLite format 3\0 and no more", b"words " * 99]
)
def test_a_file_that_is_no_register_is_told(tmp_path, data):
    path = tmp_path / "register.sqlite"
    path.write_bytes(data)
    with pytest.raises(LogBroken, match="expected a register"):
        Register.open(path)


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (words)")
    other.close()
    with pytest.raises(LogBroken, match="without a log"):
        Register.open(path)


def test_a_register_of_a_newer_tasjil_is_left_alone(filled):
    file = sqlite3.connect(filled)
    file.execute(
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('register', '9999_later', '2040-01-01')"
    )
    file.commit()
    file.close()
    with pytest.raises(RegisterError, match="install the newer tasjil"):
        Register.open(filled)


def test_the_file_names_of_a_case_may_hold_anything(tmp_path, lumenia):
    path = tmp_path / "حالة ?mode=memory #1 %41" / "register.sqlite"
    with Register.create(path) as register:
        lumenia.fill(register, reports=1)
    with Register.open(path) as register:
        assert register.counts().reports == 1
        register.verify()


def test_a_register_another_program_writes_to_says_it_is_busy(
    filled, lumenia, monkeypatch
):
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(filled, isolation_level=None)
    with Register.open(filled) as register:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="busy"):
            register.set_scope({"acts": []}, by="x", at=lumenia.noon)
        assert register.counts().reports == 3
        register.verify()
        other.execute("ROLLBACK")
        register.set_scope({"acts": []}, by="x", at=lumenia.noon)
    other.close()


def test_a_full_disk_keeps_nothing_of_the_action_and_all_before_it(filled, lumenia):
    with Register.open(filled) as register:
        before = register.counts()
        with register._store.connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            pages = cursor.fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")
        long = {"words": [f"{number * 7919:x}" for number in range(50_000)]}
        with pytest.raises(RegisterError, match="disk is full"):
            register.set_scope(long, by="x", at=lumenia.noon)
        assert register.counts() == before
        register.verify()


def test_messages_quote_nothing_of_what_is_kept(filled, tamper):
    tamper(
        filled,
        "UPDATE register_entry SET by = CAST(x'FF' || 'Imre' AS TEXT) WHERE seq = 2",
    )
    with Register.open(filled) as register, pytest.raises(LogBroken) as raised:
        list(register.entries())
    assert "Imre" not in str(raised.value)
    assert raised.value.__suppress_context__
