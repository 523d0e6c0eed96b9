"""Ids of persons survive another linkage, and come back when it is undone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.errors import BadValue
from tasjil.link.persons.carry import Carried, carry, person_id
from tasjil.model.ids import RecordId, VictimId

RECORDS = [RecordId("abc"[n % 3] + f":{n}") for n in range(14)]
linkages = st.lists(st.integers(0, 6), min_size=14, max_size=14).map(np.array)


def linked(*persons: str) -> tuple[list[RecordId], np.ndarray]:
    """'ab c' is a person told of by a and b, and one told of by c."""
    records = [RecordId(each) for person in persons for each in person]
    return records, np.repeat(range(len(persons)), [len(each) for each in persons])


def groups(carried: Carried) -> set[frozenset[RecordId]]:
    found: dict[VictimId, set[RecordId]] = {}
    for record, person in carried.persons.items():
        found.setdefault(person, set()).add(record)
    return {frozenset(each) for each in found.values()}


def test_a_person_is_named_after_the_first_record_and_the_name_says_nothing():
    found = carry(*linked("ba", "c"))
    assert found.persons["b"] == person_id(RecordId("a"))
    assert found.persons["c"] == person_id(RecordId("c"))
    assert found.new == set(found.persons.values())


def test_of_two_that_become_one_the_one_with_more_records_gives_its_id():
    first = carry(*linked("xyz", "a"))
    then = carry(*linked("xyza"), before=first.persons)
    assert set(then.persons.values()) == {first.persons["x"]}
    assert then.joined == {first.persons["a"]: first.persons["x"]}
    assert not then.parted
    assert not then.new


def test_of_a_person_that_parts_the_greater_part_keeps_the_id():
    first = carry(*linked("abc"))
    then = carry(*linked("a", "bc"), before=first.persons)
    assert then.persons["b"] == first.persons["a"]
    assert then.parted == {first.persons["a"]: (then.persons["a"],)}
    assert then.new == {then.persons["a"]}


def test_an_id_never_names_somebody_else_though_its_first_record_left():
    first = carry(*linked("abc"))
    then = carry(*linked("a", "bc"), before=first.persons)
    assert then.persons["a"] != person_id(RecordId("a"))


def test_undoing_a_join_gives_both_their_ids_back():
    first = carry(*linked("xy", "cd"))
    joined = carry(*linked("xycd"), before=first.persons)
    undone = carry(*linked("xy", "cd"), before=joined.persons, past=joined.past)
    assert undone.persons == first.persons


def test_a_person_whose_records_are_all_gone_comes_back_under_its_id():
    first = carry(*linked("ab", "c"))
    without = carry(*linked("c"), before=first.persons)
    again = carry(*linked("ab", "c"), before=without.persons, past=without.past)
    assert again.persons == first.persons


def test_a_record_that_stands_there_twice_is_refused():
    with pytest.raises(BadValue, match="every record once"):
        carry([RecordId("a"), RecordId("a")], np.array([0, 1]))


@settings(deadline=None)
@given(linkages, linkages, st.permutations(range(14)))
def test_the_order_of_input_changes_nothing(first, then, order):
    before = carry(RECORDS, first).persons
    shuffled = dict(
        sorted(before.items(), key=lambda each: order[RECORDS.index(each[0])])
    )
    one = carry(RECORDS, then, before)
    other = carry([RECORDS[at] for at in order], 7 - then[list(order)], shuffled)
    assert one == other


@settings(deadline=None)
@given(linkages, linkages)
def test_every_person_has_one_id_and_every_id_one_person(first, then):
    before = carry(RECORDS, first)
    found = carry(RECORDS, then, before.persons, before.past)
    assert groups(found) == {
        frozenset(np.array(RECORDS)[then == label].tolist()) for label in set(then)
    }
    assert not set(found.past) & set(found.persons.values())
    ever = {*before.persons.values(), *found.persons.values()}
    assert set(found.past) | set(found.persons.values()) >= ever


@settings(deadline=None)
@given(linkages, st.lists(st.integers(0, 6), max_size=3))
def test_a_new_record_changes_only_the_persons_it_touches(labels, touched):
    before = carry(RECORDS, labels)
    joined = np.where(np.isin(labels, touched), 99, labels)
    found = carry([*RECORDS, RecordId("new")], np.append(joined, 99), before.persons)
    for record, label in zip(RECORDS, labels.tolist(), strict=True):
        if label not in touched:
            assert found.persons[record] == before.persons[record]
    assert set(found.new) <= {found.persons[RecordId("new")]}


@settings(deadline=None)
@given(linkages, linkages)
def test_undoing_restores_the_ids(first, then):
    before = carry(RECORDS, first)
    found = carry(RECORDS, then, before.persons, before.past)
    undone = carry(RECORDS, first, found.persons, found.past)
    whole = set(found.past)
    for record, id in before.persons.items():
        if id in whole:
            assert undone.persons[record] == id
