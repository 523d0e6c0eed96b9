"""Who is compared with whom: those who share enough, each pair once, and no crowd."""

import numpy as np
import pyarrow as pa
import pytest

from tasjil.errors import BadValue
from tasjil.link.block import Blocks, Limits, block_keys

MANY = 20_000
BOUND = 150

SEEN = ("given_1", "father_1", "grandfather_1", "family_1", "given_loose")
SEEN += ("family_loose", "place_1", "place_2", "home_1", "home_2", "sex")
SEEN += ("id_national",)
DAYS = ("age_low", "age_high", "born_low", "born_high", "died_low", "died_high")
DAYS += ("born_day",)


def table(rows: list[dict[str, object]]) -> pa.Table:
    texts = {
        each: pa.array([row.get(each) for row in rows], pa.string()) for each in SEEN
    }
    days = {
        each: pa.array([row.get(each) for row in rows], pa.int32()) for each in DAYS
    }
    return pa.table(texts | days)


def stranger(nth: int) -> dict[str, object]:
    """Somebody who shares hardly anything with the others."""
    return {
        "given_1": f"g{nth % 997}",
        "father_1": f"f{nth % 991}",
        "family_1": f"n{nth % 983}",
        "place_1": f"p{nth % 211}",
        "place_2": f"q{nth % 7}",
        "sex": ("man", "woman")[nth % 2],
        "age_low": nth % 89,
        "age_high": nth % 89,
        "died_low": nth % 977,
        "died_high": nth % 977,
    }


def pairs(blocks: Blocks, batch: int = 50_000) -> set[tuple[int, int]]:
    found = [
        pair
        for left, right in blocks.pairs(batch)
        for pair in zip(left.tolist(), right.tolist(), strict=True)
    ]
    assert len(found) == len(set(found))
    assert all(one < other for one, other in found)
    return set(found)


def among(rows: list[dict[str, object]]) -> set[tuple[int, int]]:
    return pairs(block_keys(table(rows), Limits(everything=0)))


def test_a_few_records_are_all_compared_and_each_pair_once() -> None:
    blocks = block_keys(table([stranger(nth) for nth in range(40)]))
    assert len(pairs(blocks, batch=100)) == blocks.count == 40 * 39 // 2


def test_nobody_is_compared_where_there_is_no_record() -> None:
    assert pairs(block_keys(table([]))) == set()
    assert pairs(block_keys(table([]), Limits(everything=0))) == set()


def test_a_record_without_its_father_is_compared_with_the_one_that_has_him() -> None:
    whole = {"given_1": "slm", "father_1": "hsn", "family_1": "drn"}
    rows = [stranger(nth) for nth in range(3_000)]
    rows += [whole, whole | {"father_1": None}]
    assert (3_000, 3_001) in among(rows)


def test_a_family_name_written_first_is_compared_with_the_one_written_last() -> None:
    rows = [stranger(nth) for nth in range(3_000)]
    rows += [{"given_1": "slm", "father_1": "hsn", "family_1": "drn"}]
    rows += [{"given_1": "drn", "father_1": "slm", "family_1": "hsn"}]
    assert (3_000, 3_001) in among(rows)


def test_somebody_without_a_name_is_compared_by_place_days_age_and_sex() -> None:
    told = {"place_1": "p5", "sex": "man", "age_low": 31, "age_high": 31}
    day = {"died_low": 5_000, "died_high": 5_000}
    named = told | day | {"given_1": "slm", "family_1": "drn"}
    off = {"died_low": 5_002, "died_high": 5_002, "age_low": 33, "age_high": 33}
    rows = [stranger(nth) for nth in range(3_000)] + [named, told | day | off]
    assert (3_000, 3_001) in among(rows)


def test_one_part_of_a_name_meets_all_who_bear_it_and_died_there_that_week() -> None:
    told = {"place_1": "p5", "died_low": 5_000, "died_high": 5_000, "given_1": "slm"}
    rows = [told | {"family_1": f"b{nth}"} for nth in range(300)]
    rows[7] |= {"sex": "woman"}
    found = among([*rows, told | {"sex": "man"}])
    assert {(nth, 300) for nth in range(300)} - found == {(7, 300)}
    assert (0, 1) not in found


def test_a_common_name_without_a_day_is_compared_where_age_and_area_agree() -> None:
    name = {"given_1": "mhmd", "family_1": "ahmd", "place_2": "q1"}
    aged = name | {"age_low": 31, "age_high": 31}
    rows = [
        aged | {"place_1": f"p{nth}", "died_low": 40 * nth, "died_high": 40 * nth}
        for nth in range(60)
    ]
    found = among([*rows, aged])
    assert {(nth, 60) for nth in range(60)} <= found
    assert (0, 1) not in found


def test_where_most_lack_a_day_nobody_meets_a_crowd_for_that() -> None:
    name = {"given_1": "mhmd", "family_1": "ahmd", "place_2": "q1"}
    rows = [name | {"age_low": 31, "age_high": 31, "place_1": "p1"}] * 900
    assert among(rows) == set()


def test_one_digit_wrong_in_a_number_still_meets_where_a_part_agrees() -> None:
    rows = [stranger(nth) for nth in range(3_000)]
    rows += [{"given_1": "slm", "id_national": "100200300"}]
    rows += [{"given_1": "slm", "id_national": "100200301"}]
    assert (3_000, 3_001) in among(rows)


