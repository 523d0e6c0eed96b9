"""What another office signed cannot be changed here unseen, by whatever program."""

import pytest

from offices import NAMES, NOON, Office, report
from tasjil.errors import AppendOnly, LogBroken, RegisterError
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.verify import verify_register


@pytest.fixture
def two(tmp_path):
    north = Office.create(tmp_path / "north", NAMES[0])
    coast = Office.create(tmp_path / "coast", NAMES[1])
    north.capture(1)
    north.read(1)
    coast.capture(2)
    coast.hear(north)
    yield north, coast
    north.close()
    coast.close()


REFUSED = {
    "an entry changed": "UPDATE register_peerentry SET by = 'nobody' WHERE seq = 2",
    "an entry removed": "DELETE FROM register_peerentry WHERE seq = 2",
    "the log emptied": "DELETE FROM register_peerentry",
    "an entry out of turn": "INSERT INTO register_peerentry "
    "SELECT office, seq + 7, kind, at, by, because, body, previous, digest "
    "FROM register_peerentry WHERE seq = 2",
    "an entry that is not chained": "INSERT INTO register_peerentry "
    "SELECT office, (SELECT max(seq) + 1 FROM register_peerentry), kind, at, by, "
    "because, body, previous, digest FROM register_peerentry WHERE seq = 2",
    "an office removed": "DELETE FROM register_peer",
    "a log that shrinks": "UPDATE register_peer SET size = size - 1",
    "another key": "UPDATE register_peer SET public_key = 'ab'",
    "another office": "UPDATE register_peer SET office = 'ab'",
}


@pytest.mark.parametrize("what", REFUSED)
def test_the_store_itself_refuses(two, what):
    store = two[1].register._store
    with (
        pytest.raises(AppendOnly),
        store.transaction(),
        store.connection.cursor() as cursor,
    ):
        cursor.execute(REFUSED[what])
    two[1].check()


CHANGED = {
    "an entry": "UPDATE register_peerentry SET by = 'nobody' WHERE seq = 2",
    "a reason": "UPDATE register_peerentry SET because = 'none' WHERE seq = 2",
    "when": "UPDATE register_peerentry SET at = 'never' WHERE seq = 2",
    "when, to a number": "UPDATE register_peerentry SET at = 7 WHERE seq = 2",
    "the last entry, gone": "DELETE FROM register_peerentry WHERE seq = "
    "(SELECT max(seq) FROM register_peerentry)",
    "an entry in the middle, gone": "DELETE FROM register_peerentry WHERE seq = 2",
    "all entries, gone": "DELETE FROM register_peerentry",
    "the office and all its entries, gone": "DELETE FROM register_peerentry; "
    "DELETE FROM register_peer",
    "how far it is known": "UPDATE register_peer SET size = size + 1",
    "the end": "UPDATE register_peer SET digest = '00'",
    "the tree": "UPDATE register_peer SET frontier = replace(frontier, 'a', 'b')",
    "the checkpoint": "UPDATE register_peer SET note = ''",
    "the key": "UPDATE register_peer SET public_key = "
    "replace(public_key, substr(public_key, 1, 1), 'x')",
    "a content, gone": "DELETE FROM register_content WHERE digest = '{report}'",
    "a content, emptied": "UPDATE register_content SET data = NULL "
    "WHERE digest = '{report}'",
    "a row": "UPDATE register_reportrow SET seq = seq + 1",
    "whose it is": "UPDATE register_reportrow SET by = 'lead'",
}


@pytest.mark.file
@pytest.mark.parametrize("what", CHANGED)
def test_verify_finds_what_was_changed(two, tamper, what):
    _, coast = two
    coast.close()
    folder = coast.register.folder
    opened = ring.unlock(folder, Key())
    verify_register(folder, opened)
    tamper(folder, CHANGED[what].format(report=report(1)[0].id))
    with pytest.raises(LogBroken):
        verify_register(folder, opened)


@pytest.mark.file
def test_the_first_bad_entry_is_named_with_its_office(two, tamper):
    north, coast = two
    coast.close()
    tamper(coast.register.folder, CHANGED["an entry"])
    with pytest.raises(LogBroken, match=f"entry 2 of the office {north.id}"):
        verify_register(
            coast.register.folder, ring.unlock(coast.register.folder, Key())
        )


def test_what_another_office_says_about_requests_and_users_changes_nothing(two):
    north, coast = two
    body = {"user": "selma", "role": "lead", "own_records": False, "active": True}
    added = NewEntry(EntryKind.USER_ADDED, body, because="joined")
    north.register.append([added], "lead", NOON)
    with pytest.raises(RegisterError):  # it takes two from here on
        north.export()
    assert [user.id for user in coast.register.users()] == ["lead"]
