"""The guards on a server hold against any program that connects, and its owner too."""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from tasjil.errors import AppendOnly, LogBroken, RegisterError
from tasjil.register.border import meaning_of
from tasjil.register.checks import guards
from tasjil.register.postgresql import address, schema
from tasjil.register.store import Store

pytestmark = pytest.mark.server

FILL = """
    INSERT INTO register_entry VALUES
        (1, 'k', 't', 'b', NULL, '{}', repeat('0', 64), 'one'),
        (2, 'k', 't', 'b', NULL, '{}', 'one', 'two');
    UPDATE register_head SET size = 2, digest = 'two';
    INSERT INTO register_content VALUES ('sha256:a', 1, 'x'), ('sha256:b', 1, 'y');
    INSERT INTO register_checkpoint VALUES (1, 'note');
    INSERT INTO register_stamp VALUES ('s', 1, 't', 'token');
    INSERT INTO register_sealed VALUES ('w-1', 'data', 'key'), ('w-2', 'data', 'key');
    INSERT INTO register_identityrow VALUES ('w-2', 2, 'witness', 'd', 2);
    INSERT INTO register_erasedrow VALUES ('sha256:b', 2);
"""
NEXT = "'k', 't', 'b', NULL, '{}'"
ATTEMPTS = {
    "an entry is changed": "UPDATE register_entry SET by = 'y' WHERE seq = 2",
    "an entry is removed": "DELETE FROM register_entry WHERE seq = 1",
    "the last entry is removed": "DELETE FROM register_entry WHERE seq = 2",
    "all entries go at once": "TRUNCATE register_entry",
    "everything goes at once": "TRUNCATE register_head, register_entry CASCADE",
    "an entry is skipped": f"INSERT INTO register_entry VALUES (4, {NEXT}, 'two', 'x')",
    "an entry comes again": f"""
        INSERT INTO register_entry VALUES (2, {NEXT}, 'one', 'x')""",
    "an entry has no number": f"""
        INSERT INTO register_entry VALUES (NULL, {NEXT}, 'two', 'x')""",
    "an entry hangs on nothing": f"""
        INSERT INTO register_entry VALUES (3, {NEXT}, 'one', 'x')""",
    "an entry is replaced on the way in": f"""
        INSERT INTO register_entry VALUES (2, {NEXT}, 'one', 'x')
        ON CONFLICT (seq) DO UPDATE SET by = 'y'""",
    "two entries come in the wrong order": f"""
        INSERT INTO register_entry VALUES
        (4, {NEXT}, 'three', 'four'), (3, {NEXT}, 'two', 'three')""",
    "entries are copied in with a gap": """
        COPY register_entry FROM PROGRAM
        'printf "4\\\\tk\\\\tt\\\\tb\\\\t{}\\\\t{}\\\\ttwo\\\\tx\\\\n"'""",
    "an entry is merged": """
        MERGE INTO register_entry e USING register_head h ON e.seq = h.size
        WHEN MATCHED THEN UPDATE SET by = 'y'""",
    "a content is changed": "UPDATE register_content SET data = 'z'",
    "a content is destroyed, and no entry says so": """
        UPDATE register_content SET data = NULL WHERE digest = 'sha256:a'""",
    "a destroyed content comes under another name": """
        UPDATE register_content SET data = NULL, digest = 'sha256:c'
        WHERE digest = 'sha256:b'""",
    "a content is replaced on the way in": """
        INSERT INTO register_content VALUES ('sha256:a', 2, 'zz')
        ON CONFLICT (digest) DO UPDATE SET data = excluded.data""",
    "a content is removed": "DELETE FROM register_content",
    "all contents go at once": "TRUNCATE register_content",
    "the head is removed": "DELETE FROM register_head",
    "the head goes back": "UPDATE register_head SET size = 1",
    "the head takes another number": "UPDATE register_head SET id = 2",
    "a second head comes": "INSERT INTO register_head VALUES (2, 0, '', '')",
    "a checkpoint is changed": "UPDATE register_checkpoint SET note = 'x'",
    "a checkpoint is removed": "DELETE FROM register_checkpoint",
    "all checkpoints go at once": "TRUNCATE register_checkpoint",
    "a size is signed twice": "INSERT INTO register_checkpoint VALUES (1, 'x')",
    "a log is signed that is not so long": """
        INSERT INTO register_checkpoint VALUES (3, 'x')""",
    "a stamp is changed": "UPDATE register_stamp SET token = 'x'",
    "all stamps go at once": "TRUNCATE register_stamp",
    "a stamp is of no checkpoint": """
        INSERT INTO register_stamp VALUES ('r', 2, 't', 'x')""",
    "an identity is changed": "UPDATE register_sealed SET data = 'x'",
    "an identity is destroyed, and no entry says so": """
        UPDATE register_sealed SET data = NULL, key = NULL WHERE reference = 'w-1'""",
    "an identity is removed": "DELETE FROM register_sealed WHERE reference = 'w-2'",
    "an identity is sealed twice": """
        INSERT INTO register_sealed VALUES ('w-2', 'x', 'x')
        ON CONFLICT (reference) DO UPDATE SET key = excluded.key""",
    "one plays a replica": """
        SET session_replication_role = replica;
        DELETE FROM register_entry""",
}

Run = Callable[[str], Any]


@pytest.fixture(scope="module")
def case(server) -> Iterator[str]:
    """A case's schema with a little of everything; no test leaves a change in it."""
    made = schema.create(server.url())
    run_as(server, "tasjil", made, FILL)
    yield made
    schema.drop(made, server.url())


