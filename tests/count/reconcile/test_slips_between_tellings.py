"""Slips between tellings: who, when, where and how many a relay makes of a figure."""

import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.slips import slips
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.reconciliation import SlipKind
from tasjil.model.sources import SourceKind

CIVILIANS = VictimGroup(text="civilians", status=Status.CIVILIAN)
PERSONS = VictimGroup(text="persons")
OBSERVATORY = (("Lumenian Observatory", SourceKind.MONITOR),)
RELAYED = (*OBSERVATORY, ("Harbour Post", SourceKind.MEDIA))


@pytest.fixture
def told(lumenia):
    """Let the observatory tell 1,334 persons killed, in its own report."""
    lumenia.report("obs", "Lumenian Observatory", "2030-03-10")
    lumenia.total("obs", 1334, victims=PERSONS, tellers=OBSERVATORY, group="g")
    lumenia.report("post", "Harbour Post", "2030-03-11")
    return lumenia


def found(lumenia, relays=None):
    evidence = lumenia.evidence()
    book = PlaceBook.of(evidence.claims.values(), {})
    return slips(evidence, book, relays or {})


def relay(lumenia, number=1334, **more):
    more = {"victims": PERSONS, "tellers": RELAYED, "group": "g", **more}
    return lumenia.total("post", number, **more)


def test_a_figure_passed_on_as_it_was_told_is_no_slip(told):
    relay(told)
    assert found(told) == ()


def test_a_relay_that_makes_civilians_of_persons_is_a_slip(told):
    claim = relay(told, victims=CIVILIANS)
    (slip,) = found(told)
    assert (slip.kind, slip.claim) == (SlipKind.STATUS, claim.id)
    assert slip.text == (
        "Harbour Post says that 1,334 were civilians, where Lumenian Observatory says "
        "persons"
    )


def test_a_relay_that_says_persons_of_civilians_is_only_less_exact(lumenia):
    lumenia.report("obs", "Lumenian Observatory", "2030-03-10")
    lumenia.total("obs", 1334, victims=CIVILIANS, tellers=OBSERVATORY)
    lumenia.report("post", "Harbour Post", "2030-03-11")
    relay(lumenia)
    assert found(lumenia) == ()


def test_silence_on_who_was_killed_contradicts_nobody(lumenia):
    lumenia.report("obs", "Lumenian Observatory", "2030-03-10")
    lumenia.total("obs", 1334, victims=VictimGroup(text="1,334"), tellers=OBSERVATORY)
    lumenia.report("post", "Harbour Post", "2030-03-11")
    relay(lumenia, victims=CIVILIANS)
    assert found(lumenia) == ()


def test_a_count_since_the_sixth_is_not_that_of_one_day(told):
    relay(told, day="2030-03-10")
    (slip,) = found(told)
    assert slip.kind is SlipKind.DATE
    assert slip.text == (
        "Harbour Post gives 2030-03-10 as the time of 1,334; Lumenian Observatory "
        "gives 2030-03-06/2030-03-10"
    )


@pytest.mark.parametrize("day", ["2030-03", "2030-03-06/2030-03-11", None])
def test_a_month_a_later_end_and_no_day_at_all_are_no_other_days(told, day):
    relay(told, day=day)
    assert [slip for slip in found(told) if slip.kind is SlipKind.DATE] == []


def test_another_province_is_a_slip_of_the_relay(told):
    relay(told, place="osk")
    told.claims = {
        key: claim
        for key, claim in told.claims.items()
        if claim.report.endswith("post")
    }
    told.report("obs", "Lumenian Observatory", "2030-03-10")
    told.total("obs", 1334, "varesh", victims=PERSONS, tellers=OBSERVATORY, group="g")
    (slip,) = found(told)
    assert slip.kind is SlipKind.PLACE
    assert slip.text == (
        "Harbour Post puts 1,334 in Osk; Lumenian Observatory puts them in Varesh"
    )


def test_two_swapped_digits_on_one_day_may_be_a_slip(told):
    relay(told, 1343)
    (slip,) = found(told)
    assert slip.kind is SlipKind.NUMBER
    assert slip.text == (
        "Harbour Post gives 1,343; Lumenian Observatory gives 1,334 for the same day "
        "and scope: two digits may be swapped"
    )


def test_a_figure_that_rose_is_no_slip_of_the_pen(told):
    relay(told, 1343, quote="the toll rose to 1,343 persons, the observatory said")
    assert found(told) == ()


def test_a_week_later_another_number_is_another_count(told):
    told.report("post", "Harbour Post", "2030-03-17")
    relay(told, 1343)
    assert found(told) == ()


@pytest.mark.parametrize(
    "quote",
    [
        "About 1,400 people were reported killed, the mission said",
        "Reports received by the mission put the number of people killed at 1,400",
        "1,400 people were killed, a figure the mission took from published reports",
        "قُتل نحو 1400 شخص بحسب تقارير تلقتها البعثة",
    ],
)
def test_a_figure_from_reports_is_not_the_count_of_who_tells_it(lumenia, quote):
    lumenia.report("un", "UN Office in Lumenia", "2030-04-10")
    lumenia.total("un", 1400, quote=quote, tellers=())
    (slip,) = found(lumenia)
    assert slip.kind is SlipKind.DERIVED
    assert slip.text.startswith(
        "UN Office in Lumenia gives 1,400 as a figure of others"
    )


def test_a_round_figure_may_be_that_of_whom_one_passes_on(told):
    told.report("wire", "Lumen Wire", "2030-03-12")
    told.total("wire", 1300, victims=PERSONS)
    assert [slip.text for slip in found(told, {"wire": ("obs",)})] == [
        "1,300, told by Lumen Wire, may be the 1,334 of Lumenian Observatory, which it "
        "passes on"
    ]
    assert found(told) == ()


def test_two_papers_that_cite_each_other_counted_nothing(lumenia):
    names = ("Lumen Wire", "Harbour Post")
    for nth, (first, second) in enumerate((names, names[::-1])):
        lumenia.report(f"r{nth}", second, "2030-03-10")
        tellers = ((first, SourceKind.MEDIA), (second, SourceKind.MEDIA))
        lumenia.tell(f"r{nth}", 19, tellers=tellers)
    (slip,) = found(lumenia)
    assert slip.kind is SlipKind.CIRCULAR
    assert slip.text == "Harbour Post; Lumen Wire: they cite each other for 19"


def test_the_order_of_claims_changes_no_slip(told):
    relay(told, victims=CIVILIANS)
    relay(told, 1343, group="h")
    before = found(told)
    told.claims = dict(reversed(told.claims.items()))
    assert found(told) == before
    assert before
