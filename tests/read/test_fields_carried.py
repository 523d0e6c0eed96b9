"""What a report says once of people and places holds for what it tells later."""

from tasjil.model.acts import Act
from tasjil.model.persons import Status


def places(claims):
    return [[w.text for w in c.where] for c in claims]


def test_the_parts_of_a_number_of_civilians_are_civilians(claims_of):
    whole, part = claims_of(
        "Nine civilians, four of them women, were killed in Varesh."
    )
    assert whole.victims.status is Status.CIVILIAN
    assert part.victims.status is Status.CIVILIAN


def test_the_whole_is_not_civilian_because_a_part_is(claims_of):
    whole, part = claims_of("Nine people, four of them civilians, were killed.")
    assert whole.victims.status is Status.UNKNOWN
    assert part.victims.status is Status.CIVILIAN


def test_harm_without_a_place_was_done_where_the_report_was_last(claims_of):
    claims = claims_of(
        "On Monday soldiers came to people hiding in the village of Kesarun. They "
        "killed an old farmer.\n\nTwo women were wounded by shells in the village of "
        "Tolmin. A nurse was shot dead as well."
    )
    told = {c.victims.text: [w.text for w in c.where] for c in claims}
    assert told["an old farmer"] == ["Kesarun"]
    assert told["A nurse"] == ["Tolmin"]


def test_a_headline_is_about_the_place_that_its_lead_tells(claims_of):
    claims = claims_of(
        "Six dead in shelling of market\n\nSix people were killed in the village of "
        "Kesarun on Monday, and the villages of Tolmin and Varesh were shelled."
    )
    assert "Kesarun" in places(claims)[0]


def test_where_people_were_led_away_is_not_where_they_were_killed(claims_of):
    claims = claims_of(
        "Two teachers were abducted in the village of Kesarun on Monday.\n\n"
        "They had lived in the village of Tolmin for years, a friend said.\n\n"
        "Both teachers were killed, the ministry announced."
    )
    for claim in claims:
        if claim.act is Act.KILLED:
            assert "Kesarun" not in [w.text for w in claim.where]


def test_who_only_speaks_in_a_place_says_nothing_of_where_it_happened(claims_of):
    claims = claims_of(
        "The officer in Kesarun gave no details. The office in Tolmin is closed. "
        "Four men were killed, the ministry said."
    )
    assert places(claims) == [[]]


def test_harm_told_to_be_elsewhere_keeps_its_silence(claims_of):
    claims = claims_of(
        "Three men were killed in the village of Kesarun, and four in the village of "
        "Tolmin. Elsewhere two women were wounded."
    )
    assert places(claims)[-1] == []
