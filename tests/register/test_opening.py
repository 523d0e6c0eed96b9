"""Making and opening a register: private from the start, and clear when it cannot."""

import stat

import pytest

from tasjil.errors import CannotUnlock, LogBroken, NoRegister, RegisterError
from tasjil.register import store
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

FILES = {"keys.json", "register.sqlite"}


def names(folder):
    return {each.name for each in folder.iterdir()}


def test_a_case_without_a_register_says_what_to_do(tmp_path):
    with pytest.raises(NoRegister, match="tasjil build"):
        Register.open(tmp_path, Key())
    assert not list(tmp_path.iterdir())


def test_nothing_to_verify_is_told(tmp_path):
    with pytest.raises(NoRegister, match="tasjil build"):
        ring.unlock(tmp_path, Key())


def test_a_register_of_an_older_tasjil_is_brought_up_before_it_is_verified(
    filled, plain_sql
):
    file = plain_sql(filled)
    file.execute("DELETE FROM django_migrations WHERE name = '0002_guards'")
    file.close()
    with pytest.raises(RegisterError, match="lacks step '0002_guards'"):
        verify_register(filled, ring.unlock(filled, Key()))


@pytest.mark.file
def test_a_register_can_be_read_by_its_owner_alone(tmp_path, lumenia):
    folder = tmp_path / "kept"
    with Register.create(folder, Key(), at=lumenia.noon) as register:
        lumenia.fill(register)
        modes = {each.name: each.stat().st_mode for each in folder.iterdir()}
    assert set(modes) >= FILES | {"register.sqlite-wal"}
    assert {stat.S_IMODE(mode) for mode in modes.values()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert names(folder) == FILES


def test_a_register_is_never_made_over_another(tmp_path, lumenia):
    with Register.create(tmp_path, Key(), at=lumenia.noon) as register:
        lumenia.fill(register)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    with pytest.raises(RegisterError, match="open it instead"):
        Register.create(tmp_path, Key(), at=lumenia.noon)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


@pytest.mark.file
def test_keys_without_a_register_are_what_a_crash_left_and_it_is_made_again(
    tmp_path, lumenia
):
    Register.create(tmp_path, Key(), at=lumenia.noon).close()
    (tmp_path / "register.sqlite").unlink()
    with Register.create(tmp_path, Key(), at=lumenia.noon) as register:
        assert register.verify().entries == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path, lumenia):
    (tmp_path / "file").write_text("a file stands where the folder should")
    with pytest.raises(RegisterError):
        Register.create(tmp_path / "file" / "register", Key(), at=lumenia.noon)


@pytest.mark.file
@pytest.mark.parametrize("data", [b"", b"words " * 99, b"words " * 9999])
def test_a_file_that_is_no_register_is_told(filled, data):
    (filled / "register.sqlite").write_bytes(data)
    with pytest.raises(LogBroken, match="expected a register"):
        Register.open(filled, Key())


@pytest.mark.parametrize("data", [b"", b"{}", b"no json", b'{"slots": 3}'])
def test_keys_that_are_none_are_told(filled, data):
    (filled / "keys.json").write_bytes(data)
    with pytest.raises(CannotUnlock, match=r"expected the keys of a register"):
        Register.open(filled, Key())


@pytest.mark.file
def test_the_keys_of_another_register_do_not_open_this_one(filled, tmp_path, lumenia):
    Register.create(tmp_path / "other", Key(), at=lumenia.noon).close()
    (filled / "keys.json").write_bytes((tmp_path / "other/keys.json").read_bytes())
    with pytest.raises(LogBroken, match="belongs to other keys"):
        Register.open(filled, Key())


def test_a_register_of_a_newer_tasjil_is_left_alone(filled, plain_sql):
    file = plain_sql(filled)
    file.execute(
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('register', '9999_later', '2040-01-01')"
    )
    file.close()
    with pytest.raises(RegisterError, match="install the newer tasjil"):
        Register.open(filled, Key())


def test_the_file_names_of_a_case_may_hold_anything(tmp_path, lumenia):
    path = tmp_path / "حالة ?mode=memory #1 %41"
    with Register.create(path, Key(), at=lumenia.noon) as register:
        lumenia.fill(register, reports=1)
    with Register.open(path, Key()) as register:
        assert register.counts().reports == 1
        register.verify()


@pytest.mark.file
def test_a_register_another_program_writes_to_says_it_is_busy(
    filled, lumenia, plain_sql, monkeypatch
):
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    other = plain_sql(filled)
    with Register.open(filled, Key()) as register:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="busy"):
            register.set_scope({"acts": []}, by="lead", at=lumenia.noon)
        assert register.counts().reports == 3
        register.verify()
        other.execute("ROLLBACK")
        register.set_scope({"acts": []}, by="lead", at=lumenia.noon)
    other.close()


@pytest.mark.file
def test_a_full_disk_keeps_nothing_of_the_action_and_all_before_it(filled, lumenia):
    with Register.open(filled, Key()) as register:
        before = register.counts()
        with register._store.connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            pages = cursor.fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")
        long = {"words": [f"{number * 7919:x}" for number in range(50_000)]}
        with pytest.raises(RegisterError, match="disk is full"):
            register.set_scope(long, by="lead", at=lumenia.noon)
        assert register.counts() == before
        register.verify()


@pytest.mark.file
def test_messages_quote_nothing_of_what_is_kept(filled, tamper):
    tamper(
        filled,
        "UPDATE register_entry SET by = CAST(x'FF' || 'Imre' AS TEXT) WHERE seq = 2",
    )
    with Register.open(filled, Key()) as register, pytest.raises(LogBroken) as raised:
        list(register.entries())
    assert "Imre" not in str(raised.value)
    assert raised.value.__suppress_context__
