"""Why two totals differ: each reason with its words and, where told, its size."""

import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.differences import differences
from tasjil.count.reconcile.scopes import totals
from tasjil.model.acts import Stance
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.sources import SourceKind

CIVILIANS = VictimGroup(text="civilians", status=Status.CIVILIAN)
FIGHTERS = VictimGroup(text="fighters", status=Status.DIRECT_PARTICIPANT)
SOLDIERS = VictimGroup(text="soldiers", status=Status.ARMED_FORCES)
PERSONS = VictimGroup(text="persons")
OBSERVATORY = (("Lumenian Observatory", SourceKind.MONITOR),)
UN = (("UN Office in Lumenia", SourceKind.UN),)


def compared(lumenia):
    """Give every difference of two wholes: kinds, sizes and sentences."""
    evidence = lumenia.evidence()
    book = PlaceBook.of(evidence.claims.values(), {})
    tally = lumenia.tally()
    return differences(totals(tally, evidence, book), evidence, book)


def only(lumenia):
    """Give the one difference of two wholes, as (kind, size) and as sentences."""
    wholes = {c.id for c in lumenia.claims.values() if c.part_of is None}
    (found,) = (d for d in compared(lumenia) if {d.a, d.b} <= wholes)
    sizes = [(part.kind.value, part.size) for part in found.parts]
    return found, sizes, [part.text for part in found.parts]


def state(lumenia, report, number, until, **more):
    """State a total of the observatory that counts since 6 March."""
    lumenia.report(report, "Lumenian Observatory", until)
    more = {"victims": PERSONS, "tellers": OBSERVATORY, "group": "all", **more}
    more.setdefault("day", f"2030-03-06/{until}")
    return lumenia.total(report, number, **more)


def divide(lumenia, report, *parts, **more):
    """Tell parts of the total: (number, victims, place or None)."""
    whole = next(c for c in lumenia.claims.values() if c.report == f"sha256:{report}")
    for at, (number, victims, place) in enumerate(parts):
        lumenia.total(
            report,
            number,
            place or ("north", "south"),
            day=whole.when.edtf,
            group=f"part-{at}",
            part_of="all",
            victims=victims,
            tellers=OBSERVATORY,
            **more,
        )


def test_who_is_counted_and_the_days_between_explain_a_gap_together(lumenia):
    """1,311 of everybody, 830 of them civilians, against 1,225 civilians later."""
    state(lumenia, "first", 1311, "2030-03-09")
    parts = ((830, CIVILIANS, None), (231, SOLDIERS, None), (250, FIGHTERS, None))
    divide(lumenia, "first", *parts)
    state(lumenia, "second", 1225, "2030-03-11", victims=CIVILIANS)
    found, sizes, texts = only(lumenia)
    assert found.gap == 86
    assert sizes == [("status", 481), ("as_of", -395)]
    assert texts == [
        "of the 1,311 of Lumenian Observatory, 830 are civilians; the other 481 are "
        "not",
        "Lumenian Observatory had counted 830 by 2030-03-09 and 1,225 by 2030-03-11: a "
        "count that goes on",
    ]


def test_a_part_in_one_province_tells_what_the_area_makes(lumenia):
    """1,562 in both provinces, 1,334 of them in the north, against 1,334 there."""
    state(lumenia, "wide", 1562, "2030-03-10")
    divide(lumenia, "wide", (1334, PERSONS, "north"), (228, PERSONS, "south"))
    state(lumenia, "narrow", 1334, "2030-03-10", place="north", quote="1,334 up north")
    found = [d for d in compared(lumenia) if d.gap == 228]
    parts = [(part.kind.value, part.size) for each in found for part in each.parts]
    assert ("area", 228) in parts
    assert all(kind == "area" for kind, _ in parts)


def test_a_count_that_goes_on_differs_by_the_days_between(lumenia):
    state(lumenia, "first", 1383, "2030-03-09", victims=CIVILIANS)
    state(lumenia, "second", 1476, "2030-03-10", victims=CIVILIANS)
    assert only(lumenia)[1] == [("as_of", 93)]


def test_a_count_that_was_lowered_is_said_to_be(lumenia):
    state(lumenia, "first", 1383, "2030-03-09", victims=CIVILIANS)
    state(lumenia, "second", 1376, "2030-03-10", victims=CIVILIANS)
    assert only(lumenia)[2] == [
        "Lumenian Observatory lowered its count, from 1,383 by 2030-03-09 to 1,376 by "
        "2030-03-10"
    ]


def test_several_reasons_without_a_breakdown_get_no_made_up_sizes(lumenia):
    state(lumenia, "first", 1311, "2030-03-09")
    state(lumenia, "second", 1225, "2030-03-11", victims=CIVILIANS)
    assert only(lumenia)[1] == [("status", None), ("as_of", None)]


