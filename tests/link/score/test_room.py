"""Linking takes its share of the machine, and leaves nothing readable on the disk."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from tasjil.errors import BadValue, NoEncryptedSpill, NotEnoughMemory
from tasjil.link.score.duckdb_door import opened
from tasjil.link.score.room import Room, machine_memory

PLANTED = "Daren Vell"
SORTED = "create table sorted as select *, md5(row::text) as m from records order by m"


def records(many: int) -> pa.Table:
    return pa.table(
        {"row": range(many), "name": [f"{PLANTED} {n}" for n in range(many)]}
    )


def test_the_database_takes_a_share_of_the_machine() -> None:
    assert 0 < Room().bytes < machine_memory()
    with opened(records(3), Room(memory=300_000_000, threads=1)) as api:
        told = api.duckdb_con.execute(
            "select current_setting('memory_limit'), current_setting('threads'), "
            "current_setting('temp_directory')"
        ).fetchone()
    assert told == ("286.1 MiB", 1, "")


def test_what_does_not_fit_is_refused_in_words_that_name_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = pytest.raises(NotEnoughMemory, match="needs more than the 30 MB")
    with refused as error, opened(records(200_000), Room(memory=30_000_000)) as api:
        api.duckdb_con.execute(SORTED)
    assert PLANTED not in str(error.value)
    assert list(tmp_path.iterdir()) == []


def _can_encrypt() -> bool:
    try:
        duckdb.connect().execute("load httpfs")
    except duckdb.Error:
        return False
    return True


def test_a_folder_to_spill_to_is_refused_or_holds_nothing_that_can_be_read(
    tmp_path: Path,
) -> None:
    room = Room(memory=60_000_000, threads=1, spill=tmp_path)
    if not _can_encrypt():
        refused = pytest.raises(NoEncryptedSpill, match="httpfs")
        with refused, opened(records(10), room):
            pass
        assert list(tmp_path.iterdir()) == []
        return
    with opened(records(400_000), room) as api:
        api.duckdb_con.execute(SORTED)
        assert PLANTED.encode() not in spilled(tmp_path)


def spilled(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*.tmp")))


@pytest.mark.slow
@pytest.mark.parametrize("encrypted", [False, True])
def test_duckdb_spills_names_that_can_be_read_unless_it_encrypts(
    tmp_path: Path, encrypted: bool
) -> None:
    # Why the door opens no folder without encryption. The cipher here is DuckDB's own,
    # which needs no extension; the door does not offer it, it is the same machinery.
    connection = duckdb.connect()
    connection.execute("set memory_limit = '60MB'; set threads = 1")
    connection.execute("set temp_directory = $at", {"at": str(tmp_path)})
    if encrypted:
        connection.execute("set force_mbedtls_unsafe = 'true'")
        connection.execute("set temp_file_encryption = true")
    connection.execute(
        f"create table records as select i as row, '{PLANTED} ' || i as name "
        "from range(2_000_000) made(i)"
    )
    connection.execute(SORTED)
    found = spilled(tmp_path)
    connection.close()
    assert len(found) > 1_000_000
    assert (PLANTED.encode() in found) is not encrypted


def test_room_for_nothing_is_refused() -> None:
    with pytest.raises(BadValue, match="memory above 0"):
        Room(memory=0)
    with pytest.raises(BadValue, match="one thread"):
        Room(threads=0)
