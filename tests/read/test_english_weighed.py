"""Reports that weigh what many tellers say of one incident: its range and its dead."""

import pytest

LEAD = "On Monday at least five people were killed when a shell hit a house in Tolmin. "
RADIO = "Radio Varesh said seven people were killed. "
PAPER = "The Harbour Gazette wrote that four people had been killed. "


def killed(told):
    return told.killed.low, told.killed.high


def names(told):
    return {name for line in told.victims for name in line.names}


def test_at_least_stays_open_where_nobody_else_is_quoted(digest_of):
    assert killed(digest_of(LEAD)) == (5, None)


def test_the_highest_figure_of_several_tellers_closes_the_range(digest_of):
    assert killed(digest_of(LEAD + RADIO + PAPER)) == (5, 7)


def test_several_sources_are_more_than_one_teller(digest_of):
    told = digest_of(LEAD + "Several sources confirmed that people were killed.")
    assert killed(told) == (5, 5)


@pytest.mark.parametrize(
    "detail",
    [
        "A video showed a man carrying the body of a child.",
        "Mira Halqi mourned her brother.",
        "Omar Halqi was killed with three other members of his family.",
        "Nobody has published who they were.",
    ],
)
def test_whoever_is_told_of_later_is_among_the_number_of_the_lead(digest_of, detail):
    told = digest_of(LEAD + RADIO + PAPER + detail)
    assert killed(told) == (5, 7)


def test_a_lowest_and_a_highest_figure_told_together_are_one_range(digest_of):
    told = digest_of(
        "At least 11 members of the Halqi family, including three women, and up to 30 "
        "people were killed in Tolmin on Monday."
    )
    assert killed(told) == (11, 30)


def test_between_one_and_three_is_a_range(digest_of):
    told = digest_of("On Monday, between one and three people were killed in Tolmin.")
    assert killed(told) == (1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed: Omar Halqi, his brother Idris, and two nurses.",
        "The shell killed three people, two women and a child.",
        "Two people, Omar Halqi and his son, were killed in Tolmin.",
    ],
)
def test_people_told_one_by_one_are_the_number_and_no_more(digest_of, text):
    whole = {"Four": 4, "The": 3, "Two": 2}[text.split()[0]]
    assert killed(digest_of(text)) == (whole, whole)


@pytest.mark.parametrize(
    "text",
    [
        "The shell claimed the lives of two women and more than 80 injured people.",
        "Radio Varesh reported two people killed and 80 people injured.",
    ],
)
def test_who_was_hurt_is_not_among_the_dead(digest_of, text):
    assert killed(digest_of(text)) == (2, 2)


def test_an_age_that_is_not_certain_counts_nobody(digest_of):
    told = digest_of("A shell killed Mira Halqi and her 19 or 20-year-old daughter.")
    assert killed(told) == (2, 2)


@pytest.mark.parametrize("word", ["my nephew", "my cousin", "my beloved uncle"])
def test_kin_of_a_mourner_are_those_told_of_before(digest_of, word):
    told = digest_of(
        "Omar Halqi was killed by a shell in Tolmin on Monday. "
        f'Idris Sorel wrote: "I mourn {word}."'
    )
    assert killed(told) == (1, 1)


def test_children_who_carry_their_fathers_name_are_people_of_their_own(digest_of):
    told = digest_of(
        "Omar Nabil Halqi (32) was killed and so were his children, a son Tamo Omar "
        "Nabil Halqi (3), and a daughter Mira Omar Nabil Halqi (8)."
    )
    assert len(names(told)) == 3


def test_a_name_in_quotes_behind_a_name_is_the_same_person(digest_of):
    told = digest_of('Omar Halqi "Abu Tamo" was killed by a shell on Monday.')
    assert names(told) == {"Omar Halqi"}


def test_a_second_name_in_brackets_publishes_nothing(claims_of):
    claim = claims_of("Omar Halqi (Abu Tamo) was killed by a shell on Monday.")[0]
    assert "Abu Tamo" not in [teller.text for teller in claim.attribution]
