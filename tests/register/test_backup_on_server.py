"""A register goes from a file to a PostgreSQL server and back, and stays the same."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from tasjil.model.identity import Identity, IdentityKind
from tasjil.register.copies import restore
from tasjil.register.copies.backup import Asked
from tasjil.register.copies.restore import Asked as From
from tasjil.register.keys import keyfile
from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.postgresql import schema
from tasjil.register.register import Register

pytestmark = pytest.mark.server

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
SOMEBODY = Identity(IdentityKind.WITNESS, names="Daren Vellomir")
TRUSTED = pyrage.x25519.Identity.generate()
BY_TRUSTED = Brought(identity=str(TRUSTED).encode())
TO_TRUSTED = Closing(recipients=(str(TRUSTED.to_public()),))


@pytest.fixture
def elsewhere(server, monkeypatch):
    """Say where registers are made from now on, and where those that are, stand."""

    def on(a_server: bool) -> None:
        if a_server:
            monkeypatch.setenv("DATABASE_URL", server.url())
        else:
            monkeypatch.delenv("DATABASE_URL", raising=False)

    return on


def told_by(folder: Path):
    with Register.open(folder, Key()) as register:
        log = [entry.digest for entry in register.entries()]
        register.verify()
        return log, register.table_digests(), list(register.reports())


def taken(folder: Path, out: Path, travel: bool = False) -> From:
    with Register.open(folder, Key()) as register:
        register.back_up(Asked(out, TO_TRUSTED, travel), at=AT)
    return From(out, BY_TRUSTED)


def test_from_a_file_to_a_server_and_back_nothing_is_lost(
    tmp_path, lumenia, elsewhere, server
):
    first, second, third = (tmp_path / name for name in ("file", "server", "again"))
    elsewhere(False)
    with Register.create(first, Key(), at=lumenia.noon) as register:
        lumenia.fill(register)
        register.box.seal(SOMEBODY, [], by="lead", at=AT, because="at risk")
    before = told_by(first)
    asked = taken(first, tmp_path / "1.backup")
    elsewhere(True)
    restore.restore(asked, second)
    assert keyfile.read(second).store.kind == "postgresql"
    assert told_by(second) == before
    asked = taken(second, tmp_path / "2.backup")
    schema.drop(keyfile.read(second).store.schema, server.url())
    elsewhere(False)
    restore.restore(asked, third)
    assert told_by(third) == before
    with Register.open(third, Key()) as register:
        who = register.box.everybody()[0].reference
        found = register.box.unseal(who, by="lead", at=AT, because="to call them")
    assert found.names == "Daren Vellomir"


def test_a_travel_copy_of_a_register_on_a_server_has_nobody_of_its_box(
    tmp_path, lumenia, elsewhere
):
    elsewhere(True)
    with Register.create(tmp_path / "r", Key(), at=lumenia.noon) as register:
        lumenia.fill(register)
        register.box.seal(SOMEBODY, [], by="lead", at=AT, because="at risk")
    asked = taken(tmp_path / "r", tmp_path / "t.backup", travel=True)
    assert restore.check(asked, tmp_path).verified.travel
    restore.restore(asked, tmp_path / "far")
    with Register.open(tmp_path / "far", Key()) as register:
        assert register.verify().travel


def test_on_a_server_the_box_alone_has_another_key(tmp_path, lumenia, elsewhere):
    elsewhere(True)
    folder = tmp_path / "r"
    with Register.create(folder, Key(), at=lumenia.noon) as register:
        who = register.box.seal(SOMEBODY, [], by="lead", at=AT, because="at risk")
        done = register.rekey(at=AT, because="somebody left")
    assert (done.register, done.box, done.people) == (False, True, 1)
    with Register.open(folder, Key()) as register:
        found = register.box.unseal(who, by="lead", at=AT, because="to call them")
        register.verify()
    assert found.names == "Daren Vellomir"


def test_a_restore_to_a_server_that_fails_leaves_no_schema(
    tmp_path, lumenia, elsewhere, server, monkeypatch
):
    elsewhere(False)
    with Register.create(tmp_path / "r", Key(), at=lumenia.noon) as register:
        lumenia.fill(register)
    asked = taken(tmp_path / "r", tmp_path / "b.backup")
    elsewhere(True)
    count = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'case_%'"
    before = server.sql(count, "tasjil")

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules[restore.__name__], "copy_rows", cut)
    with pytest.raises(KeyboardInterrupt):
        restore.restore(asked, tmp_path / "s")
    assert server.sql(count, "tasjil") == before
    assert not (tmp_path / "s" / "keys.json").exists()
