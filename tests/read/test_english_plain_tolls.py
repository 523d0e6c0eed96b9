"""The number killed is read in plain words, over long asides, and never the injured."""


def killed(digest):
    return digest.killed.low, digest.killed.high


def test_a_range_of_people_killed_is_a_toll(digest_of):
    text = (
        "On 2 March 2025, between 12 and 15 members of the Halqi family, including "
        "up to six children and four women, were killed in Varesh."
    )
    assert killed(digest_of(text)) == (12, 15)


def test_a_range_behind_the_verb_is_a_toll(digest_of):
    text = "Shelling of the market in Varesh killed between 23 and 35 villagers."
    assert killed(digest_of(text)) == (23, 35)


def test_the_number_of_the_injured_is_no_number_of_the_dead(digest_of):
    text = "The Varesh Post wrote that there were five killed and 35 injured."
    assert killed(digest_of(text)) == (5, 5)


def test_up_to_is_the_most_and_the_lowest_figure_told_the_fewest(digest_of):
    text = (
        "Up to 15 people were killed in Varesh on Tuesday. Lis Orlic wrote that 11 "
        "people had been killed in Varesh."
    )
    assert killed(digest_of(text)) == (11, 15)
