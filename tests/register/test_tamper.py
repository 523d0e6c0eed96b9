"""Whatever somebody does to the file with the guards taken away, verify finds it."""

import random
from pathlib import Path

import pytest

from tasjil.errors import LogBroken, RegisterError
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.verify import Verified, verify_register

FILE = "register.sqlite"
LAST = "(SELECT MAX(seq) FROM register_entry)"
TAMPERED = {
    "the author of an entry": (
        "UPDATE register_entry SET by = 'y' WHERE seq = 5",
        "entry 5 is the first bad one: it was changed",
    ),
    "the time of an entry": (
        "UPDATE register_entry SET at = '2031-05-04T12:00:00.000001Z' WHERE seq = 2",
        "entry 2 is the first bad one: it was changed",
    ),
    "the reason of a judgement": (
        f"UPDATE register_entry SET because = 'for money' WHERE seq = {LAST}",
        "it was changed",
    ),
    "a reason given to what had none": (
        "UPDATE register_entry SET because = '' WHERE seq = 4",
        "entry 4 is the first bad one: it was changed",
    ),
    "a body, by one space": (
        "UPDATE register_entry SET body = body || ' ' WHERE seq = 6",
        "entry 6 is the first bad one: it was changed",
    ),
    "a body that is no JSON": (
        "UPDATE register_entry SET body = '{' WHERE seq = 6",
        "entry 6 is the first bad one: it is not canonical",
    ),
    "a body as bytes": pytest.param(
        "UPDATE register_entry SET body = CAST(body AS BLOB) WHERE seq = 6",
        "entry 6 is the first bad one: it is not text",
        marks=pytest.mark.file,
    ),
    "a digest": (
        "UPDATE register_entry SET digest = previous WHERE seq = 7",
        "entry 7 is the first bad one: it was changed",
    ),
    "an entry in the middle removed": (
        "DELETE FROM register_entry WHERE seq = 8",
        "entry 8 is the first bad one: it is missing",
    ),
    "an entry removed and the gap closed": (
        """DELETE FROM register_entry WHERE seq = 8;
        UPDATE register_entry SET seq = seq - 1 WHERE seq > 8""",
        "entry 8 is the first bad one: it does not follow",
    ),
    "two entries that changed places": (
        """UPDATE register_entry SET seq = -1 WHERE seq = 4;
        UPDATE register_entry SET seq = 4 WHERE seq = 5;
        UPDATE register_entry SET seq = 5 WHERE seq = -1""",
        "entry 4 is the first bad one: it does not follow",
    ),
    "an entry put in twice": (
        """INSERT INTO register_entry
        SELECT seq + 1, kind, at, by, because, body, previous, digest
        FROM register_entry WHERE seq = (SELECT MAX(seq) FROM register_entry)""",
        "does not follow",
    ),
    "the end cut off": (
        f"DELETE FROM register_entry WHERE seq = {LAST}",
        "expected a log of 18 entries, found 17",
    ),
    "the end cut off, and the head moved back": (
        f"""DELETE FROM register_entry WHERE seq = {LAST};
        UPDATE register_head SET size = 17, digest =
            (SELECT digest FROM register_entry WHERE seq = 17)""",
        "entry 18 is the first bad one: it is missing",
    ),
    "the whole log gone": ("DELETE FROM register_entry", "entry 1 is the first bad"),
    # A server holds such a column as true or false, and refuses.
    "a right in the table, by a number that would read as no": pytest.param(
        "UPDATE register_userrow SET own_records = 7",
        "table UserRow was changed",
        marks=pytest.mark.file,
    ),
    "a second head": (
        "INSERT INTO register_head SELECT id + 1, 0, digest, '' FROM register_head",
        "expected one end of the log, found 2",
    ),
    "the head gone": ("DELETE FROM register_head", "the end of the log is lost"),
    "a claim set to accepted": (
        "UPDATE register_claimrow SET state = 'accepted'",
        "the log is whole, but the table ClaimRow",
    ),
    "a claim removed from the table": (
        "DELETE FROM register_claimrow WHERE seq = 5",
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
        "UPDATE register_caserow SET seq = 3",
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
            (SELECT text_id FROM register_reportrow WHERE seq = 3)""",
        "entry 3 is the first bad one: content sha256:.* was changed",
    ),
    "the fifth claim": (
        """UPDATE register_content SET data = x'00' WHERE digest =
            (SELECT content_id FROM register_claimrow WHERE seq = 10)""",
        "entry 10 is the first bad one: content sha256:.* was changed",
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


def verified(folder: Path, *told: object) -> Verified:
    return verify_register(folder, ring.unlock(folder, Key()), *told)


def test_an_untouched_register_is_whole(filled):
    seen = []
    whole = verified(filled, lambda done, total: seen.append((done, total)))
    assert (whole.entries, whole.contents) == (18, 17)
    assert seen == [(18, 18)]


@pytest.mark.parametrize(("script", "told"), TAMPERED.values(), ids=TAMPERED.keys())
def test_verify_finds(filled, tamper, script, told):
    tamper(filled, script)
    with pytest.raises(LogBroken, match=told):
        verified(filled)


@pytest.mark.file
def test_verify_finds_a_guard_that_was_taken_away(filled, plain_sql):
    file = plain_sql(filled)
    file.execute("DROP TRIGGER entry_never_changes")
    file.close()
    with pytest.raises(LogBroken, match="entry_never_changes"):
        verified(filled)


@pytest.mark.file
def test_verify_writes_nothing(filled):
    before = (filled / FILE).read_bytes()
    verified(filled)
    assert (filled / FILE).read_bytes() == before


def test_rebuild_mends_an_edited_table(filled, tamper):
    tamper(filled, "UPDATE register_claimrow SET state = 'accepted'")
    with Register.open(filled, Key()) as register:
        register.rebuild()
        register.verify()


@pytest.mark.file
def test_a_file_cut_short_is_found(filled):
    whole = (filled / FILE).read_bytes()
    for kept in (0, 100, 4096, len(whole) // 2, len(whole) - 4096):
        (filled / FILE).write_bytes(whole[:kept])
        with pytest.raises(RegisterError):
            verified(filled)


def found_flips(filled: Path, flips: int, seed: int) -> int:
    """Flip single bytes of the encrypted file; say how many verify found."""
    chance = random.Random(seed)
    whole = (filled / FILE).read_bytes()
    found = 0
    for _ in range(flips):
        at = chance.randrange(len(whole))
        changed = bytearray(whole)
        changed[at] ^= chance.randrange(1, 256)
        (filled / FILE).write_bytes(changed)
        try:
            verified(filled)
        except RegisterError:
            found += 1
    return found


@pytest.mark.file
@pytest.mark.slow
def test_two_hundred_flipped_bytes_are_all_found(register, lumenia):
    lumenia.fill(register, reports=60)
    register.close()
    assert found_flips(register.folder, 200, seed=1948) == 200


@pytest.mark.file
def test_twenty_flipped_bytes_are_all_found(filled):
    assert found_flips(filled, 20, seed=2031) == 20


@pytest.mark.file
@pytest.mark.slow
def test_a_flip_in_any_column_of_any_entry_is_found(filled, tamper):
    columns = ("kind", "at", "by", "body", "previous", "digest")
    whole = (filled / FILE).read_bytes()
    for seq in range(1, 19):
        for column in columns:
            (filled / FILE).write_bytes(whole)
            tamper(
                filled,
                f"UPDATE register_entry SET {column} = "
                f"substr({column}, 1, length({column}) - 1) || '~' WHERE seq = {seq}",
            )
            with pytest.raises(LogBroken, match=f"entry {seq} "):
                verified(filled)
