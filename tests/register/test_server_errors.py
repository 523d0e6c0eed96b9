"""Whatever a server refuses is told in our words, and never in its own."""

import sys
import threading

import psycopg
import pytest

from tasjil.errors import BadValue, LogBroken, RegisterError
from tasjil.register import log, sqlstates
from tasjil.register.border import meaning_of, translated
from tasjil.register.postgresql import address, schema
from tasjil.register.postgresql.address import postgresql
from tasjil.register.rows import insert
from tasjil.register.store import Content, Head, ReadingRow, Store

NAME = "case_0123456789abcdef"
WORD = "quiet-river-7"


def opened(server, database: str) -> None:
    """Ask a server for the end of a log, as `Register.open` does first."""
    store = Store(postgresql(NAME, database))
    try:
        store.require_log()
    finally:
        store.close()


@pytest.mark.server
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("/tasjil?", "/nowhere?"), "no such database"),
        (("tasjil@", f"nobody:{WORD}@"), "did not let this user in"),
        (("tasjil@", f"guarded:{WORD}@"), "did not let this user in"),
        (("tasjil@", "guarded@"), "did not let this user in"),
        (("?host=", "?host=/nowhere"), "cannot be reached"),
        (("?host=", "?port=1&host="), "cannot be reached"),
        (("", ""), "found a database without a log"),
    ],
)
def test_a_connection_that_fails_says_which_setting_to_check(server, change, told):
    url = server.url().replace(*change, 1)
    with pytest.raises(RegisterError, match=told) as raised:
        opened(server, url)
    assert WORD not in str(raised.value)
    assert "guarded" not in str(raised.value)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


@pytest.mark.parametrize(
    "url",
    [
        f"mysql://imre:{WORD}@host/db",
        f"postgresql://imre:{WORD}@[host/db",
        f"host=db password={WORD} dbname=cases",
        f"postgresql://imre:{WORD}@host",
        WORD,
    ],
)
def test_an_address_that_is_none_is_told_without_its_password(url):
    with pytest.raises(RegisterError, match="expected DATABASE_URL") as raised:
        postgresql(NAME, url)
    assert WORD not in str(raised.value)
    assert raised.value.__suppress_context__


def test_a_case_on_a_server_without_the_address_says_which_variable_to_set():
    for nothing in (None, ""):
        with pytest.raises(RegisterError, match="DATABASE_URL is not set"):
            postgresql(NAME, nothing)


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RegisterError, match=r"pip install .tasjil\[postgres\]"):
        postgresql(NAME, "postgresql://imre@host/db")


def test_a_name_in_the_keys_that_is_no_schema_of_a_case_is_not_used():
    for name in ("public", "case_1; DROP", "CASE_0123456789abcdef", NAME + "\n"):
        with pytest.raises(RegisterError, match="last backup of the case folder"):
            postgresql(name, "postgresql://imre@host/db")


def test_what_the_address_says_of_tls_is_passed_on():
    url = "postgresql://imre@host/db?sslmode=verify-full&sslrootcert=/etc/ca.pem"
    options = postgresql(NAME, url)["OPTIONS"]
    assert options["sslmode"] == "verify-full"
    assert options["sslrootcert"] == "/etc/ca.pem"
    assert options["user"] == "imre"


def test_what_the_address_sets_for_a_connection_stays():
    url = "postgresql://imre@host/db?options=-c%20work_mem%3D64MB"
    asked = postgresql(NAME, url)["OPTIONS"]["options"]
    assert asked.startswith("-c work_mem=64MB -c search_path=")


@pytest.fixture(scope="module")
def case(server):
    made = schema.create(server.url())
    yield made
    schema.drop(made, server.url())


@pytest.fixture
def doomed(server):
    """A case that a test may break."""
    return schema.create(server.url())


@pytest.fixture
def store(server, case):
    made = Store(postgresql(case, server.url()))
    yield made
    made.close()


@pytest.mark.server
@pytest.mark.parametrize("code", [*sqlstates.CODES, "53400", "22012"])
def test_no_error_of_a_server_tells_a_value(store, code):
    whole = code + "00000"[len(code) :]
    script = f"""DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{whole}',
        MESSAGE = 'Imre', DETAIL = 'Imre', HINT = 'Imre'; END $$"""

    def refuse() -> None:
        with translated():
            store.connection.cursor().execute(script)

    with pytest.raises(RegisterError) as raised:
        refuse()
    meaning = sqlstates.CODES.get(code)
    expected = meaning.text if meaning else f"refused with .* {code}"
    assert "Imre" not in str(raised.value)
    if meaning:
        assert str(raised.value) == expected
    else:
        assert raised.match(expected)


