"""The number killed is read in plain words, over long asides, and never the injured."""

from tasjil.model.acts import Stance


def killed(digest):
    return digest.killed.low, digest.killed.high


def test_a_range_of_people_killed_is_a_toll(digest_of):
    text = (
        "On 2 March 2025, between 14 and 17 members of the Halqi family, including "
        "up to five girls and three boys, were killed in Varesh."
    )
    assert killed(digest_of(text)) == (14, 17)


def test_a_range_behind_the_verb_is_a_toll(digest_of):
    text = "Shelling of the market in Varesh killed between 23 and 35 villagers."
    assert killed(digest_of(text)) == (23, 35)


def test_the_number_of_the_injured_is_no_number_of_the_dead(digest_of):
    text = "The Varesh Post wrote that it counted eight killed and 41 injured."
    assert killed(digest_of(text)) == (8, 8)


def test_up_to_is_the_most_and_the_lowest_figure_told_the_fewest(digest_of):
    text = (
        "Up to 19 people were killed in Varesh on Tuesday. Lis Orlic wrote that 13 "
        "people had been killed in Varesh."
    )
    assert killed(digest_of(text)) == (13, 19)


def test_dozens_of_men_are_told_once(claims_of):
    [claim] = claims_of("Gunmen killed dozens of men in Varesh on Friday.")
    assert (claim.quantity.low, claim.quantity.high) == (12, None)


def test_an_attack_that_left_12_dead_and_30_wounded(digest_of):
    told = digest_of("The attack left 12 dead and 30 wounded.")
    assert killed(told) == (12, 12)
    assert (told.injured.low, told.injured.high) == (30, 30)


def test_a_blast_that_claimed_lives_alleges_nothing(claims_of):
    whole, part = claims_of(
        "The blast claimed the lives of seven people, including two children."
    )
    assert whole.stance is part.stance is Stance.STATED


def test_people_feared_dead_are_not_counted_among_the_dead(digest_of):
    assert killed(digest_of("Six people are missing, feared dead.")) == (0, 0)


def test_nobody_knows_how_many_died_and_that_is_not_zero(digest_of):
    assert killed(digest_of("It is unknown how many people died.")) == (0, None)
