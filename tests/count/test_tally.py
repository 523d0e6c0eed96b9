"""What a tally says of a few reports from Lumenia."""

import pytest

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import Sex, Status, VictimGroup
from tasjil.model.quantity import CountRange
from tasjil.model.scope import Codebook, Disagreement, Scope

CIVILIANS = VictimGroup(status=Status.CIVILIAN)
FIGHTERS = VictimGroup(status=Status.ARMED_FORCES)


def rows(figure, name):
    return {row.value: (row.floor, row.ceiling) for row in figure.by[name]}


def test_two_reports_of_one_village_and_day_give_a_range(lumenia):
    lumenia.tell("a", 38)
    lumenia.tell("b", 24)
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (24, 38)
    assert len(killed.incidents) == 1


def test_at_least_thirteen_is_thirteen_with_an_open_end(lumenia):
    lumenia.tell("a", (13, None))
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (13, 13)
    assert killed.reported == CountRange(13, None)


def test_two_villages_add_up(lumenia):
    lumenia.tell("a", 3, "varesh")
    lumenia.tell("b", 4, "tolmin")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (7, 7)


def test_three_children_among_thirteen_are_not_sixteen(lumenia):
    lumenia.tell("a", 13, group="g1")
    lumenia.tell("a", 3, group="g2", part_of="g1")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (13, 13)


def test_six_and_one_told_in_one_breath_are_seven(lumenia):
    lumenia.tell("a", 6, group="g1", start=5, quote="six teachers and their driver")
    lumenia.tell("a", 1, group="g2", start=5, quote="six teachers and their driver")
    lumenia.tell("b", 7)
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (7, 7)
    assert len(killed.incidents) == 1


def test_a_mother_who_speaks_of_her_son_does_not_lower_the_figure(lumenia):
    lumenia.tell("a", 13)
    lumenia.tell("b", 1, level=Level.INDIVIDUAL)
    assert lumenia.killed().floor == 13


def test_a_killing_without_a_number_is_unknown_and_not_zero(lumenia):
    lumenia.tell("a", None)
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (0, None)
    assert killed.reported == CountRange(0, None)
    assert any("no number" in note for note in killed.notes)


def test_an_incident_without_a_number_leaves_the_others_their_ceiling(lumenia):
    lumenia.tell("a", None, "varesh")
    lumenia.tell("a", 4, "tolmin")
    assert lumenia.killed().ceiling == 4


def test_three_children_in_a_group_nobody_numbered_are_at_least_three(lumenia):
    lumenia.tell("a", None, group="g1")
    lumenia.tell("a", 3, group="g2", part_of="g1")
    lumenia.tell("a", 2, group="g3", part_of="g1")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (3, None)


def test_names_fill_unnamed_places(lumenia):
    lumenia.tell("a", (2, 13), names=("Ilan Dor", "Mira Sel", "Teo Vant"))
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (3, 13)


def test_one_man_spelled_two_ways_is_not_two(lumenia):
    lumenia.tell("a", (1, 9), names=("Muhamad Dor",))
    lumenia.tell("b", (1, 9), names=("Mohammed Dor",))
    assert lumenia.killed().floor == 1


def test_dead_of_the_province_may_be_the_dead_of_the_village(lumenia):
    lumenia.tell("a", 13, "varesh")
    lumenia.tell("b", 5, "north")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (13, 18)
    treatments = {each.treatment for each in killed.incidents}
    assert any("another report" in treatment for treatment in treatments)


def test_one_report_that_tells_of_both_keeps_them_two(lumenia):
    lumenia.tell("a", 13, "varesh")
    lumenia.tell("a", 5, "north")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (18, 18)


def test_ten_villages_are_not_hidden_by_one_total_for_the_province(lumenia):
    for nth, village in enumerate(("varesh", "tolmin")):
        lumenia.tell(f"r{nth}", 20, village)
    lumenia.tell("b", 30, "north")
    assert lumenia.killed().floor == 40


def test_dead_without_a_place_may_be_any_of_the_dead(lumenia):
    lumenia.tell("a", 3, "varesh")
    lumenia.tell("b", 2, None)
    killed = lumenia.killed(scope=Scope(acts=(Act.KILLED,)))
    assert (killed.floor, killed.ceiling) == (3, 5)


def test_what_lies_outside_period_or_area_is_left_out_and_said_so(lumenia):
    lumenia.tell("a", 3, day="2030-05-01")
    lumenia.tell("b", 2, day="2030-03-05")
    killed = lumenia.killed()
    assert killed.ceiling == 2
    assert "1 incident: left out: outside the period of the scope" in killed.notes
    south = Scope(acts=(Act.KILLED,), where=("south",))
    assert lumenia.killed(scope=south).ceiling is None


def test_a_day_at_the_edge_of_the_period_counts_for_the_ceiling_only(lumenia):
    lumenia.tell("a", 3, day="2030-02-27/2030-03-02")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (0, 3)


def test_denied_and_feared_deaths_make_no_incident(lumenia):
    lumenia.tell("a", 3, stance=Stance.DENIED)
    lumenia.tell("b", 9, stance=Stance.FEARED)
    assert lumenia.incidents() == []


