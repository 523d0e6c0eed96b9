"""Totals of monitors and offices: their parts, periods, tellers, and who is blamed."""

from tasjil.model.acts import Act, Level, PerpetratorStance
from tasjil.model.persons import Status

MONITOR = "the Lumenian Observatory for Human Rights"


def numbers(claims):
    return {c.quantity.text: c for c in claims if c.quantity.known}


def tellers(claim):
    return [each.text for each in claim.attribution]


def test_the_number_of_people_killed_is_put_at_a_figure_once(claims_of):
    [claim] = claims_of(
        "The Lumenian Observatory for Human Rights put the number of villagers killed "
        "there at 38."
    )
    assert (claim.quantity.low, claim.quantity.high) == (38, 38)
    assert claim.victims.text == "villagers"


def test_numbers_for_single_places_are_parts_of_a_total(claims_of):
    told = numbers(
        claims_of(
            "Some 1,383 civilians have been killed since 6 March, the monitor said. "
            "Its breakdown is as follows: 683 in Tolmin, 433 in Varesh, 255 in Drenova."
        )
    )
    whole = told["Some 1,383"]
    for part, place in (("683", "Tolmin"), ("433", "Varesh"), ("255", "Drenova")):
        claim = told[part]
        assert claim.part_of == whole.group
        assert [w.text for w in claim.where] == [place]
        assert claim.level is Level.AGGREGATE
        assert claim.when == whole.when


def test_of_a_number_so_many_were_children(claims_of):
    told = numbers(
        claims_of(
            "Militias killed 420 people between 6 and 10 March. Of the 420, 39 were "
            "children and 49 were women, and 27 were medical staff."
        )
    )
    whole = told["420"].group
    assert {told[n].part_of for n in ("39", "49", "27")} == {whole}
    assert told["49"].victims.sex == "woman"


def test_the_remaining_dead_are_part_of_the_number(claims_of):
    told = numbers(
        claims_of(
            "The number of people killed since Thursday has reached 524, among them "
            "311 civilians. The remaining 213 were members of the security forces."
        )
    )
    assert told["213"].part_of == told["311"].part_of == told["524"].group
    assert told["213"].victims.status is Status.ARMED_FORCES


def test_figures_that_add_up_to_a_total_are_its_parts(claims_of):
    told = numbers(
        claims_of(
            "The group has documented the killing of 803 people since 6 March. Armed "
            "groups killed 383 of them, it said. Soldiers killed the other 420."
        )
    )
    assert told["420"].part_of == told["803"].group


def test_an_overall_toll_holds_the_civilians_and_the_fighters(claims_of):
    told = numbers(
        claims_of(
            "Soldiers have killed 830 civilians since Thursday. The monitor also "
            "counted 231 soldiers and 250 fighters among the dead, raising its overall "
            "toll to 1,311."
        )
    )
    whole = told["1,311"].group
    assert {told[n].part_of for n in ("830", "231", "250")} == {whole}


def test_a_total_that_stands_at_a_number_is_the_same_people(claims_of):
    told = numbers(
        claims_of(
            "More than 1,000 people have been killed since 6 March. The monitor's "
            "total stands at 1,018."
        )
    )
    assert told["1,018"].group == told["More than 1,000"].group


def test_the_civilians_are_those_of_the_total(claims_of):
    claims = claims_of(
        "The number of people killed since Thursday has reached 524, among them 311 "
        "civilians. The monitor said the civilians had been killed by soldiers."
    )
    assert claims[-1].group == numbers(claims)["311"].group
    assert claims[-1].perpetrator.text == "soldiers"


def test_massacres_are_not_people(claims_of):
    told = numbers(
        claims_of(
            "Some 1,476 civilians have been killed in 54 massacres since 6 March."
        )
    )
    assert list(told) == ["Some 1,476"]


def test_the_day_of_a_statement_is_not_the_day_of_the_harm(claims_of):
    [claim] = claims_of(
        "Rebels killed 23 soldiers in Tolmin, the National Committee announced on "
        "Tuesday."
    )
    assert claim.when.edtf is None


def test_days_in_a_row_are_one_time(claims_of):
    [claim] = claims_of("They were killed on 7, 8 and 9 March.")
    assert claim.when.edtf == "2025-03-07/2025-03-09"


def test_the_period_of_the_figures_is_told_in_a_sentence_of_its_own(claims_of):
    told = numbers(
        claims_of(
            "At least 745 civilians were executed on the coast, the monitor said. The "
            "figures cover the days from 6 March to 9 March."
        )
    )
    assert told["At least 745"].when.edtf == "2025-03-06/2025-03-09"


