"""The guards in the file hold against any program that opens it with plain SQL."""

import pytest

from tasjil.errors import AppendOnly
from tasjil.register.border import translated

pytestmark = pytest.mark.file

ATTEMPTS = {
    "an entry is changed": "UPDATE register_entry SET by = 'y' WHERE seq = 2",
    "an entry is removed": "DELETE FROM register_entry WHERE seq = 2",
    "the last entry is removed": """
        DELETE FROM register_entry
        WHERE seq = (SELECT MAX(seq) FROM register_entry)""",
    "an entry is replaced": """
        INSERT OR REPLACE INTO register_entry
        SELECT seq, kind, at, 'y', because, body, previous, digest
        FROM register_entry WHERE seq = 2""",
    "an entry is skipped": """
        INSERT INTO register_entry
        SELECT 1000, kind, at, by, because, body, previous, digest
        FROM register_entry WHERE seq = 2""",
    "an entry has no number": """
        INSERT INTO register_entry
        SELECT NULL, kind, at, by, because, body, previous, digest
        FROM register_entry WHERE seq = 2""",
    "an entry hangs on nothing": """
        INSERT INTO register_entry
        SELECT (SELECT MAX(seq) + 1 FROM register_entry), kind, at, by, because, body,
            'nothing', digest
        FROM register_entry WHERE seq = 2""",
    "a content is changed": "UPDATE register_content SET data = x'00'",
    "a content is removed": "DELETE FROM register_content",
    "the head is removed": "DELETE FROM register_head",
    "the head goes back": "UPDATE register_head SET size = 1",
    "the head is replaced": (
        "INSERT OR REPLACE INTO register_head VALUES (1, 0, '', '')"
    ),
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_the_file_refuses_when(filled, plain_sql, attempt):
    file = plain_sql(filled)
    with pytest.raises(AppendOnly, match="append an entry"), translated():
        file.execute(attempt)
    file.close()


def test_a_content_that_is_there_cannot_be_replaced(filled, plain_sql):
    file = plain_sql(filled)
    asked = "SELECT digest, size, data FROM register_content"
    before = file.execute(asked).fetchall()
    file.execute(
        "INSERT OR REPLACE INTO register_content "
        "SELECT digest, 1, x'00' FROM register_content"
    )
    assert file.execute(asked).fetchall() == before
    file.close()