def test_rejected_claims_are_never_counted(lumenia):
    claim = lumenia.tell("a", 50)
    lumenia.tell("b", 5)
    lumenia.states[claim.id] = ClaimState.REJECTED
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (5, 5)


def test_accepted_is_counted_apart_from_proposed(lumenia):
    claim = lumenia.tell("a", 5)
    lumenia.tell("b", 9)
    assert lumenia.killed().proposed_only
    lumenia.states[claim.id] = ClaimState.ACCEPTED
    killed = lumenia.killed()
    assert not killed.proposed_only
    assert killed.accepted == CountRange(5, 5)
    assert (killed.floor, killed.ceiling) == (5, 9)


def test_bodies_found_are_not_added_to_the_killed(lumenia):
    lumenia.tell("a", 5)
    lumenia.tell("b", 7, act=Act.BODIES_FOUND)
    both = Scope(acts=(Act.KILLED, Act.BODIES_FOUND))
    figures = {each.act: each.ceiling for each in lumenia.tally(scope=both).figures}
    assert figures == {Act.KILLED: 5, Act.BODIES_FOUND: 7}


def test_the_dead_of_two_villages_together_are_a_total(lumenia):
    lumenia.tell("a", 52, ("varesh", "tolmin"))
    tally = lumenia.tally()
    assert tally.figures[0].ceiling is None
    assert [each.low for each in tally.aggregates] == [52]


def test_pending_keeps_an_incident_out_until_it_is_settled(lumenia):
    lumenia.tell("a", 5)
    lumenia.tell("b", 9)
    killed = lumenia.killed(codebook=Codebook(disagreement=Disagreement.PENDING))
    assert (killed.floor, killed.ceiling) == (0, None)
    assert "1 incident: left out: pending: its tellers disagree" in killed.notes


@pytest.mark.parametrize("act", Act)
def test_an_act_nobody_told_of_has_an_empty_figure(lumenia, act):
    figure = lumenia.killed(scope=Scope(acts=(act,)))
    assert (figure.floor, figure.ceiling, figure.incidents) == (0, None, ())


def test_rows_by_place_name_the_village_and_its_province(lumenia):
    lumenia.tell("a", 3, "varesh")
    lumenia.tell("a", 4, "tolmin")
    lumenia.tell("a", 5, None)
    everywhere = Scope(acts=(Act.KILLED,))
    assert rows(lumenia.killed(scope=everywhere), "place") == {
        "varesh": (3, 3),
        "tolmin": (4, 4),
        "north": (7, 7),
        "lumenia": (7, 7),
        "unknown": (5, 5),
    }


def test_rows_by_sex_leave_the_rest_unknown(lumenia):
    women = VictimGroup(sex=Sex.WOMAN)
    lumenia.tell("a", 13, group="g1")
    lumenia.tell("a", 4, group="g2", part_of="g1", victims=women)
    killed = lumenia.killed()
    assert rows(killed, "sex") == {"woman": (4, 4), "unknown": (9, 9)}


def test_where_one_says_civilians_and_one_says_fighters_neither_is_certain(lumenia):
    lumenia.tell("a", 13, victims=CIVILIANS)
    lumenia.tell("b", 13, victims=FIGHTERS)
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (13, 13)
    assert rows(killed, "status") == {"civilian": (0, 13), "armed forces": (0, 13)}


def test_only_civilians_in_the_scope_leaves_fighters_out(lumenia):
    lumenia.tell("a", 13, "varesh", victims=CIVILIANS)
    lumenia.tell("a", 5, "tolmin", victims=FIGHTERS)
    scope = Scope(acts=(Act.KILLED,), statuses=(Status.CIVILIAN,))
    killed = lumenia.killed(scope=scope)
    assert (killed.floor, killed.ceiling) == (13, 13)
    assert any("status" in note for note in killed.notes)


def test_figure_ids_are_paths_that_people_can_read(lumenia):
    lumenia.tell("a", 3)
    killed = lumenia.killed()
    assert killed.id == "killed"
    assert [row.id for row in killed.by["day"]] == ["killed/day/2030-03-07"]
    assert "killed/place/varesh" in {row.id for row in killed.by["place"]}


def test_harm_without_place_and_time_may_be_any_other_and_raises_no_floor(lumenia):
    lumenia.tell("a", 13)
    lumenia.tell("b", 5, None, None)
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (13, 18)


def test_a_person_with_a_name_is_counted_wherever_it_was(lumenia):
    lumenia.tell("a", 1, None, None, names=("Ilan Dor",))
    killed = lumenia.killed(scope=Scope(acts=(Act.KILLED,)))
    assert (killed.floor, killed.ceiling) == (1, 1)


def test_the_row_of_a_source_says_what_that_source_told(lumenia):
    lumenia.report("a", "Harbour Post")
    lumenia.report("b", "Lumen Wire")
    lumenia.tell("a", (30, None))
    lumenia.tell("b", 12)
    assert rows(lumenia.killed(), "source") == {"post": (30, 30), "wire": (12, 12)}