def test_how_a_count_was_made_is_no_killing(claims_of):
    claims = claims_of(
        "The committee named 1,426 people killed since 6 March. Twenty people who are "
        "missing are not counted among the dead. Its figures leave out fighters who "
        "died. The accounts differ on how many died."
    )
    killed = [c for c in claims if c.act is Act.KILLED]
    assert [c.quantity.text for c in killed] == ["1,426"]
    assert [c.quantity.low for c in claims if c.act is Act.MISSING] == [20]


def test_it_is_unknown_how_many_died_stays_a_claim(claims_of):
    [claim] = claims_of("It is not known how many people were killed in Varesh.")
    assert claim.quantity.low is None


def test_bodies_seen_in_footage_are_bodies(claims_of):
    [claim] = claims_of("At least 84 bodies are visible in footage from Varesh.")
    assert (claim.act, claim.quantity.low) == (Act.BODIES_FOUND, 84)
    assert [w.text for w in claim.where] == ["Varesh"]


def test_victims_verified_are_dead_and_the_belief_in_more_is_no_number(claims_of):
    claims = claims_of(
        "The UN Human Rights Office has verified 929 victims in the region, it said, "
        "adding that it believes the real figures to be significantly higher."
    )
    told = numbers(claims)
    assert list(told) == ["929"]
    assert (told["929"].act, told["929"].stance) == (Act.KILLED, "verified")
    [belief] = [c for c in claims if not c.quantity.known]
    assert (belief.stance, belief.group) == ("estimated", told["929"].group)


def test_who_is_blamed_in_a_sentence_of_its_own(claims_of):
    for sentence, who in (
        ("It attributes the killings to forces of the government.", "forces of the"),
        ("The monitor blames armed groups.", "armed groups"),
        ("The monitor holds government forces responsible.", "government forces"),
    ):
        claims = claims_of(f"Some 300 people were killed in Varesh. {sentence}")
        assert claims[0].perpetrator.text.startswith(who)
        assert claims[0].perpetrator.stance is PerpetratorStance.ACCUSED


def test_figures_and_reports_are_told_by_those_behind_them(claims_of):
    for words, first in (
        (f"according to figures released on Thursday by {MONITOR}", MONITOR),
        ("according to a joint report by Harbour Watch and Tolmin Rights", "Harbour"),
        ("according to an investigation by The Cradlesong", "The Cradlesong"),
    ):
        [claim] = claims_of(f"Some 1,476 civilians were killed since 6 March, {words}.")
        assert tellers(claim)[0].startswith(first)


def test_who_cites_passes_on_and_whom_he_cites_tells(claims_of):
    [claim] = claims_of(
        "Some 1,700 people were killed since 6 March, Rudin News reported on Tuesday, "
        f"citing {MONITOR}."
    )
    assert tellers(claim) == [MONITOR, "Rudin News", "The Tolmin Gazette"]


def test_an_agency_that_carried_a_statement_stands_in_the_chain(claims_of):
    claims = claims_of(
        f"Some 52 men were executed in Varesh, {MONITOR} said on Friday. Its statement "
        "was carried by Harbour News Agency."
    )
    assert tellers(claims[0]) == [MONITOR, "Harbour News Agency", "The Tolmin Gazette"]


def test_it_and_the_monitor_are_the_monitor_named_before(claims_of):
    claims = claims_of(
        f"Soldiers killed 52 men in Varesh, {MONITOR} said. The monitor said that the "
        "men had been killed at home."
    )
    assert tellers(claims[-1])[0] == MONITOR


def test_the_next_sentence_is_about_the_same_event(claims_of):
    dead, hurt = claims_of(
        "Four farmers were shot dead in Varesh on Saturday. Two women were wounded."
    )
    assert (hurt.when, hurt.where) == (dead.when, dead.where)


def test_another_event_does_not_take_the_time_and_place_before_it(claims_of):
    _, apart = claims_of(
        "Four farmers were shot dead in Varesh on Saturday. Two women were killed in a "
        "separate attack."
    )
    assert apart.where == ()


def test_reporters_who_are_told_are_no_tellers(claims_of):
    [claim] = claims_of(
        "Some 340 civilians have been killed since 6 March, the UN Human Rights Office "
        "told reporters on Tuesday."
    )
    assert tellers(claim) == ["the UN Human Rights Office", "The Tolmin Gazette"]


def test_a_part_has_the_time_of_its_total_and_not_that_of_the_violence(claims_of):
    told = numbers(
        claims_of(
            "Since January, 340 civilians have been killed, the monitor said. Of "
            "those, 120 were killed in Varesh. The violence began in December."
        )
    )
    assert told["120"].when == told["340"].when
