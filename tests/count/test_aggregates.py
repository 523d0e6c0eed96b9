"""Totals that others stated stand beside the tally, once each, and grow in series."""

from tasjil.model.acts import Stance
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.sources import SourceKind
from tasjil.model.tally import Basis

OBSERVATORY = (("the Lumenian Observatory", SourceKind.MONITOR),)
CIVILIANS = VictimGroup(status=Status.CIVILIAN)


def test_ten_outlets_that_pass_one_figure_on_are_one_statement(lumenia):
    for nth in range(10):
        lumenia.report(f"r{nth}", f"Outlet {nth}", f"2030-03-{10 + nth}")
        lumenia.total(f"r{nth}", 1383, tellers=OBSERVATORY)
    (statement,) = lumenia.tally().aggregates
    assert statement.first_teller == "Lumenian Observatory"
    assert statement.published == "2030-03-10"
    assert statement.relayed_by == tuple(f"Outlet {nth}" for nth in range(10))
    assert len(statement.claims) == 10


def test_more_than_and_at_least_are_one_figure(lumenia):
    lumenia.total("a", (1401, None), text="more than 1,400", tellers=OBSERVATORY)
    lumenia.total("b", (1400, None), text="at least 1,400", tellers=OBSERVATORY)
    assert len(lumenia.tally().aggregates) == 1


def test_one_number_of_two_tellers_is_two_statements(lumenia):
    lumenia.total("a", 800, tellers=OBSERVATORY)
    lumenia.total("b", 800, tellers=(("UN Office in Lumenia", SourceKind.UN),))
    tellers = {each.first_teller for each in lumenia.tally().aggregates}
    assert tellers == {"Lumenian Observatory", "UN Office in Lumenia"}


def test_one_number_for_two_provinces_is_two_statements(lumenia):
    lumenia.total("a", 800, "north", tellers=OBSERVATORY)
    lumenia.total("b", 800, "south", tellers=OBSERVATORY)
    assert len(lumenia.tally().aggregates) == 2


def test_one_more_relay_changes_no_name_of_a_statement(lumenia):
    lumenia.report("a", published="2030-03-10")
    lumenia.total("a", 800, tellers=OBSERVATORY)
    (before,) = lumenia.tally().aggregates
    lumenia.report("b", "Harbour Post", "2030-03-12")
    lumenia.total("b", 800, tellers=OBSERVATORY)
    (after,) = lumenia.tally().aggregates
    assert before.id == after.id


def test_a_denied_total_is_not_listed(lumenia):
    lumenia.total("a", 800, stance=Stance.DENIED)
    assert lumenia.tally().aggregates == ()


def test_a_total_outside_the_period_is_left_to_its_report(lumenia):
    lumenia.total("a", 800, day="2029")
    assert lumenia.tally().aggregates == ()


def test_the_basis_is_read_from_the_words(lumenia):
    words = {
        "The office has verified 111 killings": (Stance.VERIFIED, Basis.VERIFIED),
        "The network documented 803 deaths": (Stance.VERIFIED, Basis.DOCUMENTED),
        "Some 900 are believed dead": (Stance.ESTIMATED, Basis.ESTIMATED),
        "The monitor put the toll at 524": (Stance.STATED, Basis.REPORTED),
    }
    for nth, (quote, (stance, _)) in enumerate(words.items()):
        lumenia.total(f"r{nth}", 100 + nth, quote=quote, stance=stance)
    found = {each.low: each.basis for each in lumenia.tally().aggregates}
    assert list(dict(sorted(found.items())).values()) == [b for _, b in words.values()]


def test_civilians_after_everybody_are_a_line_of_their_own_and_no_fall(lumenia):
    for day, number, victims in (
        ("08", 524, VictimGroup()),
        ("09", 1311, VictimGroup()),
        ("11", 1225, CIVILIANS),
        ("12", 1383, CIVILIANS),
        ("13", 1383, CIVILIANS),
    ):
        lumenia.report(f"r{day}", f"Outlet {day}", f"2030-03-{day}")
        lumenia.total(f"r{day}", number, tellers=OBSERVATORY, victims=victims)
    (series,) = lumenia.tally().series
    assert [point.low for point in series.points] == [524, 1311, 1225, 1383]
    assert [point.line for point in series.points] == [0, 0, 1, 1]
    assert not any("falls" in flag for flag in series.flags)


