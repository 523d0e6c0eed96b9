"""A thousand random changes to a register, by somebody who holds its key or does not.

Each is one change: a value, a row, or a byte of the encrypted file. Verify finds it, or
it is proved that the file says exactly what it said before. One thing is left out, as
nothing in the register can show it: a checkpoint taken away as a whole. Checkpoints are
worth what they are because copies of them are kept elsewhere.
"""

import random
import sqlite3

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tasjil.errors import RegisterError
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.verify import verify_register

pytestmark = pytest.mark.file

FILE = "register.sqlite"
KEPT_WHOLE = ("register_checkpoint",)
ROWS = """
    SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name LIKE 'register%'
"""
REFUSED = (sqlcipher.IntegrityError, sqlite3.IntegrityError, sqlcipher.OperationalError)


class Changer:
    """Makes one random change at a time to copies of a register."""

    def __init__(self, folder, open_file, tamper, chance):
        self.folder, self.open_file = folder, open_file
        self.tamper, self.chance = tamper, chance
        self.whole = (folder / FILE).read_bytes()
        file = open_file(folder)
        self.columns = file.execute(ROWS).fetchall()
        self.rows = {
            table: [row for (row,) in file.execute(f"SELECT rowid FROM {table}")]
            for table in {table for table, _, _ in self.columns}
        }
        file.close()
        self.said = self.says()

    def says(self):
        """All that can be read: guards, entries, contents, signatures and rows."""
        file = self.open_file(self.folder)
        try:
            schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
            tables = sorted(self.rows)
            return file.execute(schema).fetchall(), [
                file.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
                for table in tables
            ]
        finally:
            file.close()

    def change(self):
        """Change the register in one way; say how."""
        ways = (self.flip, self.edit, self.edit, self.edit, self.remove, self.double)
        while True:
            (self.folder / FILE).write_bytes(self.whole)
            try:
                how = self.chance.choice(ways)()
            except REFUSED:
                continue  # the file itself refuses; no guard is needed for that
            if how:
                return how

    def flip(self):
        changed = bytearray(self.whole)
        at = self.chance.randrange(len(changed))
        changed[at] ^= self.chance.randrange(1, 256)
        (self.folder / FILE).write_bytes(changed)
        return f"byte {at} flipped"

    def place(self):
        """A table that has rows, one of them, and one of its columns."""
        table, column, kind = self.chance.choice(self.columns)
        if not self.rows[table]:
            return None
        return table, column, kind, self.chance.choice(self.rows[table])

    def edit(self):
        at = self.place()
        if at is None:
            return None
        table, column, kind, row = at
        c, k = f'"{column}"', self.chance.randrange(1, 40)
        other = self.chance.choice(self.rows[table])
        values = [
            f"(SELECT {c} FROM {table} WHERE rowid = {other})",
            *("NULL", "''", "0", f"CAST({c} AS BLOB)"),
        ]
        if kind.startswith(("text", "varchar")):
            values += [
                f"{c} || ' '",
                f"substr({c}, 2)",
                f"substr({c}, 1, {k}) || 'x' || substr({c}, {k} + 2)",
                f"upper({c})",
            ]
        elif kind == "BLOB":
            values += [f"randomblob(length({c}))", f"substr({c}, {k})"]
        else:
            values += [f"{c} + 1", f"-{c}", f"{c} + 0.5", "9223372036854775807"]
        value = self.chance.choice(values)
        return self.run(f"UPDATE {table} SET {c} = {value} WHERE rowid = {row}")

    def remove(self):
        at = self.place()
        if at is None or at[0] in KEPT_WHOLE:
            return None
        return self.run(f"DELETE FROM {at[0]} WHERE rowid = {at[3]}")

    def double(self):
        """Put a row in again, with another key."""
        at = self.place()
        if at is None:
            return None
        table, _, _, row = at
        names = [column for of, column, _ in self.columns if of == table]
        kinds = {column: kind for of, column, kind in self.columns if of == table}
        number = "int" in kinds[names[0]].lower()
        key = f"{names[0]} + 1000" if number else f"{names[0]} || 'a'"
        rest = ", ".join([key, *(f'"{name}"' for name in names[1:])])
        return self.run(
            f"INSERT INTO {table} SELECT {rest} FROM {table} WHERE rowid = {row}"
        )

    def run(self, script):
        self.tamper(self.folder, script)
        return script


def found_of(changer, many):
    """Make many changes; say how many verify found. The others changed nothing."""
    opened = ring.unlock(changer.folder, Key())
    found = 0
    for _ in range(many):
        how = changer.change()
        try:
            verify_register(changer.folder, opened)
        except RegisterError:
            found += 1
        else:
            assert changer.says() == changer.said, f"not found: {how}"
    return found


@pytest.fixture
def changer(filled, plain_sql, tamper):
    def seeded(seed):
        return Changer(filled, plain_sql, tamper, random.Random(seed))

    return seeded


@pytest.mark.slow
def test_a_thousand_random_changes_are_found_or_change_nothing(changer):
    found = found_of(changer(1948), 1_000)
    print(f"{found} of 1,000 found; the others changed nothing")
    assert found > 800


def test_fifty_random_changes_are_found_or_change_nothing(changer):
    assert found_of(changer(2031), 50) > 35
