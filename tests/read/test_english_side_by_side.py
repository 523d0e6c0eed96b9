"""Two in one sentence: places, doers and tellers, each with its own number."""

import pytest

from tasjil.model.acts import PerpetratorStance
from tasjil.model.places import Precision


def placed(claims):
    return {c.quantity.low: [w.text for w in c.where] for c in claims}


def first_tellers(claims):
    return {c.quantity.low: c.first_teller.text for c in claims}


def chain(claim):
    return [teller.text for teller in claim.attribution[:-1]]


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed in the market of Sorin and two in Kelve.",
        "Six civilians died in the centre of Sorin and two in Kelve.",
        "Six people were killed in Sorin and two in Kelve.",
    ],
)
def test_each_number_has_its_own_place(claims_of, text):
    assert placed(claims_of(text)) == {6: ["Sorin"], 2: ["Kelve"]}


@pytest.mark.parametrize(
    "whole",
    [
        "Twelve people were killed:",
        "Twelve people were killed in three villages:",
        "Twelve men were killed,",
    ],
)
def test_a_total_told_by_place_has_parts_and_no_place(claims_of, whole):
    total, *parts = claims_of(
        f"{whole} seven in Sorin, three in Kelve and two in Varesh."
    )
    assert total.where == ()
    assert placed(parts) == {7: ["Sorin"], 3: ["Kelve"], 2: ["Varesh"]}
    assert {part.part_of for part in parts} == {total.group}


@pytest.mark.parametrize(
    "words", ["near the village of Kelve", "outside the town of Kelve", "near Kelve"]
)
def test_near_a_village_is_not_in_it(claims_of, words):
    [claim] = claims_of(f"Two people were killed {words}.")
    assert [w.precision for w in claim.where] == [Precision.NEAR]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "The army killed 20 people and a local militia killed seven.",
            ["The army", "a local militia"],
        ),
        ("The army killed two men and gunmen killed a nurse.", ["The army", "gunmen"]),
        ("The army killed a man and wounded two.", ["The army", "The army"]),
    ],
)
def test_each_who_kills_does_their_own(claims_of, text, doers):
    assert [claim.perpetrator.text for claim in claims_of(text)] == doers


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("denied that it had killed", PerpetratorStance.DENIED),
        ("denied it killed", PerpetratorStance.DENIED),
        ("admitted that it had killed", PerpetratorStance.CLAIMED),
    ],
)
def test_it_is_the_one_who_tells_of_their_own_deed(claims_of, told, stance):
    [claim] = claims_of(f"The Hill Brigade {told} two men.")
    assert claim.perpetrator.text == "The Hill Brigade"
    assert claim.perpetrator.stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "Police said two people died; the army said three.",
        "Police said two people died, while the army said three.",
        "Police said two people were killed; the army said three died.",
    ],
)
def test_each_figure_has_its_own_teller(claims_of, text):
    assert first_tellers(claims_of(text)) == {2: "Police", 3: "the army"}


@pytest.mark.parametrize(
    "text",
    [
        "The army said, citing doctors, that four people died.",
        "The army said, quoting doctors, that four people died.",
        "The army, citing doctors, said that four people died.",
    ],
)
def test_who_is_cited_is_nearer_than_who_cites(claims_of, text):
    [claim] = claims_of(text)
    assert chain(claim) == ["doctors", "The army"]


@pytest.mark.parametrize(
    "told",
    [
        "Four people died, verified by",
        "Four people died in Kelve, according to",
        "Four people died, according to figures verified by",
    ],
)
def test_all_tellers_of_a_list_are_kept(claims_of, told):
    names = ["the Varesh Post", "the Lumenia Monitor", "Sorin Watch"]
    [claim] = claims_of(f"{told} {names[0]}, {names[1]} and {names[2]}.")
    assert chain(claim) == names


def test_who_was_told_passes_it_on(claims_of):
    [claim] = claims_of("Two people died in Sorin, doctors told the Varesh Post.")
    assert chain(claim) == ["doctors", "the Varesh Post"]


def test_below_a_testimony_title_the_teller_is_the_name_alone(claims_of):
    claims = claims_of("Testimony of Selma Varo\n\nWe hid. I saw two men killed.")
    assert [claim.first_teller.text for claim in claims] == ["Selma Varo"]


@pytest.mark.parametrize(
    "text",
    [
        "At least 30 civilians were killed while six attackers also died.",
        "Thirty villagers were killed in Sorin while six soldiers were also killed.",
        "Thirty people were killed, while six attackers also died.",
    ],
)
def test_those_who_also_died_are_no_part_of_the_number_before(claims_of, text):
    assert [claim.part_of for claim in claims_of(text)] == [None, None]
