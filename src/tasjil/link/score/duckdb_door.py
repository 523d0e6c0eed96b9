"""The door to DuckDB: in memory, silent, and nothing readable of it on the disk."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa

from tasjil.errors import NoEncryptedSpill, NotEnoughMemory
from tasjil.link.score.room import Room

MEGABYTE = 1_000_000


@contextmanager
def opened(records: pa.Table, room: Room | None = None) -> Iterator[Any]:
    """Open a database in memory that holds the records as the table `records`.

    Args:
        records: From `compare.prepare`.
        room: What it may take of the machine.

    Yields:
        Splink's door to it; its `duckdb_con` is the connection.

    Raises:
        NotEnoughMemory: What is asked of it does not fit.
        NoEncryptedSpill: A folder to spill to was given, and this DuckDB cannot
            encrypt what it would write there.
    """
    import duckdb
    from splink import DuckDBAPI

    # What Splink tells while it works may hold values of records.
    logging.getLogger("splink").setLevel(logging.CRITICAL + 1)
    room = room or Room()
    connection = duckdb.connect(":memory:")
    try:
        _furnish(connection, room)
        connection.register("told", records)
        connection.execute("create table records as select * from told")
        connection.unregister("told")
        yield DuckDBAPI(connection)
    except duckdb.OutOfMemoryException:
        # What DuckDB says may quote the query; nothing of it goes on.
        raise _refusal(room, records.num_rows) from None
    finally:
        connection.close()


def _furnish(connection: Any, room: Room) -> None:
    connection.execute("set enable_progress_bar = false")
    connection.execute("set temp_directory = ''")
    # Pairs are sorted when all are weighed; keeping their order meanwhile only costs.
    connection.execute("set preserve_insertion_order = false")
    connection.execute(f"set memory_limit = '{room.bytes // MEGABYTE}MB'")
    if room.threads is not None:
        connection.execute(f"set threads = {int(room.threads)}")
    if room.spill is not None:
        _encrypted(connection)
        connection.execute("set temp_directory = $folder", {"folder": str(room.spill)})


def _encrypted(connection: Any) -> None:
    """Turn encryption of what is spilled on.

    DuckDB takes its cipher from OpenSSL, in its extension httpfs. Its own cipher it
    calls unsafe, because of where its random numbers come from, and so do we.
    """
    import duckdb

    try:
        connection.execute("load httpfs")
    except duckdb.Error:
        raise NoEncryptedSpill(
            "expected DuckDB's extension httpfs, whose cipher encrypts what is "
            "spilled; it is not installed here. Install it once on a machine with a "
            "network (INSTALL httpfs), or leave out the folder to spill to"
        ) from None
    connection.execute("set temp_file_encryption = true")


def _refusal(room: Room, records: int) -> NotEnoughMemory:
    return NotEnoughMemory(
        f"linking {records:,} records needs more than the "
        f"{room.bytes // MEGABYTE:,} MB it may take: give it more memory, or a folder "
        "to spill to in an encrypted form, or compare fewer pairs, or use Spark "
        "(docs/spark.md). Nothing was written to disk"
    )
