"""The door to DuckDB: in memory, silent, and nothing of it on the disk."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa


@contextmanager
def opened(records: pa.Table, *, threads: int | None = None) -> Iterator[Any]:
    """Open a database in memory that holds the records as the table `records`.

    Args:
        records: From `compare.prepare`.
        threads: None leaves it to DuckDB.

    Yields:
        Splink's door to it; its `duckdb_con` is the connection.
    """
    import duckdb
    from splink import DuckDBAPI

    # What Splink tells while it works may hold values of records.
    logging.getLogger("splink").setLevel(logging.CRITICAL + 1)
    connection = duckdb.connect(":memory:")
    try:
        connection.execute("set temp_directory = ''")
        connection.execute("set enable_progress_bar = false")
        if threads is not None:
            connection.execute(f"set threads = {int(threads)}")
        connection.register("told", records)
        connection.execute("create table records as select * from told")
        connection.unregister("told")
        yield DuckDBAPI(connection)
    finally:
        connection.close()
