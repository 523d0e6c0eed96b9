"""Names as people write them, and the parts they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.link.names.letters import Script
from tasjil.link.names.parse import every_part, parse


def told(name: str) -> list[str]:
    return [part.text for part in parse(name).parts]


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("سليم محمود حسن الدرماني", "سليم", "الدرماني"),
        ("Salim bin Mahmoud al-Darmani", "Salim", "al Darmani"),
        ("Darmani, Salim Mahmoud", "Salim", "Darmani"),
        ("DARMANI Salim Mahmoud", "Salim", "DARMANI"),
        ("Dr. Salim Abu Shabab", "Salim", "Abu Shabab"),
        ("الشهيد سليم ابو شباب", "سليم", "ابو شباب"),
        ("عبد الرحمن آل درمان", "عبد الرحمن", "آل درمان"),
        ("Ivanov Ivan Petrovich", "Ivan", "Ivanov"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("Salim al-Sheikh", "Salim", "al Sheikh"),
    ],
)
def test_given_name_and_family_are_told_apart(
    name: str, given: str, family: str
) -> None:
    found = parse(name)
    assert found.given is not None
    assert found.family is not None
    assert (found.given.text, found.family.text) == (given, family)


@pytest.mark.parametrize(
    "name",
    ["Abd al-Rahman", "Abdul Rahman", "Abdulrahman", "Abderrahmane", "عبد الرحمن"]
    + ["عبدالرحمن", "عبدالرّحمٰن", "Abd El Rahman", "ABD-AL-RAHMAN", "Abdur Rahman"],
)
def test_a_servant_of_god_has_one_name_however_it_is_written(name: str) -> None:
    (part,) = parse(name).parts
    assert part.sounds[0] == "bdrhmn"


@pytest.mark.parametrize("name", ["نور الدين", "نورالدين", "Noureddine", "Nur el-Din"])
def test_the_light_of_faith_is_one_name(name: str) -> None:
    (part,) = parse(name).parts
    assert part.sounds[0] == "nrdn"


@pytest.mark.parametrize(
    "name",
    ["", " ", "؟؟", "unknown", "UNKNOWN (2)", "مجهول الهوية", "ابن فلان", "طفل", "N.N."]
    + [
        "Unidentified man",
        "رجل مجهول",
        "n/a",
        "طفلة رضيعة",
        "غير معروف",
        "Unidentified body",
        "-",
        "123",
    ],
)
def test_words_that_name_nobody_are_no_name(name: str) -> None:
    assert parse(name).unnamed


def test_a_kunya_in_front_is_no_given_name_and_at_the_end_it_is_a_family() -> None:
    front = parse("أبو علي سليم الدرماني")
    assert front.kunya is not None
    assert front.given is not None
    assert (front.kunya.text, front.given.text) == ("أبو علي", "سليم")
    assert parse("سليم أبو علي").kunya is None
    alone = parse("Umm Salim")
    assert alone.given is None
    assert not alone.unnamed


def test_what_somebody_is_known_as_stands_apart() -> None:
    for name in ("سليم درمان الملقب أبو خالد", "سليم (أبو خالد) درمان"):
        found = parse(name)
        assert [part.text for part in found.nicknames] == ["أبو خالد"]
        assert told(name) == ["سليم", "درمان"]


def test_a_child_of_a_named_father_has_no_given_name() -> None:
    found = parse("طفل سليم محمود درمان")
    assert found.given is None
    assert [part.text for part in found.chain] == ["سليم", "محمود"]


def test_marks_of_direction_and_stretching_change_nothing() -> None:
    assert parse("\u200fسـلـيـم\u202c درمان").parts == parse("سليم درمان").parts


def test_the_script_is_told() -> None:
    assert parse("سليم").script is Script.ARABIC
    assert parse("Салим").script is Script.CYRILLIC


@pytest.mark.parametrize("name", ["عايشة بسام الجةيدي", "منةاللة غانم جبريل"])
def test_a_letter_misread_for_another_stops_nobody(name: str) -> None:
    assert len(parse(name).parts) == 3


@given(
    st.text(
        alphabet="محةىيوءئعاهبال دالنرسabdhiouyw'-.,()?؟37٢ ʿšçّـ\u200f\n", max_size=30
    )
)
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    found = parse(text)
    assert parse(text) == found
    assert all(part.sounds and part.loose for part in every_part(found))
    assert len(found.parts) == sum(
        each is not None for each in (found.given, *found.chain, found.family)
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("سليم معروف", ["سليم", "معروف"]),
        ("محمد الشيخ علي", ["محمد", "الشيخ علي"]),
        ("Ahmad Haj Ali", ["Ahmad", "Haj Ali"]),
        ("Da Salim al-Baid", ["Da", "Salim", "al Baid"]),
        ("Salim D. Darman", ["Salim", "D.", "Darman"]),
        ("De la Cruz, Juan", ["Juan", "De la Cruz"]),
        ("Abd ar-Rahman Darman", ["Abd ar Rahman", "Darman"]),
        ("د. سليم درمان", ["سليم", "درمان"]),
        ("M0hammed Darman", ["Mohammed", "Darman"]),
        ("3abd el latif Tawfi2", ["'abd el latif", "Tawfiq"]),
    ],
)
def test_words_that_can_be_names_are_names_where_they_stand(
    name: str, parts: list[str]
) -> None:
    assert told(name) == parts
