"""News wires: who died in the report's own event, and what is only spoken of."""

import pytest


def test_a_date_between_the_murder_and_the_murdered_hides_nobody(claims_of):
    [claim] = claims_of(
        "The report followed the murder on 5 May of senator Anton Dravich."
    )
    assert claim.victims.names == ("Anton Dravich",)


def test_a_place_between_the_killing_and_the_killed_hides_nobody(claims_of):
    claims = claims_of("It condemned the killing in Varesh of a judge.")
    assert [c.victims.text for c in claims] == ["a judge"]


def test_the_evening_of_a_day_is_nobody(claims_of):
    claims = claims_of("The murder on the evening of 9 May shocked Varesh.")
    assert claims == []


def test_who_denies_a_part_in_a_murder_does_not_deny_the_murder(claims_of):
    [claim] = claims_of("He denies any part in the assassination of Anton Dravich.")
    assert claim.stance == "stated"


def test_any_noun_that_who_goes_on_from_is_people(claims_of):
    claims = claims_of("He spoke to his subordinates who were wounded in the blast.")
    assert [c.victims.text for c in claims] == ["his subordinates"]


def test_names_in_capitals_stay_whole_where_a_dictionary_has_their_words(claims_of):
    [claim] = claims_of("SOLDIERS KILLED SENATOR ELENA DIANA FUENTES IN THE MARKET.")
    assert claim.victims.names == ("ELENA DIANA FUENTES",)


@pytest.mark.parametrize(
    "remark",
    [
        "They are only rebels who murder judges.",
        "A militia that is killing villagers cannot rule.",
        "They have murdered judges, politicians and journalists.",
        "He condemned the murder of public officials.",
    ],
)
def test_a_general_remark_is_kept_as_background(claims_of, remark):
    claims = claims_of(remark)
    assert claims
    assert all(c.background for c in claims)


@pytest.mark.parametrize(
    "event",
    [
        "Civilians were killed in the shelling.",
        "A bomb exploded in the market, killing women and children.",
        "On Sunday the army killed peasants.",
        "The murder of the nurses shocked the country.",
    ],
)
def test_an_event_without_a_number_is_no_background(claims_of, event):
    claims = claims_of(event)
    assert claims
    assert not any(c.background for c in claims)


def test_numbers_in_an_aside_take_nobody_from_the_list(digest_of):
    told = digest_of(
        "Six priests -- five Sorelians and one Lumenian -- and two women were murdered."
    )
    assert told.killed.low == told.killed.high == 8


def test_the_last_one_listed_is_a_victim_where_the_deed_is_the_subject(claims_of):
    claims = claims_of(
        "The murder of the five monks, a man, and his sister was a crime."
    )
    assert [c.quantity.low for c in claims] == [5, 1, 1]


def test_that_of_the_senator_is_a_murder_among_the_murders(claims_of):
    claims = claims_of("He condemned the murders, above all that of Senator Dravich.")
    assert [c.victims.names for c in claims if c.victims.names] == [("Dravich",)]


def test_the_murder_that_was_ordered_is_a_murder(claims_of):
    [claim] = claims_of("The colonel ordered the assassination of Senator Dravich.")
    assert claim.victims.names == ("Dravich",)


def test_an_order_to_kill_is_no_killing(claims_of):
    assert claims_of("The colonel ordered his men to kill Senator Dravich.") == []


def test_the_murdered_mayor_is_the_mayor_told_of(digest_of):
    told = digest_of(
        "Anton Dravich was shot dead on Monday. "
        "Thousands walked behind the coffin of the murdered mayor."
    )
    assert told.killed.low == told.killed.high == 1


def test_two_people_named_are_two_lines(digest_of):
    told = digest_of("Soldiers killed two farmers, Anton Dravich and Mira Sorel.")
    assert [line.names for line in told.victims] == [
        ("Anton Dravich",),
        ("Mira Sorel",),
    ]


def test_a_number_that_its_parts_fill_is_told_by_its_parts(digest_of):
    told = digest_of(
        "Gunmen killed a policeman and his son. The two were leaving a church when "
        "the two were killed."
    )
    assert [line.text for line in told.victims] == ["a policeman", "his son"]
    assert told.killed.low == told.killed.high == 2


def test_several_names_in_capitals_stand_as_the_wire_has_them(claims_of):
    claims = claims_of(
        "THE GUARDS KILLED TEACHERS ANTON DRAVICH AND KARIM SOREL TODAY."
    )
    names = {name for c in claims for name in c.victims.names}
    assert names == {"ANTON DRAVICH", "KARIM SOREL"}


@pytest.mark.parametrize(
    "remark",
    [
        "The plan would have included the murder of two judges.",
        "He had the mission of assassinating the mayor.",
        "They may have succumbed to temptation.",
        "The attack left a toll of one person wounded.",
        "Buried behind the house they found 100 shells.",
        "It recalls the murdering battalions.",
    ],
)
def test_what_was_meant_or_hurt_or_hidden_is_no_death(claims_of, remark):
    assert not [c for c in claims_of(remark) if c.act == "killed"]


def test_gangs_that_have_murdered_are_no_victims(claims_of):
    claims = claims_of("The gangs have murdered with impunity in the town.")
    assert "The gangs" not in [c.victims.text for c in claims]


def test_many_deaths_without_day_and_town_are_a_remark(claims_of):
    claims = claims_of("Our valley has known much fighting, many deaths.")
    assert all(c.background for c in claims)


def test_a_surname_that_is_a_noun_stays_a_name_before_a_comma(claims_of):
    [claim] = claims_of("CARLOS BARILLA, THE MAYOR OF VARESH, WAS MURDERED ON FRIDAY.")
    assert claim.victims.names == ("CARLOS BARILLA",)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("A patrol seized the mayor and killed him in the square.", "the mayor"),
        ("They found the wife of a judge and they killed her.", "the wife of a judge"),
        (
            "Senator Anton Dravich was attacked by two riders who fired four times, "
            "killing him at once.",
            "Senator Anton Dravich",
        ),
    ],
)
def test_him_and_her_are_those_to_whom_something_was_done_before(claims_of, words, who):
    killed = [c for c in claims_of(words) if c.act == "killed"]
    assert [c.victims.text for c in killed] == [who]


def test_more_people_named_than_told_are_each_told_of(digest_of):
    told = digest_of(
        "Two members of the order were murdered on Friday. Anton Dravich was killed in "
        "the chapel. Pavel Orsin was killed in the garden. Mira Sorel was killed too."
    )
    named = {name for line in told.victims for name in line.names}
    assert named == {"Anton Dravich", "Pavel Orsin", "Mira Sorel"}
    assert len(told.victims) == 3


def test_one_day_told_outright_makes_a_number_one_event(claims_of):
    [claim] = claims_of(
        "The 13 March murder of six nurses came after years of unrest in the town."
    )
    assert claim.level == "incident"


def test_people_known_to_the_readers_are_no_total_told_before(claims_of):
    claims = claims_of(
        "The war has left 70,000 people dead since 2015. The murder of the nurses "
        "shocked the country."
    )
    [nurses] = [c for c in claims if c.victims.text == "the nurses"]
    assert nurses.level == "incident"
