"""Counts that change, people behind a date, and words of harm that tell of none."""

import pytest


def numbers(claims):
    """Fewest and most of each claim."""
    return [(c.quantity.low, c.quantity.high) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "The toll rose from 21 to 33.",
        "The death toll in Kelve has climbed from 21 to 33.",
        "The number of people killed in Kelve went up from about 21 to 33.",
    ],
)
def test_a_toll_that_rose_is_the_number_it_rose_to(claims_of, text):
    now = [c for c in claims_of(text) if not c.background]
    assert numbers(now) == [(33, 33)]


def test_the_number_it_rose_from_is_kept_as_history_of_its_own(claims_of):
    told = claims_of("The toll rose from 21 on Monday to 33.")
    before, now = sorted(told, key=lambda claim: claim.quantity.low)
    assert (now.quantity.low, before.quantity.low) == (33, 21)
    assert (now.background, before.background) == (False, True)
    assert before.when.edtf == "../2025-03-10"
    assert before.group != now.group


def test_a_toll_revised_down_is_the_number_it_became(claims_of):
    found = claims_of("The death toll was revised down from 12 to 9.")
    assert numbers(found)[0] == (9, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 10 to 12 people were killed.", (10, 12)),
        ("The number of dead is estimated at between 200 and 300.", (200, 300)),
        ("The death toll is put at between 20 and 30.", (20, 30)),
    ],
)
def test_a_range_stays_a_range(claims_of, text, expected):
    assert numbers(claims_of(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "On 9 March two men were shot dead.",
        "On 9 March two men were shot dead in Kelve.",
        "On 14 May two men were killed by gunmen.",
        "In 2019 two men were killed.",
        "In March 2019 two men were killed.",
    ],
)
def test_people_behind_a_date_are_counted_without_it(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.quantity.low, claim.victims.text) == (2, "two men")


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("The next day they shot dead four men.", "2025-03-04"),
        ("The following night they killed four men.", "2025-03-04"),
        ("They shot dead four men the next day.", "2025-03-04"),
    ],
)
def test_the_next_day_at_the_head_of_a_sentence_is_the_next(claims_of, later, day):
    text = f"Soldiers entered Kelve on 3 March. {later}"
    (claim,) = claims_of(text, published="2025-03-14")
    assert claim.when.edtf == day


@pytest.mark.parametrize(
    "others", ["Ten others were wounded.", "Several others were wounded."]
)
def test_others_share_the_time_and_place_told_before(claims_of, others):
    text = f"Seven people were killed in Kelve on 3 March. {others}"
    killed, wounded = claims_of(text, published="2025-03-14")
    assert wounded.when.edtf == killed.when.edtf == "2025-03-03"
    assert [w.text for w in wounded.where] == [w.text for w in killed.where]


@pytest.mark.parametrize("share", ["Half", "About half"])
def test_a_share_of_people_has_no_number(claims_of, share):
    found = claims_of(f"{share} of the passengers were killed.")
    assert numbers(found) == [(None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Halqi died peacefully in his sleep.",
        "The team was slaughtered 5-0 in Kelve.",
        "Sorin slaughtered Kelve 4-1.",
        "Sorin were killed off by two late goals.",
        "A late penalty killed off the visitors.",
    ],
)
def test_a_game_and_a_quiet_death_are_no_harm_done(claims_of, text):
    assert claims_of(text) == []


def test_a_range_behind_killed_is_no_score(claims_of):
    assert numbers(claims_of("The raid killed 5-10 people in Kelve.")) == [(5, 10)]
