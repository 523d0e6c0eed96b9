"""After somebody left, the register and its box have other keys, for all who stay."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasjil.errors import BoxClosed, NotAllowed, RegisterError
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.copies import rekey
from tasjil.register.keys import keyfile, ring
from tasjil.register.keys.keyfile import Pending
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

pytestmark = pytest.mark.file

MINE = Key(UserId("lead"))
THEIRS = Key(UserId("reader-3"))
AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
SOMEBODY = Identity(IdentityKind.WITNESS, names="Daren Vellomir")


@pytest.fixture
def folder(tmp_path, lumenia) -> Path:
    """A register of two people, both of whom may open the box."""
    folder = tmp_path / "register"
    with Register.create(folder, MINE, at=lumenia.noon) as register:
        lumenia.fill(register)
        user = User(UserId("reader-3"), Role.VERIFIER)
        register.add_user(user, because="joins", at=AT)
        register.let_in(THEIRS)
        register.grant_box(UserId("reader-3"), at=AT, because="calls witnesses")
        register.box.seal(SOMEBODY, [], by="lead", at=AT, because="at risk")
    return folder


def changed(folder: Path):
    with Register.open(folder, MINE) as register:
        return register.rekey(at=AT, because="somebody left")


def named(folder: Path, key: Key) -> str:
    """Who is in the box, as somebody reads it."""
    with Register.open(folder, key) as register:
        who = register.box.everybody()[0].reference
        by = register.user
        return register.box.unseal(who, by=by, at=AT, because="to call them").names


def test_everybody_who_stays_opens_the_register_and_the_box_as_before(folder):
    done = changed(folder)
    assert (done.register, done.box, done.people, done.gone) == (True, True, 1, 0)
    assert named(folder, MINE) == named(folder, THEIRS) == "Daren Vellomir"
    with Register.open(folder, MINE) as register:
        register.verify()


def test_no_key_is_what_it_was_and_the_old_one_opens_nothing(folder):
    before = ring.unlock(folder, MINE)
    copied = shutil.copytree(folder, folder.with_name("copied"))
    changed(folder)
    after = ring.unlock(folder, MINE)
    assert after.register_key.hex() != before.register_key.hex()
    assert after.box.hex() != before.box.hex()
    assert after.signing.hex() == before.signing.hex(), "the office stays the office"
    shutil.copy(copied / "keys.json", folder / "keys.json")
    with pytest.raises(RegisterError, match="belongs to other keys"):
        Register.open(folder, MINE)


def test_that_the_keys_were_changed_stands_in_the_log(folder):
    changed(folder)
    with Register.open(folder, MINE) as register:
        last = list(register.entries())[-1]
    assert (last.kind, last.by, last.because) == (
        "keys.changed",
        "lead",
        "somebody left",
    )


def test_whoever_left_has_no_way_in_any_more(folder):
    left = keyfile.read(folder)
    with Register.open(folder, MINE) as register:
        gone = User(UserId("reader-3"), Role.VERIFIER, active=False)
        register.change_user(gone, because="left", at=AT)
    keyfile.write(folder, left)
    assert changed(folder).gone == 1
    assert set(ring.holders(folder)) == {"lead"}


def test_a_lead_without_the_box_changes_the_key_of_the_register_alone(folder):
    with Register.open(folder, MINE) as register:
        register.take_box(UserId("lead"), at=AT, because="no need")
    done = changed(folder)
    assert (done.register, done.box) == (True, False)
    assert named(folder, THEIRS) == "Daren Vellomir"
    with pytest.raises(BoxClosed):
        named(folder, MINE)


def test_nobody_but_a_lead_changes_keys(folder):
    with Register.open(folder, THEIRS) as register, pytest.raises(NotAllowed):
        register.rekey(at=AT, because="somebody left")


def test_keys_are_not_changed_under_somebody_at_work(folder, monkeypatch):
    monkeypatch.setattr("tasjil.register.store.BUSY_SECONDS", 0.2)
    with Register.open(folder, THEIRS) as other:
        with pytest.raises(RegisterError, match="busy"):
            changed(folder)
        assert other.counts().reports == 3
    assert named(folder, MINE) == "Daren Vellomir"
    assert changed(folder).box


@pytest.mark.parametrize("step", ["change_key", "_change_box", "_promoted"])
def test_cut_off_at_any_step_it_opens_and_can_be_done_again(folder, monkeypatch, step):
    class PowerCut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        place = rekey.home if step == "change_key" else rekey
        patch.setattr(place, step, cut)
        with pytest.raises(PowerCut):
            changed(folder)
    assert keyfile.read(folder).pending is not None
    assert named(folder, THEIRS) == named(folder, MINE) == "Daren Vellomir"
    assert keyfile.read(folder).pending is None
    with Register.open(folder, MINE) as register:
        register.verify()
    assert changed(folder).people == 1


def test_nobody_is_sealed_under_a_key_that_the_box_had_before(folder):
    with Register.open(folder, MINE) as register:
        old = register.box
        old._key = bytes(32)
        with pytest.raises(BoxClosed, match="start your command again"):
            old.seal(SOMEBODY, [], by="lead", at=AT, because="at risk")


def test_pending_keys_of_nobody_change_nothing(folder):
    before = ring.unlock(folder, MINE)
    keys = keyfile.read(folder)
    keyfile.write(folder, rekey.replace(keys, pending=Pending("ffff", ())))
    Register.open(folder, MINE).close()
    assert ring.unlock(folder, MINE).register_key.hex() == before.register_key.hex()
    assert keyfile.read(folder) == keys