def test_another_sex_and_another_year_of_death_keep_namesakes_apart() -> None:
    name = {"given_1": "slm", "family_1": "drn"}
    man = {"sex": "man", "died_low": 100, "died_high": 100}
    woman = {"sex": "woman", "died_low": 900, "died_high": 900}
    rows = [stranger(nth) for nth in range(3_000)]
    rows += [name | man, name | woman, name | man | {"sex": "woman"}]
    found = among(rows)
    assert (3_000, 3_001) not in found
    assert {(3_000, 3_002), (3_001, 3_002)} <= found


@pytest.mark.parametrize("name", ["", None])
def test_names_that_are_empty_bring_nobody_together(name: str | None) -> None:
    parts = dict.fromkeys(SEEN[:4], name)
    blocks = block_keys(table([parts] * MANY))
    assert blocks.count == 0
    (said,) = blocks.not_compared
    assert said.records == MANY
    assert "no name, no place, no day and no number" in said.words


def test_rows_that_are_all_equal_are_not_compared_and_it_is_said() -> None:
    blocks = block_keys(table([stranger(1)] * MANY))
    assert blocks.count == 0
    assert any(said.records == MANY for said in blocks.not_compared)
    assert any(said.pairs == MANY * (MANY - 1) // 2 for said in blocks.not_compared)


def test_one_name_on_half_the_rows_stays_within_the_bound() -> None:
    name = {"given_1": "mhmd", "father_1": "ahmd", "family_1": "drn"}
    rows = [stranger(nth) | (name if nth % 2 else {}) for nth in range(MANY)]
    blocks = block_keys(table(rows))
    assert 0 < blocks.count <= BOUND * MANY
    assert len(pairs(blocks)) > 0


def test_a_common_name_without_place_or_day_is_told_by_name_and_number() -> None:
    name = {"given_1": "mhmd", "family_1": "ahmd"}
    rows = [stranger(nth) for nth in range(MANY)] + [name] * 412
    names = [""] * MANY + ["Muhammad Ahmad"] * 412
    said = [each.words for each in block_keys(table(rows), names=names).not_compared]
    assert (
        "412 records named Muhammad Ahmad without place or day "
        "were not compared with each other"
    ) in said


def test_a_tighter_bound_gives_up_the_largest_blocks_and_says_so() -> None:
    rows = [stranger(nth % 4_000) for nth in range(MANY)]
    wide = block_keys(table(rows))
    tight = block_keys(table(rows), Limits(pairs=2))
    assert tight.count <= 2 * MANY < wide.count
    assert any("within its bound" in said.words for said in tight.not_compared)


def test_the_order_of_records_changes_no_pair() -> None:
    rows = [stranger(nth * nth % 5_003) for nth in range(4_000)]
    order = np.random.default_rng(1948).permutation(len(rows))
    shuffled = [rows[at] for at in order]
    there = {
        tuple(sorted((int(order[one]), int(order[other]))))
        for one, other in among(shuffled)
    }
    assert there == among(rows)


def test_a_month_of_death_and_a_day_in_it_do_not_keep_a_name_apart() -> None:
    name = {"given_1": "slm", "family_1": "drn"}
    month = name | {"died_low": 6_000, "died_high": 6_029}
    day = name | {"died_low": 6_010, "died_high": 6_010}
    rows = [stranger(nth) for nth in range(3_000)] + [month, day]
    assert (3_000, 3_001) in among(rows)


def test_bounds_that_allow_nothing_are_refused() -> None:
    with pytest.raises(BadValue, match="bounds above 0"):
        Limits(pairs=0)


def test_columns_that_hold_numbers_for_texts_bring_the_same_people_together() -> None:
    texts = table([stranger(nth * nth % 5_003) for nth in range(4_000)])
    coded = SEEN[:8]
    whole = pa.concat_arrays([texts[name].combine_chunks() for name in coded])
    numbers = whole.dictionary_encode().indices.cast(pa.int32())
    columns = {name: texts[name] for name in texts.column_names}
    for at, name in enumerate(coded):
        columns[name] = numbers.slice(at * len(texts), len(texts))
    limits = Limits(everything=0)
    assert pairs(block_keys(pa.table(columns), limits)) == pairs(
        block_keys(texts, limits)
    )


def test_a_common_name_meets_where_most_of_a_birth_agrees() -> None:
    rows = [stranger(nth) for nth in range(1_500)]
    rows += [
        {"given_1": "hans", "family_1": "muller", "born_day": 19_300_101 + 10_000 * nth}
        for nth in range(60)
    ]
    rows += [{"given_1": "hans", "family_1": "muller", "born_day": 19_301_214}]
    rows += [{"given_1": "hans", "family_1": "muller", "born_day": 19_301_222}]
    assert (1_560, 1_561) in pairs(block_keys(table(rows)))


def test_a_broken_name_meets_where_birth_and_the_wider_home_agree() -> None:
    rows = [stranger(nth) for nth in range(1_500)]
    born = {"born_low": 9_000, "born_high": 9_000, "home_2": "manor park"}
    rows += [{"given_1": "etn", "family_1": "ftspt", "home_1": "10 laughton", **born}]
    rows += [{"given_1": "klb", "family_1": "ftspk", "home_1": "10 stzreet", **born}]
    assert (1_500, 1_501) in pairs(block_keys(table(rows)))


def test_a_broken_name_meets_where_the_rest_of_it_and_most_of_a_birth_agree() -> None:
    rows = [stranger(n) for n in range(2_000)]
    one = {"given_1": "ptr", "family_1": "frk", "born_day": 19620510}
    other = {"given_1": "str", "family_1": "frk", "born_day": 19620501}
    third = {"given_1": "str", "family_1": "frk", "born_day": 19710702}
    more = [{"given_1": f"x{n}", "family_1": "frk"} for n in range(50)]
    found = among([one, other, third, *more, *rows])
    assert (0, 1) in found
    assert (0, 2) not in found