def run_as(server: Any, user: str, case: str, script: str, keep: bool = True) -> Any:
    with psycopg.connect(server.url(user)) as connection:
        connection.execute(f"SET search_path = {case}")
        connection.execute(script)
        if not keep:
            connection.rollback()


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_the_server_refuses_even_its_superuser_when(server, case, attempt):
    with pytest.raises(psycopg.Error) as raised:
        run_as(server, "postgres", case, attempt, keep=False)
    assert raised.value.sqlstate == "TJ001"
    assert isinstance(meaning_of(raised.value), AppendOnly)


def test_what_the_log_says_was_erased_can_be_destroyed(server, case):
    run_as(
        server,
        "tasjil",
        case,
        """UPDATE register_content SET data = NULL WHERE digest = 'sha256:b';
        UPDATE register_sealed SET data = NULL, key = NULL WHERE reference = 'w-2'""",
        keep=False,
    )


def test_a_table_of_the_same_name_does_not_blind_the_guards(server, case):
    blind = f"""
        CREATE TEMP TABLE register_entry (LIKE {case}.register_entry);
        SET LOCAL search_path = pg_temp, {case};
        INSERT INTO {case}.register_entry
            VALUES (1, {NEXT}, repeat('0', 64), 'forged')"""
    with pytest.raises(psycopg.Error, match="expected the next entry"):
        run_as(server, "tasjil", case, blind, keep=False)


CHANGED = {
    "a guard is gone": (
        "DROP TRIGGER entry_never_changes ON register_entry",
        "guard 'register_entry.entry_never_changes'",
    ),
    "a guard sleeps": (
        "ALTER TABLE register_entry DISABLE TRIGGER entry_never_goes",
        "guard 'register_entry.entry_never_goes'",
    ),
    "a guard sleeps before replicas": (
        "ALTER TABLE register_entry ENABLE TRIGGER entry_is_next",
        "guard 'register_entry.entry_is_next'",
    ),
    "a guard does nothing any more": (
        """CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT AS $$ BEGIN RETURN NEW; END $$""",
        r"function of a guard 'refuse\(\)'",
    ),
    "a guard looks elsewhere": (
        "ALTER FUNCTION entry_is_next() SET search_path = pg_temp",
        r"function of a guard 'entry_is_next\(\)'",
    ),
    "a rule turns entries away": (
        "CREATE RULE quiet AS ON INSERT TO register_entry DO INSTEAD NOTHING",
        "rule 'register_entry.quiet'",
    ),
    "rows are hidden": (
        """ALTER TABLE register_claimrow ENABLE ROW LEVEL SECURITY;
        CREATE POLICY few ON register_claimrow USING (false)""",
        "policy 'register_claimrow.few'",
    ),
    "a table stands inside the log": (
        "CREATE TABLE public.more () INHERITS (register_entry)",
        "table inside 'register_entry",
    ),
    "a table is not kept after a crash": (
        "ALTER TABLE register_claimrow SET UNLOGGED",
        "index 'claim_report'",
    ),
    "an index is gone": ("DROP INDEX claim_report", "index 'claim_report'"),
    "a column has another order": (
        'ALTER TABLE register_claimrow ALTER id TYPE text COLLATE "en-x-icu"',
        "column 'register_claimrow.id'",
    ),
    "a column was put in": (
        "ALTER TABLE register_entry ADD note text",
        "column 'register_entry.note'",
    ),
    "a key is gone": (
        "ALTER TABLE register_head DROP CONSTRAINT register_head_pkey",
        "constraint 'register_head.register_head_pkey'",
    ),
    "a table was put in": ("CREATE TABLE notes (words text)", "notes"),
}


@pytest.mark.parametrize(("script", "told"), CHANGED.values(), ids=CHANGED.keys())
def test_verify_finds_that(server, case, script, told):
    store = Store(address.postgresql(case, server.url("postgres")))

    def change_and_check() -> None:
        with store.transaction():
            store.connection.cursor().execute(script)
            guards.check_tables(store, store)

    with pytest.raises(LogBroken, match=told):
        change_and_check()
    guards.check_tables(store, store)
    store.close()


def test_pages_are_read_with_amcheck_and_without(server, case):
    for extension in ("SELECT", "CREATE EXTENSION amcheck"):
        server.sql(extension, database="tasjil")
        store = Store(address.postgresql(case, server.url("postgres"), writes=False))
        with store.transaction():
            guards.check_file(store)
        store.close()
    server.sql("DROP EXTENSION amcheck", database="tasjil")


def test_one_who_may_not_change_tables_appends_and_cannot_touch_a_guard(server, case):
    run_as(
        server,
        "tasjil",
        case,
        f"""GRANT USAGE ON SCHEMA {case} TO clerk;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {case} TO clerk""",
    )
    for attempt in (
        "DROP TRIGGER entry_never_goes ON register_entry",
        "ALTER TABLE register_entry DISABLE TRIGGER ALL",
        "DROP TABLE register_entry",
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RETURN NEW; END $$",
        "TRUNCATE register_claimrow",
        "SET session_replication_role = replica",
    ):
        with pytest.raises(psycopg.Error) as raised:
            run_as(server, "clerk", case, attempt, keep=False)
        assert "does not allow" in str(meaning_of(raised.value))
    store = Store(address.postgresql(case, server.url("clerk")))
    store.migrate()
    with store.transaction():
        guards.check_tables(store, store)
    store.close()
    with pytest.raises(RegisterError, match="does not allow"):
        schema.create(server.url("clerk"))
