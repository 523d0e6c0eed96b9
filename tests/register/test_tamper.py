"""Whatever somebody does to the file with the guards taken away, verify finds it."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from tasjil.errors import LogBroken, RegisterError
from tasjil.register.register import Register
from tasjil.register.verify import verify_file

LAST = "(SELECT MAX(seq) FROM register_entry)"
TAMPERED = {
    "the author of an entry": (
        "UPDATE register_entry SET by = 'y' WHERE seq = 4",
        "entry 4 is the first bad one: it was changed",
    ),
    "the time of an entry": (
        "UPDATE register_entry SET at = '2031-05-04T12:00:00.000001Z' WHERE seq = 1",
        "entry 1 is the first bad one: it was changed",
    ),
    "the reason of a judgement": (
        f"UPDATE register_entry SET because = 'for money' WHERE seq = {LAST}",
        "it was changed",
    ),
    "a reason given to what had none": (
        "UPDATE register_entry SET because = '' WHERE seq = 3",
        "entry 3 is the first bad one: it was changed",
    ),
    "a body, by one space": (
        "UPDATE register_entry SET body = body || ' ' WHERE seq = 5",
        "entry 5 is the first bad one: it was changed",
    ),
    "a body that is no JSON": (
        "UPDATE register_entry SET body = '{' WHERE seq = 5",
        "entry 5 is the first bad one: it is not canonical",
    ),
    "a body as bytes": (
        "UPDATE register_entry SET body = CAST(body AS BLOB) WHERE seq = 5",
        "entry 5 is the first bad one: it is not text",
    ),
    "a digest": (
        "UPDATE register_entry SET digest = previous WHERE seq = 6",
        "entry 6 is the first bad one: it was changed",
    ),
    "an entry in the middle removed": (
        "DELETE FROM register_entry WHERE seq = 7",
        "entry 7 is the first bad one: it is missing",
    ),
    "an entry removed and the gap closed": (
        """DELETE FROM register_entry WHERE seq = 7;
        UPDATE register_entry SET seq = seq - 1 WHERE seq > 7""",
        "entry 7 is the first bad one: it does not follow",
    ),
    "two entries that changed places": (
        """UPDATE register_entry SET seq = -1 WHERE seq = 3;
        UPDATE register_entry SET seq = 3 WHERE seq = 4;
        UPDATE register_entry SET seq = 4 WHERE seq = -1""",
        "entry 3 is the first bad one: it does not follow",
    ),
    "an entry put in twice": (
        """INSERT INTO register_entry
        SELECT seq + 1, kind, at, by, because, body, previous, digest
        FROM register_entry WHERE seq = (SELECT MAX(seq) FROM register_entry)""",
        "does not follow",
    ),
    "the end cut off": (
        f"DELETE FROM register_entry WHERE seq = {LAST}",
        "expected a log of 17 entries, found 16",
    ),
    "the end cut off, and the head moved back": (
        f"""DELETE FROM register_entry WHERE seq = {LAST};
        UPDATE register_head SET size = 16, digest =
            (SELECT digest FROM register_entry WHERE seq = 16)""",
        "table ClaimRow was changed",
    ),
    "the whole log gone": ("DELETE FROM register_entry", "entry 1 is the first bad"),
    "the head gone": ("DELETE FROM register_head", "the end of the log is lost"),
    "a claim set to accepted": (
        "UPDATE register_claimrow SET state = 'accepted'",
        "the log is whole, but the table ClaimRow",
    ),
    "a claim removed from the table": (
        "DELETE FROM register_claimrow WHERE seq = 4",
        "the log is whole, but the table ClaimRow",
    ),
    "a report's date in the table": (
        "UPDATE register_reportrow SET published = '2031-05-05'",
        "the table ReportRow",
    ),
    "a reader in the table": (
        "UPDATE register_readingrow SET reader = 'english/9'",
        "the table ReadingRow",
    ),
    "a judgement in the table": (
        "UPDATE register_judgementrow SET by = 'y'",
        "the table JudgementRow",
    ),
    "the scope in the table": (
        "UPDATE register_caserow SET seq = 2",
        "the table CaseRow",
    ),
    "a content swapped for another": (
        """UPDATE register_content SET (size, data) =
            (SELECT size, data FROM register_content ORDER BY digest LIMIT 1)
        WHERE digest = (SELECT MAX(digest) FROM register_content)""",
        "was changed after it was kept",
    ),
    "a content emptied": (
        "UPDATE register_content SET data = NULL",
        "was destroyed, and no entry says so",
    ),
    "a content removed": (
        """DELETE FROM register_content
        WHERE digest = (SELECT MAX(digest) FROM register_content)""",
        "is missing",
    ),
    "the text of the first report": (
        """UPDATE register_content SET data = x'00' WHERE digest =
            (SELECT text_id FROM register_reportrow WHERE seq = 2)""",
        "entry 2 is the first bad one: content sha256:.* was changed",
    ),
    "the fifth claim": (
        """UPDATE register_content SET data = x'00' WHERE digest =
            (SELECT content_id FROM register_claimrow WHERE seq = 9)""",
        "entry 9 is the first bad one: content sha256:.* was changed",
    ),
    "a content put in": (
        "INSERT INTO register_content VALUES ('sha256:0', 0, x'00')",
        "no entry speaks of it",
    ),
    "a content's size": (
        "UPDATE register_content SET size = -1",
        "was changed after it was kept",
    ),
}


def test_an_untouched_register_is_whole(filled):
    seen = []
    verified = verify_file(filled, lambda done, total: seen.append((done, total)))
    assert (verified.entries, verified.contents) == (17, 17)
    assert seen == [(17, 17)]


@pytest.mark.parametrize(("script", "told"), TAMPERED.values(), ids=TAMPERED.keys())
def test_verify_finds(filled, tamper, script, told):
    tamper(filled, script)
    with pytest.raises(LogBroken, match=told):
        verify_file(filled)


def test_verify_finds_a_guard_that_was_taken_away(filled):
    file = sqlite3.connect(filled)
    file.execute("DROP TRIGGER entry_never_changes")
    file.close()
    with pytest.raises(LogBroken, match="entry_never_changes"):
        verify_file(filled)


def test_verify_writes_nothing(filled):
    before = filled.read_bytes()
    verify_file(filled)
    assert filled.read_bytes() == before


def test_rebuild_mends_an_edited_table(filled, tamper):
    tamper(filled, "UPDATE register_claimrow SET state = 'accepted'")
    with Register.open(filled) as register:
        register.rebuild()
        register.verify()


def test_a_file_cut_short_is_found(filled):
    whole = filled.read_bytes()
    for kept in (0, 100, 4096, len(whole) // 2, len(whole) - 4096):
        filled.write_bytes(whole[:kept])
        with pytest.raises(RegisterError):
            verify_file(filled)


SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
TABLES = (
    *("entry", "content", "head"),
    *("reportrow", "readingrow", "claimrow", "judgementrow", "caserow"),
)


def everything_in(path: Path) -> object:
    """All that the file says: guards, entries, contents and derived rows.

    A flipped byte that leaves this equal stands in free space, or in a count that
    SQLite does not rely on: it changes nothing anybody can read. When a step of the
    schema was applied (`django_migrations`) is no part of the log.
    """
    file = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)
    try:
        rows = [
            file.execute(f"SELECT * FROM register_{table} ORDER BY 1").fetchall()
            for table in TABLES
        ]
        return rows, file.execute(SCHEMA).fetchall()
    except (sqlite3.Error, UnicodeError) as unreadable:
        return repr(unreadable)
    finally:
        file.close()


def found_flips(filled: Path, flips: int, seed: int) -> int:
    """Flip single bytes; say how many verify found. The others change nothing."""
    chance = random.Random(seed)
    whole, said = filled.read_bytes(), everything_in(filled)
    flipped = filled.with_name("flipped.sqlite")
    found = 0
    for _ in range(flips):
        at = chance.randrange(len(whole))
        changed = bytearray(whole)
        changed[at] ^= chance.randrange(1, 256)
        flipped.write_bytes(changed)
        says = everything_in(flipped)
        try:
            verify_file(flipped)
        except RegisterError:
            found += 1
        else:
            assert says == said, f"the flip at {at} was not found"
    return found


@pytest.mark.slow
def test_two_hundred_flipped_bytes_are_found_or_change_nothing(
    register, lumenia, tmp_path
):
    lumenia.fill(register, reports=60)
    with sqlite3.connect(register.path) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()
    filled = Path(shutil.copy(register.path, tmp_path / "sixty.sqlite"))
    found = found_flips(filled, 200, seed=1948)
    print(f"{found} of 200 found; the others changed nothing")
    assert found > 100


def test_twenty_flipped_bytes_are_found_or_change_nothing(filled):
    assert found_flips(filled, 20, seed=2031) > 0


@pytest.mark.slow
def test_a_flip_in_any_column_of_any_entry_is_found(filled, tamper):
    columns = ("kind", "at", "by", "body", "previous", "digest")
    whole = filled.read_bytes()
    for seq in range(1, 18):
        for column in columns:
            filled.write_bytes(whole)
            tamper(
                filled,
                f"UPDATE register_entry SET {column} = "
                f"substr({column}, 1, length({column}) - 1) || '~' WHERE seq = {seq}",
            )
            with pytest.raises(LogBroken, match=f"entry {seq} "):
                verify_file(filled)
