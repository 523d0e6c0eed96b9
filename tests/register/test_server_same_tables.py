"""A table on a server is the same as in a file: order, numbers, bytes, and NULL."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasjil.errors import BadValue
from tasjil.register.derived.tables import digests
from tasjil.register.postgresql import base, schema
from tasjil.register.postgresql.address import postgresql
from tasjil.register.rows import KEEP, REPLACE, insert
from tasjil.register.store import (
    Content,
    JudgementRow,
    ReadingRow,
    ReportRow,
    Store,
    UserRow,
    scratch,
)

pytestmark = pytest.mark.server

IDS = [
    *("b", "B", "a", "A", "ä", "Z", "z", "_", "-", " ", "", "a b", "a-b", "ab"),
    *(
        "قتيل",
        "قُتيل",
        "أحمد",
        "احمد",
        "إحمد",
        "١٤٠٠",
        "1400",
        "ﷺ",
        "\u200fa",
        "i",
        "İ",
        "ı",
    ),
    *(
        "\uffff",
        "\U00010000",
        "\U0001f56f",
        "e\u0301",
        "é",
        "'",
        '"',
        "\\",
        "%s",
        "{",
        "\n",
    ),
]


@pytest.fixture(scope="module")
def both(server) -> Iterator[tuple[Store, Store]]:
    """A register on a server and one in memory, as `verify` holds them together."""
    case = schema.create(server.url())
    on_server, in_memory = Store(postgresql(case, server.url())), Store(scratch())
    in_memory.migrate()
    yield on_server, in_memory
    on_server.close()
    in_memory.close()
    schema.drop(case, server.url())


def equal(both: tuple[Store, Store]) -> bool:
    one, other = (digests(store) for store in both)
    return one == other


def test_ids_of_every_script_stand_in_the_same_order(both):
    shuffled = random.Random(1948).sample(IDS, len(IDS))
    for store in both:
        rows = [(each, number, each) for number, each in enumerate(shuffled)]
        insert(store.alias, ReadingRow, rows, on_conflict=REPLACE)
        kept = ReadingRow.objects.using(store.alias).order_by("pk")
        ids = list(kept.values_list("pk", flat=True))
        assert ids == sorted(IDS, key=str.encode)
        by_reader = ReadingRow.objects.using(store.alias).order_by("reader")
        assert list(by_reader.values_list("pk", flat=True)) == ids
    assert equal(both)


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            TEXT,
            st.integers(-(2**63), 2**63 - 1),
            st.none() | TEXT,
            st.none() | TEXT,
            st.none() | TEXT,
            TEXT,
            TEXT,
            TEXT,
        ),
        unique_by=lambda row: row[0],
    )
)
def test_any_rows_have_the_same_digest_on_both(both, rows):
    for store in both:
        ReportRow.objects.using(store.alias).all().delete()
        insert(store.alias, ReportRow, rows)
    assert equal(both)


def test_what_is_there_is_kept_or_replaced_alike(both):
    for store in both:
        insert(store.alias, UserRow, [("imre", 1, "lead", False, True)])
        newer = [
            ("imre", 5, "guest", True, False),
            ("solveig", 6, "lead", False, True),
        ]
        insert(store.alias, UserRow, newer, on_conflict=REPLACE, same="role")
        roles = UserRow.objects.using(store.alias).order_by("pk").values_list("role")
        assert list(roles) == [("lead",), ("lead",)]
        insert(store.alias, UserRow, newer, on_conflict=KEEP)
        insert(store.alias, UserRow, newer, on_conflict=REPLACE)
    assert equal(both)


def test_a_number_beyond_four_bytes_has_room(both):
    for store in both:
        insert(
            store.alias, JudgementRow, [(2**40, "c", "accepted", "b", "t", "r", False)]
        )
        found = JudgementRow.objects.using(store.alias).filter(seq=2**40)
        assert found.count() == 1
    assert equal(both)


def test_many_large_contents_go_in_several_statements(both, monkeypatch):
    monkeypatch.setattr(base, "BYTES_AT_ONCE", 10_000)
    monkeypatch.setattr(base, "ROWS_AT_ONCE", 7)
    rows = [(f"sha256:{each}", each, bytes(each)) for each in range(300)]
    for store in both:
        insert(store.alias, Content, rows)
        sizes = Content.objects.using(store.alias).values_list("size", "data")
        assert all(len(data) == size for size, data in sizes)
        assert sizes.count() == 300


def test_a_nul_in_a_text_is_refused_on_both(both):
    for store in both:
        with pytest.raises(BadValue, match="NUL"):
            insert(store.alias, ReadingRow, [("fine", 1, "x"), ("a\0", 1, "x")])
        assert not ReadingRow.objects.using(store.alias).filter(pk="fine").exists()


def test_nothing_to_insert_asks_nothing(both):
    for store in both:
        insert(store.alias, ReadingRow, [])
