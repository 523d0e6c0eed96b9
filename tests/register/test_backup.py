"""A backup is the register as it was at one moment, for those who may open it."""

import os
import random
import resource
import shutil
import stat
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest
from django.apps import apps

from offices import NAMES, Office, report
from tasjil.errors import (
    BadBackup,
    BadCheckpoint,
    BadValue,
    BoxClosed,
    CannotUnlock,
    NotAllowed,
    RegisterError,
)
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register import home
from tasjil.register.board.keeping import LaidOut
from tasjil.register.board.packed import packed
from tasjil.register.copies import restore
from tasjil.register.copies.backup import Asked, Made
from tasjil.register.copies.restore import Asked as From
from tasjil.register.copies.rows_across import AFTER_THE_HEAD, KEPT
from tasjil.register.keys import keyfile, ring
from tasjil.register.keys.ring import Key
from tasjil.register.models import Head
from tasjil.register.parcels import parcel
from tasjil.register.parcels.kinds import BACKUP
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.register import Register
from tasjil.register.store import BESIDE, BOARD, Store
from tasjil.register.tree.checkpoint import parse

pytestmark = pytest.mark.file

WORDS = "salt winter ladder olive"
OTHERS = "granite pencil harbour nine"
MINE = Key()
"""Of this machine: stretching a passphrase would be most of what these tests do."""
TYPED = Key(passphrase=WORDS)
TRUSTED = pyrage.x25519.Identity.generate()
TO_TRUSTED = Closing(recipients=(str(TRUSTED.to_public()),))
BY_TRUSTED = Brought(identity=str(TRUSTED).encode())
AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
SOMEBODY = Identity(IdentityKind.WITNESS, names="Daren Vellomir")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory, lumenia):
    """A register with reports, and with somebody in its sealed box."""
    folder = tmp_path_factory.mktemp("backed-up") / "register"
    with Register.create(folder, MINE, at=lumenia.noon, office="North") as register:
        lumenia.fill(register)
        known = sorted(register.known_digests())
        register.box.seal(
            SOMEBODY, known[:1], by="lead", at=lumenia.noon, because="at risk"
        )
    return folder


@pytest.fixture
def folder(made_once, tmp_path):
    """A register to change."""
    return shutil.copytree(made_once, tmp_path / "register")


@pytest.fixture
def locked(folder):
    """The same under a passphrase."""
    # Not by changing it: that would throw away the key of this machine, for all copies.
    slot = ring.new_slot(Key(ring.LEAD, WORDS), ring.unlock(folder, MINE).private)
    keyfile.write(folder, replace(keyfile.read(folder), slots=(slot,)))
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "drawer" / "case.backup"


@pytest.fixture(autouse=True)
def drawer(out):
    out.parent.mkdir()


def back_up(
    folder: Path, out: Path, key: Key = MINE, closing: Closing = TO_TRUSTED, **how
) -> Made:
    with Register.open(folder, key) as register:
        return register.back_up(Asked(out, closing, **how), at=AT)


def from_it(out: Path, brought: Brought = BY_TRUSTED, **how) -> From:
    return From(out, brought, **how)


def told_by(folder: Path, key: Key = MINE):
    """The log, but for who took copies of it; and all that is derived from it."""
    with Register.open(folder, key) as register:
        log = [entry.digest for entry in register.entries()]
        return log, register.table_digests(), list(register.reports())


def test_a_restored_register_verifies_and_says_the_same(folder, out, tmp_path):
    before = told_by(folder)
    made = back_up(folder, out)
    restore.restore(from_it(out), tmp_path / "again")
    assert told_by(tmp_path / "again") == before
    with Register.open(tmp_path / "again", MINE) as register:
        assert register.verify().entries == made.entries == len(before[0])
        assert register.office.name == "North"
        who = register.box.everybody()[0].reference
        found = register.box.unseal(who, by="lead", at=AT, because="to call them")
        assert found.names == "Daren Vellomir"


def test_a_backup_of_a_restored_register_restores_to_the_same(folder, out, tmp_path):
    before = told_by(folder)
    back_up(folder, out)
    restore.restore(from_it(out), tmp_path / "again")
    with Register.open(tmp_path / "again", MINE) as register:
        taken = register.head().size
        register.back_up(Asked(out, TO_TRUSTED, replace=True), at=AT)
    restore.restore(from_it(out), tmp_path / "third")
    assert taken == len(before[0])
    assert told_by(tmp_path / "third") == before


