"""Persons who were linked become tables: who is on which lists, and what is known."""

from dataclasses import replace

import numpy as np
import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.errors import BadValue
from tasjil.estimate.settings import EstimateSettings
from tasjil.journey.estimating.inside import outside, told_of_scope
from tasjil.journey.estimating.strata import settled, told_by
from tasjil.journey.estimating.tables import Columns, from_plain, tables, to_plain
from tasjil.journey.estimating.wanted import Stratum, Wanted, wanted_from
from tasjil.model.ids import PlaceId, RecordId
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeRange, Sex, Status
from tasjil.model.places import Place, PlaceLevel, Where
from tasjil.model.scope import Scope

PLACES = (
    Place(PlaceId("lumenia"), "Lumenia", PlaceLevel.COUNTRY),
    Place(PlaceId("north"), "Northmark", PlaceLevel.GOVERNORATE, PlaceId("lumenia")),
    Place(PlaceId("south"), "Sarvel", PlaceLevel.GOVERNORATE, PlaceId("lumenia")),
    Place(PlaceId("ostrel"), "Ostrel", PlaceLevel.VILLAGE, PlaceId("north")),
)
BOOK = PlaceBook.of((), {each.id: each for each in PLACES})
OSTREL = Where(
    "Ostrel",
    "Ostrel",
    PlaceLevel.VILLAGE,
    place=PlaceId("ostrel"),
    within=(PlaceId("north"), PlaceId("lumenia")),
)
SARVEL = Where(
    "Sarvel",
    "Sarvel",
    PlaceLevel.GOVERNORATE,
    place=PlaceId("south"),
    within=(PlaceId("lumenia"),),
)
NOWHERE = Where("the old mill")


def told(number, list="hospital", **what):
    return Particulars(RecordId(f"{list}:{number}"), list, name="Daren Vell", **what)


def labels(*numbers):
    return np.array(numbers, np.int32)


def columns(on, names=("hospital", "monitor", "families"), scope=None, **about):
    place = {name: at for at, name in enumerate(names)}
    many = len(on)
    return Columns(
        names,
        np.array([place.get(each, -1) for each in on], np.int64),
        np.full((many, 3), -1, np.int8) if scope is None else scope,
        {name: np.array(codes, np.int64) for name, (codes, _) in about.items()},
        {name: values for name, (_, values) in about.items()},
    )


def counted(made):
    rows = zip(made.told.on.astype(int).tolist(), made.told.counts, strict=True)
    return {tuple(on): int(count) for on, count in rows}


def test_a_person_is_counted_once_on_all_lists_that_have_a_record_of_them():
    on = ("hospital", "monitor", "hospital", "hospital", "families")
    made = tables(columns(on), [labels(0, 0, 1, 1, 2)])
    assert counted(made) == {(1, 1, 0): 1, (1, 0, 0): 1, (0, 0, 1): 1}
    assert made.told.draws is None


def test_who_is_only_on_a_list_that_does_not_count_is_not_counted():
    made = tables(columns(("hospital", "relay", "relay")), [labels(0, 0, 1)])
    assert counted(made) == {(1, 0, 0): 1}


def test_every_draw_is_a_table_of_its_own():
    made = tables(
        columns(("hospital", "monitor", "families")),
        [labels(0, 0, 1), labels(0, 1, 2), labels(0, 1, 2)],
    )
    assert [each.n for each in made.told.tables()] == [2, 3, 3]
    assert [each.digest for each in made.told.tables()][1:] == [
        made.told.tables()[1].digest
    ] * 2


def test_tables_read_back_are_the_same_tables():
    about = {"sex": ([0, 1, -1, 0], ["man", "woman"])}
    made = tables(
        columns(("hospital", "monitor", "families", "monitor"), **about),
        [labels(0, 0, 1, 2), labels(0, 1, 2, 3)],
    )
    again = from_plain(to_plain(made.told))
    assert to_plain(again) == to_plain(made.told)
    assert [e.digest for e in again.tables()] == [e.digest for e in made.told.tables()]
    assert again.column("sex") == made.told.column("sex")
    single = tables(columns(("hospital", "monitor")), [labels(0, 0)]).told
    assert from_plain(to_plain(single)).draws is None