def test_every_meaning_says_what_to_do_next():
    for meaning in {*sqlstates.CODES.values(), *sqlstates.WORDS.values()}:
        assert len(meaning.text.split(";")) > 1, meaning.text


@pytest.mark.server
def test_a_log_another_program_holds_is_busy_and_not_waited_for_for_ever(
    server, case, monkeypatch
):
    monkeypatch.setattr(address, "BUSY_SECONDS", 0.05)
    waiting = Store(postgresql(case, server.url()))
    with psycopg.connect(server.url()) as other:
        other.execute(f"SELECT 1 FROM {case}.register_head FOR UPDATE")
        with pytest.raises(RegisterError, match="busy"), waiting.transaction():
            pass
        other.rollback()
    with waiting.transaction():
        pass
    waiting.close()


@pytest.mark.server
def test_who_only_looks_cannot_write(server, case):
    looking = Store(postgresql(case, server.url(), writes=False))
    with pytest.raises(RegisterError, match="read-only"), looking.transaction():
        Head.objects.using(looking.alias).update(size=9)
    looking.close()


@pytest.mark.server
def test_a_schema_that_is_gone_is_told(server, doomed):
    store = Store(postgresql(doomed, server.url()))
    store.require_log()
    server.sql(f"DROP SCHEMA {doomed} CASCADE", database="tasjil")
    with pytest.raises(LogBroken, match="no tables of it"), translated():
        log.head(store)
    store.close()


@pytest.mark.server
def test_a_connection_that_is_cut_is_told_and_the_next_action_connects_again(
    server, store
):
    def cut_in_the_middle() -> None:
        with store.transaction():
            server.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = 'tasjil'"
            )
            log.head(store)

    with pytest.raises(RegisterError, match="connection .* was lost"):
        cut_in_the_middle()
    with store.transaction():
        assert log.head(store).size == 0


@pytest.mark.server
def test_a_database_for_one_script_only_is_refused(server):
    server.sql("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    server.sql("GRANT CREATE ON DATABASE latin TO tasjil")
    with pytest.raises(RegisterError, match="every script"):
        schema.create(server.url().replace("/tasjil?", "/latin?"))


@pytest.mark.server
def test_a_server_that_does_not_wait_for_its_disk_still_does_so_for_the_log(
    server, case
):
    server.sql("ALTER DATABASE tasjil SET synchronous_commit = off")
    store = Store(postgresql(case, server.url()))
    with store.connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        assert cursor.fetchone() == ("on",)
    store.close()
    server.sql("ALTER DATABASE tasjil RESET synchronous_commit")


@pytest.mark.server
def test_text_with_a_nul_is_refused_before_it_reaches_the_server(store):
    with pytest.raises(BadValue, match="NUL"), store.transaction():
        insert(store.alias, ReadingRow, [("a\0b", 1, "english/1")])
    with pytest.raises(RegisterError, match="NUL"), translated():
        ReadingRow.objects.using(store.alias).filter(pk="a\0b").first()


@pytest.mark.server
def test_bytes_are_kept_as_they_are(store):
    rows = [("every", 256, bytes(range(256))), ("none", 0, b""), ("gone", 1, None)]
    with store.transaction():
        insert(store.alias, Content, rows)
    kept = Content.objects.using(store.alias).order_by("size").values_list("data")
    assert [each if each is None else bytes(each) for (each,) in kept] == [
        b"",
        None,
        bytes(range(256)),
    ]


@pytest.mark.server
def test_a_case_made_twice_at_once_is_made_of_the_same_steps(server, doomed):
    """Two programs that bring up one register wait for each other."""
    with psycopg.connect(server.url()) as file:
        file.execute(f"DROP SCHEMA {doomed} CASCADE; CREATE SCHEMA {doomed}")
    wrong: list[BaseException] = []

    def bring_up() -> None:
        store = Store(postgresql(doomed, server.url()))
        try:
            store.migrate()
        except BaseException as found:
            wrong.append(found)
        finally:
            store.close()

    both = [threading.Thread(target=bring_up) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert not wrong


def test_an_error_without_a_code_names_its_kind():
    assert "refused with ValueError" in str(meaning_of(ValueError("Imre")))
