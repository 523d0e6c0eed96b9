"""People named in long lists: each once, under every spelling, and nobody lost."""


def named(digest):
    return [name for line in digest.victims for name in line.names]


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
