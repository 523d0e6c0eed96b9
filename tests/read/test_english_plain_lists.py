"""Lists of victims: everybody once, and nobody who is only another word for one."""

import pytest


def people(claims):
    """Whom the claims are about, without articles, each once."""
    told = (c.victims.text for c in claims)
    return list(dict.fromkeys(t.removeprefix("a ").removeprefix("an ") for t in told))


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "The attacks claimed the lives of the mayor, a clerk, and a cook.",
            ["the mayor", "clerk", "cook"],
        ),
        (
            "Gunmen killed the rector Anton Dravich, five other nurses, and two women.",
            ["the rector Anton Dravich", "five other nurses", "two women"],
        ),
        (
            "After the killings since Sunday of a notary, a fire captain, and senator "
            "Mira Sorel, the province will act.",
            ["notary", "fire captain", "senator Mira Sorel"],
        ),
        (
            "The murders of Anton Dravich, Colonel Pavel Orsin, and Senator Mira Sorel "
            "were denounced.",
            ["Anton Dravich", "Colonel Pavel Orsin", "Senator Mira Sorel"],
        ),
        (
            "He ordered the murder of journalist Anton Dravich, director of the "
            "newspaper, and Pavel Orsin, president of the party.",
            ["journalist Anton Dravich", "Pavel Orsin"],
        ),
        (
            "They condemned the murder of Anton Dravich and of attorney Mira Sorel.",
            ["Anton Dravich", "attorney Mira Sorel"],
        ),
        (
            "Mercenaries of that band assassinated, within one week, magistrate Anton "
            "Dravich, Tolmin garrison commander Colonel Pavel Orsin, and Senator "
            "Mira Sorel.",
            [
                "magistrate Anton Dravich",
                "Tolmin garrison commander Colonel Pavel Orsin",
                "Senator Mira Sorel",
            ],
        ),
    ],
)
def test_everybody_of_a_list_is_read(claims_of, words, who):
    assert people(claims_of(words)) == who


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "They mourn the death of Anton Dravich, an admired friend and a patriot.",
            ["Anton Dravich"],
        ),
        (
            "He learned of the killing of Anton Dravich, president of the company and "
            "mayor of Varesh.",
            ["Anton Dravich"],
        ),
        ("The shelling left 7 people dead and some 20 wounded.", ["7 people"]),
        (
            "Gunmen killed Anton Dravich, a clerk, and the police fled.",
            ["Anton Dravich"],
        ),
    ],
)
def test_a_second_word_for_one_of_them_is_nobody_more(claims_of, words, who):
    claims = [c for c in claims_of(words) if c.act == "killed"]
    assert people(claims) == who


def test_the_day_of_a_raid_is_its_day_and_no_beginning(claims_of):
    [claim] = claims_of("He left after the 6 March killing of six nurses.")
    assert claim.when.edtf == "2025-03-06"
    assert claim.level == "incident"


def test_parts_told_by_nationality_are_no_names(digest_of):
    told = digest_of("The nurses, five Italians and one Briton, were murdered today.")
    assert all(line.names == () for line in told.victims)


def test_an_office_behind_a_name_is_nobody_more(digest_of):
    told = digest_of("The murder of Anton Dravich, its candidate, shocked the town.")
    assert told.killed.high == 1


def test_who_is_named_behind_a_colon_is_named_whatever_the_rank(digest_of):
    told = digest_of(
        "The following nurses died in the raid: Major Anton Dravich, Sergeant Huila "
        "Orsin, Corporal Mira Sorel, and Guard Pavel Tamor."
    )
    names = {name for line in told.victims for name in line.names}
    assert {"Anton Dravich", "Huila Orsin", "Mira Sorel"} <= names


def test_who_acts_after_the_death_of_somebody_is_alive(claims_of):
    claims = claims_of(
        "Following the death of Anton Dravich, Orsin and Sorel were on the move."
    )
    assert people(claims) == ["Anton Dravich"]
