"""Shares, second figures, testimony, rolls of names: what goes on from before."""

import pytest

LEAD = "Ninety people were abducted in Tolmin on Monday, the Harbour Observatory said. "


def last(claims):
    c = claims[-1]
    return c.act.value, c.quantity.low, c.quantity.high


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Of the 90 abducted, 22 were taken by the Black Brigade.", 22),
        ("Seventeen were minors.", 17),
        ("Thirty-one of them were women.", 31),
        ("The remaining 45 were men.", 45),
        ("Women make up 31 of the abducted.", 31),
    ],
)
def test_a_number_of_those_told_before_is_a_part_of_them(claims_of, text, number):
    whole, *parts = claims_of(LEAD + text)
    assert parts[-1].quantity.low == number
    assert parts[-1].part_of == whole.group


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("Now it is 95.", 95, "stated"),
        ("The figure stands at 95.", 95, "stated"),
        ("Residents say 95.", 95, "stated"),
        ("The number is 60, not 90.", 90, "denied"),
    ],
)
def test_a_second_figure_is_about_the_same_people(claims_of, text, number, stance):
    first, *more = claims_of(LEAD + text)
    assert (more[-1].quantity.low, more[-1].stance.value) == (number, stance)
    assert {c.group for c in more} == {first.group}


def test_the_figure_of_another_month_is_history(claims_of):
    text = (
        "The group documented the deaths of 118 civilians in March. In January it had "
    )
    may, april = claims_of(text + "documented 96.")
    assert (april.quantity.low, april.when.edtf) == (96, "2025-01")
    assert april.background
    assert april.group != may.group


def test_three_of_them_children_are_three(claims_of):
    found = claims_of("Fourteen people, three of them children, were killed.")
    assert [c.quantity.low for c in found] == [14, 3]
    assert found[1].part_of == found[0].group


def test_a_mother_and_her_three_children_are_four_in_one_claim(claims_of):
    [claim] = claims_of("A mother and her three children were killed in Tolmin.")
    assert (claim.quantity.low, claim.quantity.high) == (4, 4)
    assert claim.victims.text == "A mother and her three children"


def test_testimony_is_told_and_witnessed_by_the_one_who_gives_it(claims_of):
    text = (
        "Statement of L., 38, a baker from Varesh\n\n"
        "I was in the shop. They shot my husband in the head. I saw it.\n\n"
        "Two neighbours were killed at the gate, my sister told me.\n"
    )
    husband, neighbours = claims_of(text)
    assert husband.first_teller.text == "L."
    assert husband.stance.value == "witnessed"
    assert neighbours.stance.value == "stated"


def test_a_roll_of_names_is_read_line_by_line(claims_of):
    text = (
        "FALLEN\n\nWe bow our heads before\n\n"
        "Lieutenant Marek Darro, 27\nPrivates Tomas Ostrin and Samir Volm, both 19\n\n"
        "who gave their lives at Zinta Pass on 2 March.\n"
    )
    found = claims_of(text)
    assert [c.victims.names for c in found] == [
        ("Marek Darro",),
        ("Tomas Ostrin",),
        ("Samir Volm",),
    ]
    assert [c.victims.age for c in found] == [27, 19, 19]
    assert {c.victims.status.value for c in found} == {"armed forces"}
    assert {c.when.edtf for c in found} == {"2025-03-02"}


def test_names_without_a_word_for_harm_are_no_list_of_the_dead(claims_of):
    assert claims_of("Our team\n\nMarek Darro, 27\nTomas Ostrin, 30\n") == []


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("In the raid, said the ministry, four men were killed.", "the ministry"),
        ("Observatory: 11 dead in Tolmin on Tuesday.", "Observatory"),
        ("Ten died, as counted by the Harbour Observatory.", "the Harbour Observatory"),
        (
            "Its spokesman, Colonel Ilya Sorn, said two men were killed.",
            "Colonel Ilya Sorn",
        ),
    ],
)
def test_tellers_stand_in_asides_too(claims_of, text, teller):
    assert claims_of(text)[0].first_teller.text == teller


@pytest.mark.parametrize(
    "text",
    [
        "The claim that scores were massacred is an invention.",
        "Nobody has died there.",
        "There were no deaths in Tolmin.",
    ],
)
def test_what_is_called_false_is_denied(claims_of, text):
    assert [c.stance.value for c in claims_of(text)] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb that could have killed dozens was made safe.",
        "How many died?",
        "The exercise supposes that a shell has killed ten people.",
    ],
)
def test_what_did_not_happen_is_not_read(claims_of, text):
    assert claims_of(text) == []


def test_a_short_name_of_the_publisher_is_the_publisher(claims_of):
    text = "In July the Centre documented the deaths of 37 people."
    [claim] = claims_of(text, publisher="Tolmin Centre for Civil Records")
    assert [t.text for t in claim.attribution] == ["Tolmin Centre for Civil Records"]


def test_a_place_of_a_tally_lost_civilians_where_the_total_is_of_civilians(claims_of):
    text = "Fourteen civilians were killed on Monday:\n- Mirrow: 4\n- Tolvane: 10\n"
    assert {c.victims.status.value for c in claims_of(text)} == {"civilian"}
