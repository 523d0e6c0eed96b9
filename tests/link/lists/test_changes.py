"""A spreadsheet that changed: every record is found again, wherever its row went."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.link.lists.changes import ListChanges, changes
from tasjil.link.lists.columns.guessing import guess_columns
from tasjil.model.record import ListRecord

Row = dict[str, str]

NAMES = (
    "Daren Vell",
    "Ilva Tornay",
    "Ana Silva",
    "Mirel Osk",
    "Suri Amand",
    "Tal Reve",
)
PLACES = ("Kesarun", "Varesh", "Port Ava")


def people(count: int, seed: int = 1) -> list[Row]:
    chance = random.Random(seed)
    return [
        {
            "name": f"{chance.choice(NAMES)} {chance.choice('abcdefgh')}{n}",
            "age": str(chance.randrange(90)),
            "died": f"2031-0{chance.randrange(1, 10)}-1{chance.randrange(10)}",
            "place": chance.choice(PLACES),
        }
        for n in range(count)
    ]


def records(rows: list[Row], numbers: list[str] | None = None) -> list[ListRecord]:
    numbers = numbers or [str(n) for n in range(1, len(rows) + 1)]
    return [
        ListRecord.of("a", at, row, number=number)
        for at, (row, number) in enumerate(zip(rows, numbers, strict=True), start=2)
    ]


def compared(
    before: list[Row], after: list[Row], used: tuple[str, ...] = ()
) -> ListChanges:
    columns = guess_columns([*after[0]], after)
    return changes(records(before), records(after), columns, used)


def test_rows_that_were_sorted_keep_their_ids() -> None:
    before = people(40)
    after = sorted(before, key=lambda row: row["name"])
    found = compared(before, after)
    assert found.unchanged == 40
    assert [before[int(n) - 1] for n in found.numbers] == after


def test_a_row_that_was_put_in_the_middle_is_new_and_moves_nobody() -> None:
    before = people(40)
    stranger = {**people(41)[40], "name": "Lio Parr"}
    found = compared(before, [*before[:20], stranger, *before[20:]])
    assert found.new == ("a:41",)
    assert (found.unchanged, found.gone, found.changed) == (40, (), ())
    assert found.numbers[19:22] == ("20", "41", "21")


def test_a_cell_that_was_corrected_is_the_same_record_changed() -> None:
    before = people(40)
    after = [dict(row) for row in reversed(before)]
    after[7]["age"], after[9]["place"] = "101", "Tell Or"
    found = compared(before, after)
    assert [(each.record, each.headers) for each in found.changed] == [
        ("a:33", ("age",)),
        ("a:31", ("place",)),
    ]
    assert not found.doubtful


def test_a_record_of_somebody_else_now_is_named_for_another_look() -> None:
    before = [{"no": f"R{n}", **row} for n, row in enumerate(people(30), start=1)]
    after = [dict(row) for row in before]
    after[4] |= {"name": "Lio Parr", "age": "3"}
    columns = guess_columns([*after[0]], after)
    numbers = [row["no"] for row in before]
    found = changes(records(before, numbers), records(after, numbers), columns)
    assert found.doubtful == ("a:R5",)
    assert (found.new, found.gone) == ((), ())


def test_numbers_that_only_count_the_rows_move_with_them_and_ids_do_not() -> None:
    bare = people(30)
    stranger = {**people(31)[30], "name": "Lio Parr"}
    before = [{"no": str(n), **row} for n, row in enumerate(bare, start=1)]
    later = [*bare[:10], stranger, *bare[10:]]
    after = [{"no": str(n), **row} for n, row in enumerate(later, start=1)]
    found = compared(before, after)
    assert found.numbers[9:12] == ("10", "31", "11")
    assert (found.unchanged, found.changed, found.new) == (30, (), ("a:31",))


def test_the_number_of_a_record_that_is_gone_is_never_given_again() -> None:
    before = people(10)
    less = compared(before, before[:9])
    assert less.gone == ("a:10",)
    stranger = {**people(11)[10], "name": "Lio Parr"}
    more = compared(before[:9], [*before[:9], stranger], used=("10",))
    assert more.new == ("a:11",)


def test_rows_that_are_the_same_are_as_many_records_as_there_are_rows() -> None:
    nobody = {"name": "", "age": "40", "died": "", "place": "Kesarun"}
    found = compared([nobody] * 5, [nobody] * 4)
    assert (found.unchanged, len(found.gone)) == (4, 1)
    assert len(set(found.numbers)) == 4


def test_headers_that_come_and_go_are_said_and_move_nobody() -> None:
    before = people(20)
    after = [{**row, "sex": "f"} for row in before]
    for row in after:
        del row["place"]
    found = compared(before, after)
    assert (found.added, found.dropped) == (("sex",), ("place",))
    assert found.unchanged == 20


def test_a_list_that_was_emptied_has_only_records_that_are_gone() -> None:
    found = changes(records(people(3)), [])
    assert found.gone == ("a:1", "a:2", "a:3")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 12), st.integers(0, 12), st.integers(0, 8))
def test_whatever_was_done_to_a_list_each_record_is_accounted_for_once(
    seed: int, dropped: int, added: int, mended: int
) -> None:
    chance = random.Random(seed)
    before = people(30, seed)
    after = [dict(row) for row in chance.sample(before, 30 - dropped)]
    after += [
        {**row, "name": f"Lio Parr {n}"}
        for n, row in enumerate(people(added, seed + 1))
    ]
    for row in chance.sample(after, mended):
        row[chance.choice(["age", "died", "place"])] = "?"
    chance.shuffle(after)

    found = compared(before, after)

    olds = {f"a:{n}" for n in range(1, 31)}
    now = {f"a:{n}" for n in found.numbers}
    assert len(now) == len(after)
    assert now - olds == set(found.new)
    assert olds - now == set(found.gone)
    assert found.unchanged + len(found.changed) + len(found.new) == len(after)
    same = [row for row, n in zip(after, found.numbers, strict=True) if row in before]
    kept = [n for row, n in zip(after, found.numbers, strict=True) if row in before]
    assert [before[int(n) - 1] for n in kept] == same
