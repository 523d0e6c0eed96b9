"""A list of places, each with its number, is read line by line and under its total."""

import pytest

LEAD = "Fourteen civilians were killed on Monday in the Orrel valley:\n"


def numbers(claims):
    return [(c.act.value, c.quantity.low) for c in claims]


def test_a_village_list_is_read_under_the_total_it_adds_to(claims_of, digest_of):
    text = f"{LEAD}- Mirrow: 4, by army shelling\n- Tolvane: 9\n- Kaddan: 1 woman\n"
    total, *parts = claims_of(text)
    assert [p.quantity.low for p in parts] == [4, 9, 1]
    assert {p.part_of for p in parts} == {total.group}
    assert [p.where[0].text for p in parts] == ["Mirrow", "Tolvane", "Kaddan"]
    assert digest_of(text).killed.high == 14


def test_what_a_village_lost_is_divided_further(claims_of):
    text = f"{LEAD}- Mirrow: 4 (3 men, 1 woman)\n- Tolvane: 10, two of them children\n"
    found = claims_of(text)
    assert [c.quantity.low for c in found] == [14, 4, 3, 1, 10, 2]
    groups = {c.quantity.low: c.group for c in found}
    assert [c.part_of for c in found if c.quantity.low in (2, 3)] == [
        groups[4],
        groups[10],
    ]


def test_a_label_says_what_was_done_to_the_number_behind_it(claims_of):
    text = "Killed: 7. Injured: unchanged at 15. Missing: 2.\n"
    assert numbers(claims_of(text)) == [("killed", 7), ("injured", 15), ("missing", 2)]


def test_the_dead_and_the_wounded_of_a_line_are_told_apart(claims_of):
    text = "Documented today: 26 dead, 40 injured.\nUllen – 9 dead, 14 injured.\n"
    assert numbers(claims_of(text)) == [
        ("killed", 26),
        ("injured", 40),
        ("killed", 9),
        ("injured", 14),
    ]


def test_places_in_one_sentence_each_have_their_number(claims_of):
    text = (
        "The group documented the deaths of 118 civilians in May.\n\n"
        "By province: Sorrin 57, Teshara 40, the Coast 21.\n"
    )
    total, *parts = claims_of(text)
    assert [(p.where[0].text, p.quantity.low) for p in parts] == [
        ("Sorrin", 57),
        ("Teshara", 40),
        ("the Coast", 21),
    ]
    assert {p.part_of for p in parts} == {total.group}


def test_the_one_who_did_it_stands_in_the_line(claims_of):
    text = f"{LEAD}- Mirrow: 4, shot by the Interior Guard\n- Tolvane: 10\n"
    _, shot, _ = claims_of(text)
    assert shot.perpetrator.text == "the Interior Guard"


@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed. The meeting begins at 4:30 on Tuesday, 17 October.",
        "Two men were killed. Sorrin 3, Teshara 1 was the score of the match.",
        "Results\n- Sorrin: 4\n- Teshara: 2\n",
    ],
)
def test_numbers_of_something_else_are_no_tally(claims_of, text):
    assert all(c.quantity.low == 2 and "men" in c.victims.text for c in claims_of(text))


def test_a_list_of_many_villages_is_read_to_its_end(claims_of):
    villages = "".join(f"- Mirrow{chr(97 + i)}: 3\n" for i in range(26))
    text = f"Seventy-eight civilians were killed on Monday in the valley:\n{villages}"
    total, *parts = claims_of(text)
    assert len(parts) == 26
    assert {p.part_of for p in parts} == {total.group}
