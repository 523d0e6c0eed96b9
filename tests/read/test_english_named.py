"""People named in long lists: each once, under every spelling, and nobody lost."""


def named(digest):
    return [n for line in digest.victims if line.act == "killed" for n in line.names]


def killed(digest):
    return digest.killed.low, digest.killed.high


def test_brothers_of_one_father_are_two_people(digest_of):
    text = "Omar Anton Halqi was killed in Varesh. Tamo Anton Halqi was killed too."
    assert named(digest_of(text)) == ["Omar Anton Halqi", "Tamo Anton Halqi"]


def test_two_spellings_of_one_name_are_one_person(digest_of):
    text = (
        "Mohammed Anton Halqi was killed in Varesh. Neighbours mourned the death of "
        "Muhammad al-Halqi."
    )
    found = digest_of(text)
    assert named(found) == ["Mohammed Anton Halqi"]
    assert killed(found) == (1, 1)


def test_names_of_a_part_of_a_part_stand_in_the_digest(digest_of):
    text = (
        "At least 9 members of the Halqi family were killed in Varesh. Three of the "
        "brothers were killed: Omar Halqi, Tamo Halqi and Firo Halqi."
    )
    assert named(digest_of(text)) == ["Omar Halqi", "Tamo Halqi", "Firo Halqi"]


def test_kin_named_behind_a_remark_are_among_the_dead(digest_of):
    text = (
        "Six members of the Halqi family were killed in Varesh. Omar Halqi (54), who "
        "was a baker, died together with his wife, Jana Halqi (Umm Tamo), and "
        "their children: Tamo Halqi (9), a pupil in Varesh, Firo Halqi (7) and Lis "
        "Halqi (3), as was their neighbour, 61-year-old Pavel Orlic."
    )
    found = digest_of(text)
    assert sorted(named(found)) == [
        "Firo Halqi",
        "Jana Halqi",
        "Lis Halqi",
        "Omar Halqi",
        "Pavel Orlic",
        "Tamo Halqi",
    ]
    assert killed(found) == (6, 6)


def test_a_list_of_names_with_ages_behind_the_number_killed_names_the_dead(digest_of):
    text = (
        "Three people were killed in Varesh. Relatives shared photographs of them: "
        "34-year-old Omar Halqi, 30-year-old Jana Halqi and Tamo Halqi, aged 9."
    )
    assert named(digest_of(text)) == ["Omar Halqi", "Jana Halqi", "Tamo Halqi"]


def test_the_hurt_and_those_who_mourn_are_not_among_the_dead(digest_of):
    text = (
        "Two people were killed in Varesh. Omar Halqi (34) was killed, while Jana "
        "Halqi (30) was injured. His brother, Pavel Halqi (40), mourned Omar Halqi, "
        "who was killed at home."
    )
    assert named(digest_of(text)) == ["Omar Halqi"]


def test_who_identifies_the_dead_is_not_among_them(digest_of):
    text = (
        "Two people were killed in Varesh. Pavel Orlic identified his cousins Omar "
        "Halqi and Tamo Halqi as among those killed."
    )
    assert "Pavel Orlic" not in named(digest_of(text))


def test_a_son_who_speaks_after_a_death_lives(digest_of):
    text = (
        "Anton Halqi was killed in Varesh. After his father's death, Omar Halqi "
        "shared a photograph."
    )
    assert named(digest_of(text)) == ["Anton Halqi"]