def test_verified_cases_and_a_number_told_are_not_one_kind_of_number(lumenia):
    state(lumenia, "obs", 1225, "2030-03-10", victims=CIVILIANS)
    lumenia.report("un", "UN Office in Lumenia", "2030-03-10")
    lumenia.total(
        "un",
        111,
        victims=CIVILIANS,
        tellers=UN,
        stance=Stance.VERIFIED,
        quote="the office has verified the killing of 111 civilians",
    )
    found, sizes, texts = only(lumenia)
    assert found.gap == 1114
    assert sizes == [("basis", None)]
    assert "cases verified one by one" in texts[0]


def test_two_counts_of_one_scope_on_one_day_are_unexplained(lumenia):
    state(lumenia, "obs", 1225, "2030-03-10", victims=CIVILIANS)
    lumenia.report("un", "UN Office in Lumenia", "2030-03-10")
    lumenia.total("un", 1169, victims=CIVILIANS, tellers=UN)
    assert only(lumenia)[1] == [("unexplained", 56)]


def test_the_wider_scope_with_the_smaller_number_is_unexplained(lumenia):
    state(lumenia, "obs", 1225, "2030-03-10", place="north", victims=CIVILIANS)
    lumenia.report("un", "UN Office in Lumenia", "2030-03-10")
    lumenia.total("un", 900, victims=CIVILIANS, tellers=UN)
    _, sizes, texts = only(lumenia)
    assert sizes == [("area", None), ("unexplained", None)]
    assert texts[-1] == (
        "by what was said Lumenian Observatory would count fewer than UN Office in "
        "Lumenia, yet it counts 325 more: unexplained"
    )


def test_other_days_of_a_closed_period_are_a_period(lumenia):
    state(lumenia, "month", 1334, "2030-03-31", day="2030-03-01/2030-03-10")
    state(lumenia, "days", 803, "2030-03-30", day="2030-03-06/2030-03-10")
    _, sizes, texts = only(lumenia)
    assert sizes == [("period", 531)]
    assert "2030-03-06/2030-03-10" in texts[0]
    assert "2030-03-01/2030-03-10" in texts[0]


def test_a_figure_in_another_paper_is_the_same_figure(lumenia):
    state(lumenia, "obs", 1225, "2030-03-10", victims=CIVILIANS)
    lumenia.relay("obs", "post", published="2030-03-11")
    found, sizes, texts = only(lumenia)
    assert (found.gap, sizes) == (0, [("relay", 0)])
    assert texts == ["both are the 1,225 of Lumenian Observatory, passed on"]


def test_parts_that_do_not_add_up_are_named_beside_the_other_reasons(lumenia):
    state(lumenia, "first", 1018, "2030-03-08")
    divide(lumenia, "first", (745, CIVILIANS, None), (213, FIGHTERS, None))
    state(lumenia, "second", 830, "2030-03-09", victims=CIVILIANS)
    found, sizes, texts = only(lumenia)
    assert found.gap == 188
    assert sizes == [("status", 213), ("arithmetic", 60), ("as_of", -85)]
    assert texts[1] == "the parts of the 1,018 of Lumenian Observatory add to 958"


def test_two_numbers_of_one_report_for_one_group_are_the_same_people(lumenia):
    state(lumenia, "obs", (1001, None), "2030-03-10", text="more than 1,000")
    state(lumenia, "obs", 1018, "2030-03-10")
    assert only(lumenia)[2] == [
        "one report gives 1,000 and 1,018, told by Lumenian Observatory, for the same "
        "people"
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_claims_changes_no_difference(lumenia, turned):
    state(lumenia, "first", 1311, "2030-03-09")
    divide(lumenia, "first", (830, CIVILIANS, None), (481, FIGHTERS, None))
    state(lumenia, "second", 1225, "2030-03-11", victims=CIVILIANS)
    before = compared(lumenia)
    if turned:
        lumenia.claims = dict(reversed(lumenia.claims.items()))
    assert compared(lumenia) == before
    assert before


def test_who_asks_for_two_claims_gets_those_two_back(lumenia):
    first = state(lumenia, "first", 1383, "2030-03-09", victims=CIVILIANS)
    state(lumenia, "second", 1476, "2030-03-10", victims=CIVILIANS)
    lumenia.relay("second", "post", published="2030-03-10")
    (relayed,) = (c for c in lumenia.claims if c.startswith("post"))
    (own,) = (c for c in lumenia.claims if c.startswith("second"))
    evidence = lumenia.evidence()
    book = PlaceBook.of(evidence.claims.values(), {})
    stated = totals(lumenia.tally(), evidence, book)
    asked = [(relayed, first.id), (own, relayed), (own, "no-claim")]
    far, near = differences(stated, evidence, book, asked)
    assert (far.a, far.b, far.gap) == (first.id, relayed, 93)
    assert (near.a, near.b, near.gap) == (own, relayed, 0)
    assert [part.kind.value for part in near.parts] == ["relay"]
