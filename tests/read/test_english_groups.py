"""Within one report nobody is counted twice, and nobody is lost."""


def killed(digest):
    return digest.killed.low, digest.killed.high


def test_a_driver_and_his_sister_are_added_to_six_teachers(claims_of, digest_of):
    text = "Six teachers, their driver and his sister were murdered near Varesh."
    assert [c.quantity.low for c in claims_of(text)] == [6, 1, 1]
    assert killed(digest_of(text)) == (8, 8)


def test_a_mother_killed_along_with_four_children_are_five(digest_of):
    text = "Mira Sorel died along with her four children."
    assert killed(digest_of(text)) == (5, 5)


def test_children_included_in_a_number_are_a_part_of_it(claims_of, digest_of):
    text = "Ten people were killed, including 3 children."
    whole, part = claims_of(text)
    assert part.part_of == whole.group
    assert killed(digest_of(text)) == (10, 10)


def test_numbers_after_a_colon_are_parts_of_the_number_before_it(claims_of, digest_of):
    text = "The strike killed 12 civilians in Varesh: 4 women, 3 men and 5 children."
    whole, *parts = claims_of(text)
    assert [p.quantity.low for p in parts] == [4, 3, 5]
    assert {p.part_of for p in parts} == {whole.group}
    assert killed(digest_of(text)) == (12, 12)


def test_the_mayor_by_name_by_office_and_by_his_death_is_one_person(
    claims_of, digest_of
):
    text = (
        "Dravich, the mayor of Varesh, was assassinated on Tuesday. The mayor was "
        "killed by two men. His death was condemned."
    )
    assert {c.group for c in claims_of(text)} == {"g1"}
    assert killed(digest_of(text)) == (1, 1)


def test_names_fill_the_places_of_a_number_and_add_nobody(digest_of):
    text = (
        "Three shopkeepers were killed in Varesh, witnesses said. The victims were "
        "identified as Josef Bren, Pavel Orlic and Tomas Ilk."
    )
    found = digest_of(text)
    assert killed(found) == (3, 3)
    assert [line.names for line in found.victims] == [
        ("Josef Bren",),
        ("Pavel Orlic",),
        ("Tomas Ilk",),
    ]


def test_two_tellers_who_disagree_span_a_range(claims_of, digest_of):
    text = (
        "The ministry said 12 people were killed. "
        "A monitoring group put the death toll at 20."
    )
    assert {c.group for c in claims_of(text)} == {"g1"}
    assert killed(digest_of(text)) == (12, 20)


def test_a_figure_told_again_is_not_added(digest_of):
    text = (
        "Five farmers were killed in Varesh on Monday. Police said the five farmers "
        "were killed at dawn."
    )
    assert killed(digest_of(text)) == (5, 5)


def test_others_killed_elsewhere_are_added(digest_of):
    text = "Five people were killed. Another two were killed on Friday in Tolmin."
    assert killed(digest_of(text)) == (7, 7)


def test_a_total_since_a_day_is_an_aggregate_and_in_no_sum(claims_of, digest_of):
    text = (
        "More than 1,400 civilians have been killed since 6 March in four provinces, "
        "a war monitoring group said. Two farmers were shot dead on Thursday."
    )
    found = digest_of(text)
    assert claims_of(text)[0].level.value == "aggregate"
    assert killed(found) == (2, 2)
    [line] = found.aggregates
    assert (line.low, line.high) == (1401, None)
    assert line.first_teller == "a war monitoring group"


def test_numbers_by_place_are_parts_of_the_total_beside_them(claims_of):
    claims = claims_of(
        "In Latakia 52 were killed, in Tartus 30, and in Hama 12, the network said, "
        "bringing the total to 94."
    )
    whole = next(c for c in claims if c.quantity.low == 94)
    parts = [c for c in claims if c is not whole]
    assert [c.quantity.low for c in parts] == [52, 30, 12]
    assert {c.part_of for c in parts} == {whole.group}
    assert [c.where[0].text for c in parts] == ["Latakia", "Tartus", "Hama"]


def test_harm_long_ago_is_kept_as_history_and_not_summed(claims_of, digest_of):
    text = (
        "In 1980, soldiers massacred 300 peasants in Varesh. "
        "On 12 March 2025 gunmen killed two farmers."
    )
    assert [c.background for c in claims_of(text)] == [True, False]
    assert killed(digest_of(text)) == (2, 2)


def test_the_missing_are_no_part_of_the_detained(claims_of):
    claims = claims_of(
        "Police said three men had been detained and two women were missing."
    )
    assert [c.part_of for c in claims] == [None, None]


def test_four_brothers_named_are_four(claims_of):
    [claim] = claims_of(
        "Four brothers, Ali, Omar, Sami and Idris Karam, were executed on 7 March."
    )
    assert claim.quantity.low == claim.quantity.high == 4
    assert claim.victims.names == ("Ali", "Omar", "Sami", "Idris Karam")
    assert claim.when.edtf == "2025-03-07"


def test_the_parts_of_a_running_total_are_totals_and_parts_of_it(claims_of, digest_of):
    text = (
        "The number of people killed on the coast since Thursday has reached 524, the "
        "monitor said, among them 311 civilians. The dead include 80 women and 12 "
        "children."
    )
    numbers = {c.quantity.low: c for c in claims_of(text) if c.quantity.low}
    whole = numbers[524]
    assert {c.level.value for c in numbers.values()} == {"aggregate"}
    assert {numbers[n].part_of for n in (311, 80, 12)} == {whole.group}
    assert killed(digest_of(text)) == (0, 0)


def test_bodies_seen_in_a_film_are_bodies_found(claims_of):
    claims = claims_of("At least 20 bodies can be seen in a video from Varesh.")
    assert [(c.act.value, c.quantity.low) for c in claims] == [("bodies found", 20)]


def test_a_family_that_lost_two_sons_lost_them_to_a_killing(digest_of):
    text = "The couple were killed in Varesh. They also lost two sons, Omar and Karim."
    named = {name for line in digest_of(text).victims for name in line.names}
    assert named == {"Omar", "Karim"}