def test_who_took_a_copy_stands_in_the_log_and_in_no_copy(folder, out):
    made = back_up(folder, out)
    with Register.open(folder, MINE) as register:
        last = list(register.entries())[-1]
        assert (last.kind, last.by, last.at[:10]) == (
            "backup.made",
            "lead",
            "2031-05-06",
        )
        assert last.told == {
            "backup": f"sha256:{made.digest}",
            "entries": made.entries,
            "travel": False,
        }
        assert made.entries == last.seq - 1
        assert register.last_backup() == AT


def test_a_travel_copy_is_no_backup(folder, out):
    back_up(folder, out, travel=True)
    with Register.open(folder, MINE) as register:
        assert register.last_backup() is None


def test_a_backup_is_yours_alone_and_nothing_is_left_beside_it(folder, out):
    back_up(folder, out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [each.name for each in out.parent.iterdir()] == ["case.backup"]
    assert sorted(each.name for each in folder.iterdir()) == [
        "keys.json",
        "register.sqlite",
    ]


def test_nothing_in_a_backup_can_be_read_but_how_to_open_it(folder, out):
    beside = {"case.toml": b"[case]\nname = 'Vellomir Valley'\n"}
    back_up(folder, out, beside=beside)
    held = out.read_bytes()
    for words in (b"Alder", b"Vellomir", b"North", b"lead", "جُرح".encode()):
        assert words not in held
    assert b"check-backup" in held, "the search finds what stands there in clear"


def test_what_a_killed_program_left_beside_a_backup_is_cleared_away(folder, out):
    left, young = (out.with_name(f".{out.name}.{n}.creating") for n in "ab")
    for each in (left, young):
        each.write_bytes(b"half of a backup")
    os.utime(left, (0, 0))
    back_up(folder, out)
    assert (left.exists(), young.exists()) == (False, True)


def test_a_file_that_is_there_is_never_written_over(folder, out):
    out.write_bytes(b"something else")
    with pytest.raises(RegisterError, match="--replace"):
        back_up(folder, out)
    assert out.read_bytes() == b"something else"
    back_up(folder, out, replace=True)
    assert restore.check(from_it(out), out.parent).verified.entries


def test_a_full_disk_leaves_no_backup_and_the_next_one_is_made(folder, out):
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, was[1]))
    try:
        with pytest.raises(RegisterError, match="disk"):
            back_up(folder, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
    assert list(out.parent.iterdir()) == []
    with Register.open(folder, MINE) as register:
        register.verify()
        assert register.last_backup() is None
    back_up(folder, out)
    assert restore.check(from_it(out), out.parent).verified.entries


def test_a_disk_that_is_not_there_is_a_sentence(folder, out):
    with pytest.raises(RegisterError, match="check its name, its disk"):
        back_up(folder, out.parent / "no" / "such" / "case.backup")
    with Register.open(folder, MINE) as register:
        assert register.last_backup() is None


def test_a_register_is_never_restored_over_another(folder, out):
    back_up(folder, out)
    before = told_by(folder)
    with pytest.raises(RegisterError, match="move that folder away first"):
        restore.restore(from_it(out), folder)
    assert told_by(folder) == before


def test_the_key_of_a_backup_opens_no_register(folder, out, tmp_path):
    back_up(folder, out)
    live = ring.unlock(folder, MINE).register_key
    restore.restore(from_it(out), tmp_path / "again")
    again = ring.unlock(tmp_path / "again", MINE).register_key
    contents = restore.inside.read(parcel.unlock(out, BACKUP, BY_TRUSTED))
    assert len({live.hex(), again.hex(), contents.register_key}) == 3


# What opens it.


def test_a_backup_opens_as_its_case_does(locked, out, tmp_path):
    back_up(locked, out, TYPED, Closing())
    restore.restore(from_it(out, Brought(TYPED)), tmp_path / "again")
    Register.open(tmp_path / "again", TYPED).close()
    for key in (Key(passphrase=OTHERS), Key()):
        with pytest.raises(CannotUnlock, match="this backup is locked") as raised:
            restore.check(from_it(out, Brought(key)), out.parent)
        assert OTHERS not in str(raised.value)


def test_a_passphrase_of_its_own_opens_it_and_no_other(locked, out, tmp_path):
    back_up(locked, out, TYPED, Closing(OTHERS))
    with pytest.raises(CannotUnlock):
        restore.check(from_it(out, Brought(TYPED)), out.parent)
    own = Brought(Key(passphrase=OTHERS))
    restore.restore(from_it(out, own), tmp_path / "again")
    Register.open(tmp_path / "again", TYPED).close()


def test_a_short_passphrase_is_refused_and_no_backup_is_made(folder, out):
    with pytest.raises(CannotUnlock, match="8 characters"):
        back_up(folder, out, closing=Closing("seven77"))
    assert list(out.parent.iterdir()) == []


def test_a_backup_that_this_machine_alone_could_open_is_refused(tmp_path, out, lumenia):
    with Register.create(tmp_path / "own", Key(), at=lumenia.noon) as register:
        with pytest.raises(CannotUnlock, match="on another machine"):
            register.back_up(Asked(out), at=AT)
        register.back_up(Asked(out, TO_TRUSTED), at=AT)
    restore.check(from_it(out), out.parent)


def test_an_age_identity_opens_it_and_gives_a_way_in_but_not_the_box(
    locked, out, tmp_path
):
    ours = pyrage.x25519.Identity.generate()
    to = Closing(recipients=(str(TRUSTED.to_public()), str(ours.to_public())))
    back_up(locked, out, TYPED, to)
    held = Brought(identity=f"# created: today\n{ours}\n".encode())
    restore.restore(from_it(out, held, way_in=MINE), tmp_path / "again")
    with Register.open(tmp_path / "again", MINE) as register:
        assert register.user == "lead"
        assert register.counts().reports == 3
        register.checkpoint()
        with pytest.raises(BoxClosed):
            register.box.seal(SOMEBODY, [], by="lead", at=AT, because="at risk")
    with Register.open(tmp_path / "again", TYPED) as register:
        who = register.box.everybody()[0].reference
        register.box.unseal(who, by="lead", at=AT, because="the old words open it")


def test_any_tool_for_age_can_open_the_key_of_a_backup(folder, out):
    ours = pyrage.x25519.Identity.generate()
    back_up(folder, out, closing=Closing(recipients=(str(ours.to_public()),)))
    with zipfile.ZipFile(out) as found:
        opened = pyrage.decrypt(found.read("key.age"), [ours]).decode()
    asked = From(out, Brought(opened=opened))
    assert restore.check(asked, out.parent).manifest.entries


def test_the_identity_of_a_stranger_does_not_open_it(folder, out):
    ours, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    back_up(folder, out, closing=Closing(recipients=(str(ours.to_public()),)))
    for identity in (str(other).encode(), b"no identity at all"):
        with pytest.raises(CannotUnlock):
            restore.check(From(out, Brought(identity=identity)), out.parent)
    with pytest.raises(CannotUnlock):
        restore.check(From(out, Brought(opened="00" * 32)), out.parent)


def test_what_is_no_recipient_is_refused(folder, out):
    with pytest.raises(BadValue, match="age recipient"):
        back_up(folder, out, closing=Closing(recipients=("age1nobody",)))
    assert list(out.parent.iterdir()) == []


# What is whole.


def test_a_backup_that_was_cut_off_is_never_taken_for_a_whole_one(folder, out):
    back_up(folder, out)
    whole, chance = out.read_bytes(), random.Random(1)
    for end in (0, 10, len(whole) - 1, *(chance.randrange(len(whole)) for _ in "four")):
        out.write_bytes(whole[:end])
        with pytest.raises(BadBackup, match="cut off"):
            restore.check(from_it(out), out.parent)


def test_a_flipped_bit_of_a_backup_is_found(folder, out):
    back_up(folder, out)
    whole, chance = out.read_bytes(), random.Random(2)
    ends = (*range(0, 60, 7), *range(-200, 0, 7))
    for place in (*ends, *(chance.randrange(len(whole)) for _ in range(20))):
        changed = bytearray(whole)
        changed[place] ^= 1 << (place % 8)
        out.write_bytes(changed)
        with pytest.raises((BadBackup, CannotUnlock)):
            restore.check(from_it(out), out.parent)


def test_parts_of_two_backups_are_no_backup(folder, out):
    back_up(folder, out)
    back_up(folder, second := out.with_name("second"))
    mixed = out.with_name("mixed")
    with (
        zipfile.ZipFile(out) as one,
        zipfile.ZipFile(second) as two,
        zipfile.ZipFile(mixed, "w") as both,
    ):
        for name in one.namelist():
            source = two if name == "payload" else one
            both.writestr(name, source.read(name))
    with pytest.raises(BadBackup):
        restore.check(from_it(mixed), out.parent)


def test_what_is_no_backup_is_a_sentence(out):
    out.write_bytes(b"a letter")
    with pytest.raises(BadBackup, match="another file"):
        restore.check(from_it(out), out.parent)
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("letter.txt", "dear")
    with pytest.raises(BadBackup, match="another file"):
        restore.check(from_it(out), out.parent)


def test_a_check_says_what_is_in_it_and_leaves_nothing(folder, out, tmp_path):
    back_up(folder, out)
    (place := tmp_path / "temporary").mkdir()
    told = restore.check(from_it(out), place).manifest
    assert (told.office, told.travel, told.last[:10]) == ("North", False, "2031-05-04")
    assert told.checkpoint is not None
    assert parse(told.checkpoint).size == told.entries
    assert list(place.iterdir()) == []


def test_an_older_copy_says_how_much_is_missing(folder, out):
    back_up(folder, out)
    with Register.open(folder, MINE) as register:
        newest = register.checkpoint()
    assert newest is not None
    checked = restore.check(from_it(out, kept_elsewhere=[newest]), out.parent)
    assert checked.missing == newest.size - checked.manifest.entries > 0
    older = parse(checked.manifest.checkpoint)
    assert restore.check(from_it(out, kept_elsewhere=[older]), out.parent).missing == 0


def test_a_checkpoint_of_another_office_is_refused(folder, out, tmp_path, lumenia):
    back_up(folder, out)
    with Register.create(tmp_path / "other", MINE, at=lumenia.noon) as register:
        theirs = register.checkpoint()
    with pytest.raises(BadCheckpoint):
        restore.check(from_it(out, kept_elsewhere=[theirs]), out.parent)


# Who is in it.


def kept_of(folder: Path, table: str, column: str) -> dict[str, bytes]:
    """What the register's file holds, as it lies on the disk under the encryption."""
    opened = ring.unlock(folder, MINE)
    store = Store(home.database(folder, opened, writes=False))
    try:
        with store.connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM register_{table}")
            names = [each[0] for each in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    finally:
        store.close()
    key = "digest" if table == "content" else "reference"
    return {row[key]: bytes(row[column] or b"") for row in rows}


def test_who_was_erased_is_in_no_page_of_a_backup_made_after(
    folder, out, tmp_path, in_clear
):
    texts, people = (
        kept_of(folder, *what) for what in (("content", "data"), ("sealed", "key"))
    )
    with Register.open(folder, MINE) as register:
        known = [report.id for report in register.reports()]
        gone = register.box.erase(
            None, known[:1], by="lead", at=AT, because="asked for it"
        )
        who = register.box.everybody()[0].reference
        register.box.erase(who, by="lead", at=AT, because="asked for it")
        # No sweep: what was erased may lie in free pages of the register itself.
        register.back_up(Asked(out, TO_TRUSTED), at=AT)
    restore.restore(from_it(out), tmp_path / "again")
    pages = in_clear(tmp_path / "again", MINE)
    assert known[0] in gone.contents
    assert texts[known[1]] in pages, "the search finds what stayed"
    assert not [each for each in gone.contents if texts[each] in pages]
    assert people[who] not in pages
    with Register.open(tmp_path / "again", MINE) as register:
        register.verify()
        assert not register.has_report(known[0])
        assert len(list(register.reports())) == 2


def test_what_other_offices_sent_comes_along(tmp_path, out):
    ours, theirs = (Office.create(tmp_path / name, name) for name in NAMES[:2])
    theirs.capture(1)
    theirs.read(1)
    ours.hear(theirs)
    folder = ours.register.folder
    with ours.register as register:
        register.back_up(Asked(out, TO_TRUSTED), at=AT)
    theirs.close()
    restore.restore(from_it(out), tmp_path / "again")
    with Register.open(tmp_path / "again", MINE) as register:
        (known,) = register.exchange.offices()
        assert known.office.name == NAMES[1]
        assert register.has_report(report(1)[0].id)
        register.verify()
    assert told_by(tmp_path / "again")[1] == told_by(folder)[1]


def test_a_documenter_makes_backups_and_a_lead_restores_them(locked, out, tmp_path):
    theirs = Key(UserId("reader-3"), OTHERS)
    with Register.open(locked, TYPED) as register:
        user = User(UserId("reader-3"), Role.DOCUMENTER)
        register.add_user(user, because="joins", at=AT)
        register.let_in(theirs)
    back_up(locked, out, theirs, Closing())
    restore.check(from_it(out, Brought(theirs)), out.parent)
    with pytest.raises(NotAllowed, match="expected a lead"):
        restore.restore(from_it(out, Brought(theirs)), tmp_path / "again")
    restore.restore(from_it(out, Brought(TYPED)), tmp_path / "again")
    with Register.open(tmp_path / "again", theirs) as register:
        assert register.user == "reader-3"


def test_a_guest_makes_no_backup(folder, out):
    theirs = Key(UserId("guest-1"))
    with Register.open(folder, MINE) as register:
        user = User(UserId("guest-1"), Role.GUEST)
        register.add_user(user, because="a visit", at=AT)
        register.let_in(theirs)
    with pytest.raises(NotAllowed):
        back_up(folder, out, theirs)
    assert list(out.parent.iterdir()) == []


def test_every_table_is_copied_but_the_queue_and_what_a_count_makes_again():
    every = {each for each in apps.get_models() if each._meta.app_label == "register"}
    assert every == {*KEPT, *AFTER_THE_HEAD, Head, *BESIDE, *BOARD}


# For a journey.


@pytest.fixture
def travels(folder, out, tmp_path):
    back_up(folder, out, travel=True)
    restore.restore(from_it(out), tmp_path / "far")
    return tmp_path / "far"


def test_a_travel_copy_is_whole_and_says_that_the_box_stayed_at_home(folder, travels):
    with Register.open(travels, MINE) as register:
        found = register.verify()
        assert found.travel
        assert register.counts().reports == 3
        assert register.box.everybody()
    with Register.open(folder, MINE) as register:
        assert not register.verify().travel
        assert found.tables == register.table_digests()


def test_whoever_travels_has_the_last_count_with_them_and_makes_no_other(
    folder, out, tmp_path
):
    told = {"tally": packed({"figures": []})}
    with Register.open(folder, MINE) as register:
        laid = LaidOut(register.head().size, AT.isoformat(), {}, told)
        assert register.board.keep(laid)
    back_up(folder, out, travel=True)
    restore.restore(from_it(out), tmp_path / "far")
    with Register.open(tmp_path / "far", MINE) as register:
        assert register.board.document("tally") == {"figures": []}
        with pytest.raises(NotAllowed, match="travel copy"):
            register.board.keep(laid)
    back_up(folder, out.with_name("whole.backup"))
    restore.restore(from_it(out.with_name("whole.backup")), tmp_path / "again")
    with Register.open(tmp_path / "again", MINE) as register:
        assert not register.board.state().is_there


def test_nobody_of_the_box_is_in_a_travel_copy(travels):
    opened = ring.unlock(travels, MINE)
    assert opened.box is None
    with Register.open(travels, MINE) as register:
        who = register.box.everybody()[0].reference
        with pytest.raises(BoxClosed):
            register.box.unseal(who, by="lead", at=AT, because="to call them")


def test_a_travel_copy_cannot_sign_for_the_office(travels):
    assert ring.unlock(travels, MINE).signing is None
    with Register.open(travels, MINE) as register, pytest.raises(NotAllowed):
        register.checkpoint()


def test_nothing_is_written_to_a_travel_copy(travels, out, lumenia):
    before = told_by(travels)
    with Register.open(travels, MINE) as register:
        for write in (
            lambda: register.capture(*lumenia.report(9), by="tasjil/test", at=AT),
            lambda: register.set_scope({"acts": []}, by="tasjil/test", at=AT),
            lambda: register.back_up(Asked(out.with_name("b")), at=AT),
            lambda: register.rekey(at=AT, because="somebody left"),
        ):
            with pytest.raises(NotAllowed, match="travel copy"):
                write()
    assert told_by(travels) == before


def test_a_travel_copy_that_hides_what_became_of_the_box_is_found(travels, folder):
    """Whoever empties the box of a register cannot pass it off as whole."""
    with Register.open(travels, MINE) as register:
        assert register.verify().travel
    keys = keyfile.read(travels)
    whole = replace(keys, store=replace(keys.store, travel=False))
    keyfile.write(travels, whole)
    with pytest.raises(RegisterError):
        Register.open(travels, MINE)
