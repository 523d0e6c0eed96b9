"""Whether a server's pages can be read, and its indexes agree with its tables."""

from typing import Any

from django.db import transaction

from tasjil.errors import LogBroken
from tasjil.register.border import translated
from tasjil.register.store import Store

AMCHECK = """
    SELECT quote_ident(pronamespace::regnamespace::text) || '.bt_index_check'
    FROM pg_proc WHERE proname = 'bt_index_check' AND pronargs = 2
        AND has_function_privilege(oid, 'EXECUTE')
"""
INDEXES = """
    SELECT c.oid, quote_ident(t.relname) FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    JOIN pg_am m ON m.oid = c.relam
    WHERE c.relnamespace = current_schema()::regnamespace AND m.amname = 'btree'
        AND (i.indisprimary OR %s)
"""
BY_TABLE = "SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off"
BY_INDEX = """
    SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on;
    SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off
"""
AS_EVER = """
    SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on;
    SET LOCAL enable_seqscan = on; SET LOCAL enable_bitmapscan = on
"""


def check_pages(store: Store) -> None:
    """Have the server read every row; with amcheck it checks every index too.

    Without that extension (or the right to it) every row is read whole, and counted
    once by the table and once by its key.

    Raises:
        LogBroken: Some cannot be read, or the two counts differ.
    """
    with (
        translated(),
        transaction.atomic(using=store.alias),
        store.connection.cursor() as cursor,
    ):
        cursor.execute(AMCHECK)
        amcheck = cursor.fetchone()
        cursor.execute(INDEXES, [amcheck is not None])
        for index, table in cursor.fetchall():
            if amcheck is not None:
                cursor.execute(f"SELECT {amcheck[0]}(%s::regclass, true)", [index])
            else:
                _same_count(cursor, table)


def _same_count(cursor: Any, table: str) -> None:
    cursor.execute(BY_TABLE)
    cursor.execute(f"SELECT count(*), sum(length(t::text)) FROM {table} t")
    by_table, _ = cursor.fetchone()
    cursor.execute(BY_INDEX)
    cursor.execute(f"SELECT count(*) FROM {table}")
    (by_index,) = cursor.fetchone()
    cursor.execute(AS_EVER)
    if by_table != by_index:
        raise LogBroken(
            f"expected as many rows in the index of {table} as in the table, found "
            "another number; have the server's operator run REINDEX, then `tasjil "
            "verify` again"
        )
