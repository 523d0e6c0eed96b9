"""Before anyone estimates, lists that saw nobody themselves are found."""

import numpy as np
import pytest

from estimates.published import NAMES, published
from tasjil.estimate.tables import (
    CaptureTable,
    FindingKind,
    check_table,
    check_told,
    groups,
    read_table,
)


def kinds(table: CaptureTable) -> dict[FindingKind, tuple[str, ...]]:
    return {found.kind: found.lists for found in check_table(table)}


def test_a_list_that_is_all_on_another_was_passed_on():
    table = CaptureTable.of("abc", [(1, 1, 0), (0, 1, 1), (0, 0, 1)], [41, 32, 27])
    assert kinds(table)[FindingKind.NESTED] == ("a", "b")


def test_two_lists_of_the_same_people_are_one():
    table = CaptureTable.of("abc", [(1, 1, 0), (1, 1, 1), (0, 0, 1)], [41, 32, 27])
    assert set(kinds(table)[FindingKind.IDENTICAL]) == {"a", "b"}


def test_a_list_put_together_of_others_is_told_as_such():
    rows = [(1, 0, 1), (0, 1, 1), (1, 1, 1), (0, 0, 0)]
    table = CaptureTable.of("abc", rows, [41, 32, 27, 0])
    assert kinds(table)[FindingKind.UNION] == ("c", "a", "b")


def test_a_list_with_people_of_its_own_is_no_union():
    rows = [(1, 0, 1), (0, 1, 1), (0, 0, 1)]
    table = CaptureTable.of("abc", rows, [41, 32, 3])
    assert FindingKind.UNION not in kinds(table)


def test_a_list_nobody_is_on_is_empty_and_not_apart():
    table = CaptureTable.of("abc", [(1, 1, 0), (1, 0, 0), (0, 1, 0)], [41, 33, 27])
    assert kinds(table) == {FindingKind.EMPTY: ("c",)}


def test_lists_that_fall_apart_are_told_by_their_groups():
    rows = [(1, 1, 0, 0), (0, 0, 1, 1), (1, 0, 0, 0), (0, 0, 1, 0)]
    table = CaptureTable.of("abcd", [*rows, (0, 1, 0, 0), (0, 0, 0, 1)], [11] * 6)
    assert groups(table) == (("a", "b"), ("c", "d"))
    assert FindingKind.GROUPS in kinds(table)
    assert FindingKind.APART not in kinds(table)


def test_groups_are_found_along_a_long_chain():
    rows = np.eye(9, dtype=bool) | np.eye(9, k=1, dtype=bool)
    assert len(groups(CaptureTable.of("abcdefghi", rows, [3] * 9))) == 1


def test_counts_in_tens_look_rounded():
    on = [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0)]
    assert FindingKind.ROUNDED in kinds(CaptureTable.of("abc", on, [50, 120, 80, 30]))
    assert FindingKind.ROUNDED not in kinds(
        CaptureTable.of("abc", on, [51, 120, 83, 30])
    )


def test_a_count_copied_down_is_told():
    on = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1) if a or b or c]
    table = CaptureTable.of("abc", on, [37, 37, 37, 37, 52, 41, 23])
    assert FindingKind.EQUAL in kinds(table)


def test_rows_that_repeat_a_pattern_are_told_and_added():
    told = read_table("a,b,count\n1,0,31\n1,0,22\n1,1,13\n0,1,17\n")
    assert FindingKind.REPEATED in {found.kind for found in check_told(told)}
    assert told.table.n == 83


@pytest.mark.parametrize("name", ["kosovo", "gaza3", "my5"])
def test_sound_published_tables_raise_nothing(name):
    assert check_table(published(name)) == ()


@pytest.mark.parametrize("name", NAMES)
def test_no_published_table_looks_made_up(name):
    odd = {FindingKind.ROUNDED, FindingKind.EQUAL, FindingKind.IDENTICAL}
    assert not odd & set(kinds(published(name)))


def test_the_table_of_nobody_is_checked():
    assert {found.kind for found in check_table(CaptureTable.of("ab", [], []))} == {
        FindingKind.EMPTY
    }


def test_every_finding_says_what_to_look_at():
    for found in check_table(published("ph_caloocan_police")):
        assert found.words.endswith((".", "?"))
        assert found.kind.definition