def test_a_total_that_its_own_teller_lowers_is_a_fall(lumenia):
    for day, number in (("08", 1311), ("09", 1225)):
        lumenia.report(f"r{day}", published=f"2030-03-{day}")
        lumenia.total(f"r{day}", number, tellers=OBSERVATORY)
    (series,) = lumenia.tally().series
    assert series.flags == ("2030-03-09: falls from 1,311 to 1,225",)


def test_a_total_stated_on_a_later_day_in_other_words_is_stated_again(lumenia):
    for day, number in (("08", 1311), ("09", (1311, None))):
        lumenia.report(f"r{day}", published=f"2030-03-{day}")
        lumenia.total(
            f"r{day}", number, day=f"2030-03-{day}", tellers=OBSERVATORY, text="1,311"
        )
    (series,) = lumenia.tally().series
    assert any("1,311 is stated again" in flag for flag in series.flags)


def test_two_villages_of_a_province_are_no_fall_of_its_total(lumenia):
    for day, number, place in (
        ("08", 1018, "north"),
        ("09", 52, ("varesh", "tolmin")),
        ("10", 1311, "north"),
    ):
        lumenia.report(f"r{day}", published=f"2030-03-{day}")
        lumenia.total(f"r{day}", number, place, tellers=OBSERVATORY)
    (series,) = lumenia.tally().series
    assert [(p.low, p.line) for p in series.points] == [(1018, 0), (52, 1), (1311, 0)]
    assert not any("falls" in flag for flag in series.flags)


def test_a_total_dated_by_its_year_alone_comes_after_its_months(lumenia):
    for published, number in (("2030", 929), ("2030-03-11", 111), ("2030-04", 500)):
        lumenia.report(f"r{number}", published=published)
        lumenia.total(f"r{number}", number, tellers=OBSERVATORY)
    (series,) = lumenia.tally().series
    assert [point.low for point in series.points] == [111, 500, 929]
    assert series.flags == ()


def test_a_change_of_status_is_said_where_it_could_look_like_a_fall(lumenia):
    fighters = VictimGroup(status=Status.ARMED_FORCES)
    for day, number, victims in (("08", 300, fighters), ("09", 200, CIVILIANS)):
        lumenia.report(f"r{day}", published=f"2030-03-{day}")
        lumenia.total(f"r{day}", number, tellers=OBSERVATORY, victims=victims)
    (series,) = lumenia.tally().series
    assert series.flags == ("2030-03-09: status changes from armed forces to civilian",)


def test_the_part_for_one_province_is_no_point_of_the_series(lumenia):
    lumenia.total("a", 1383, group="g1", tellers=OBSERVATORY)
    lumenia.total("a", 683, "north", part_of="g1", tellers=OBSERVATORY)
    tally = lumenia.tally()
    assert len(tally.aggregates) == 2
    (series,) = tally.series
    assert [point.low for point in series.points] == [1383]


def test_an_event_named_within_a_total_is_still_counted(lumenia):
    lumenia.total("a", 1383, group="g1")
    lumenia.tell("a", 31, "varesh", part_of="g1")
    tally = lumenia.tally()
    assert tally.figures[0].ceiling == 31
    assert [each.low for each in tally.aggregates] == [1383]


def test_of_two_totals_of_one_status_in_one_report_the_larger_is_the_point(lumenia):
    lumenia.total("a", 524, tellers=OBSERVATORY)
    lumenia.total("a", 311, tellers=OBSERVATORY)
    tally = lumenia.tally()
    assert len(tally.aggregates) == 2
    (series,) = tally.series
    assert [point.low for point in series.points] == [524]


def test_the_civilians_among_the_dead_are_a_point_with_their_status(lumenia):
    lumenia.total("a", 524, group="g1", tellers=OBSERVATORY)
    lumenia.total("a", 311, part_of="g1", tellers=OBSERVATORY, victims=CIVILIANS)
    (series,) = lumenia.tally().series
    told = [(point.low, point.status) for point in series.points]
    assert told == [(311, "civilian"), (524, "unknown")]


def test_the_parts_of_a_total_know_their_whole(lumenia):
    lumenia.total("a", 1018, group="g1")
    lumenia.total("a", 745, group="g2", part_of="g1")
    whole, part = sorted(
        lumenia.tally().aggregates, key=lambda each: each.low, reverse=True
    )
    assert (whole.part_of, part.part_of) == (None, whole.id)


def test_what_a_total_rose_from_is_no_total_beside_it(lumenia):
    lumenia.total("a", 365, day=None, tellers=OBSERVATORY, background=True)
    lumenia.total("a", 402, day=None, tellers=OBSERVATORY)
    (statement,) = lumenia.tally().aggregates
    assert statement.low == 402