def test_a_table_has_no_more_lists_than_a_pattern_holds():
    names = tuple(f"list {n}" for n in range(63))
    with pytest.raises(BadValue, match="at most 62 lists"):
        tables(columns(("list 0",), names), [labels(0)])


def test_what_most_records_of_a_person_tell_holds_and_a_tie_is_not_known():
    records = [
        told(1, sex=Sex.MAN),
        told(2, sex=Sex.MAN),
        told(3, sex=Sex.WOMAN),
        told(4, sex=Sex.MAN),
        told(5, sex=Sex.WOMAN),
        told(6),
    ]
    codes, values = told_by(records, Stratum.SEX)
    assert values == ["man", "woman"]
    assert settled(codes, labels(0, 0, 0, 1, 1, 2), 3).tolist() == [0, -1, -1]


def test_ages_are_child_or_adult_and_days_a_month_unless_they_span_two():
    records = [
        told(1, age=AgeRange(4, 4, "4"), died="2031-05-31"),
        told(2, age=AgeRange(16, 20, "a youth"), died="2031-05-31/2031-06-01"),
        told(3, died="2031-06"),
        told(4, died="2031"),
    ]
    ages, groups = told_by(records, Stratum.AGE)
    assert [None if at < 0 else groups[at] for at in ages] == ["child"] + [None] * 3
    days, months = told_by(records, Stratum.MONTH)
    assert [None if at < 0 else months[at] for at in days] == [
        "2031-05",
        None,
        "2031-06",
        None,
    ]


def test_a_place_is_the_province_it_lies_in():
    records = [told(1, where=(OSTREL,)), told(2, where=(SARVEL,)), told(3)]
    codes, values = told_by([*records, told(4, where=(NOWHERE,))], Stratum.PLACE)
    assert [None if at < 0 else values[at] for at in codes] == [
        "north",
        "south",
        None,
        None,
    ]


def test_whom_a_record_puts_outside_and_none_inside_is_not_counted():
    scope = Scope(edtf="2031-05", where=(PlaceId("north"),))
    records = [
        told(1, died="2031-05-04", where=(OSTREL,)),
        told(2, died="2031-07-01"),
        told(3, died="2031-07-01"),
        told(3, "monitor", died="2031-05-30"),
        told(4, where=(SARVEL,)),
        told(5, where=(NOWHERE,)),
        told(6),
    ]
    in_scope = told_of_scope(records, scope, BOOK)
    out = outside(in_scope, labels(0, 1, 2, 2, 3, 4, 5), 6)
    assert out[:, 0].tolist() == [False, True, False, False, False, False]
    assert out[:, 1].tolist() == [False, False, False, True, False, False]
    made = tables(
        columns([each.list for each in records], scope=in_scope),
        [labels(0, 1, 2, 2, 3, 4, 5)],
    )
    assert made.told.n == 4
    assert made.out == {"period": 1, "area": 1, "status": 0}
    assert made.untold == 2


def test_a_case_of_civilians_leaves_out_whom_records_call_soldiers():
    scope = Scope(statuses=(Status.CIVILIAN, Status.UNKNOWN))
    records = [
        told(1, status=Status.ARMED_FORCES),
        told(2, status=Status.CIVILIAN),
        told(3),
    ]
    found = told_of_scope(records, scope, BOOK)
    assert outside(found, labels(0, 1, 2), 3)[:, 2].tolist() == [True, False, False]


def test_the_same_wish_has_the_same_digest_and_another_has_another():
    wish = Wanted(EstimateSettings(by=("sex",)), without=("herald",))
    assert wanted_from(wish.plain()) == wish
    assert wanted_from(wish.plain()).digest == wish.digest
    assert replace(wish, draws=3).digest != wish.digest


def test_a_wish_names_only_what_records_tell():
    with pytest.raises(BadValue, match="sex, age, place, month"):
        Wanted(EstimateSettings(by=("tribe",)))
    with pytest.raises(BadValue, match="0 draws or more"):
        Wanted(draws=-1)
