"""Who: names in both scripts, titles apart, lists, and what is no name."""

import pytest

from tasjil.read.english.people.names import PersonName, find_names, name_lists

PLACES = {"varesh", "tolmin", "san tolmin", "deir varesh"}


def is_place(words: str) -> bool:
    return words.lower() in PLACES


def names(text: str) -> list[str]:
    return [f.text for f in find_names(text, is_place=is_place)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anton Dravich was killed.", ["Anton Dravich"]),
        (
            "They shot Muhammad Wadi Selman Khodri.",
            ["Muhammad Wadi Selman Khodri"],
        ),
        ("He knew Abu Tamo al-Halqi well.", ["Abu Tamo al-Halqi"]),
        ("She buried Umm Ilyas.", ["Umm Ilyas"]),
        ("Salem bin Idris and Omar ibn Tibi", ["Salem bin Idris", "Omar ibn Tibi"]),
        ("the body of Abd al-Rahman Tibi", ["Abd al-Rahman Tibi"]),
        ("with Abdel Nour al-Halqi", ["Abdel Nour al-Halqi"]),
        ("Ramiro de la Torre y Vega fled.", ["Ramiro de la Torre y Vega"]),
        (
            "Ahmad Halqi and his wife Layla and their children Firo, Tamo and Lis",
            ["Ahmad Halqi", "Layla", "Firo", "Tamo", "Lis"],
        ),
        ("Her daughters, Firo and Aisha, survived.", ["Firo", "Aisha"]),
        ("Later Dravich fled. Anton Dravich died.", ["Dravich", "Anton Dravich"]),
        ("Palestinian Ayat Halqi spoke.", ["Ayat Halqi"]),
        ("Anton Dravich Friday said", ["Anton Dravich"]),
        ("Anton Dravich's house", ["Anton Dravich"]),
        ("SOLDIERS KILLED JOSE MARIA DRAVICH AND FLED", ["JOSE MARIA DRAVICH"]),
        ("MAYOR ANSELMO TORRALBA DIED IN TOLMIN", ["ANSELMO TORRALBA"]),
    ],
)
def test_names_of_persons_are_found_as_written(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations Human Rights Office said so.",
        "Fighters of the Lumenian Liberation Army came.",
        "They fled to Deir Varesh on Friday.",
        "In Varesh, Tolmin and San Tolmin on Monday.",
        "The Syrian and Lebanese governments met in March.",
        "Tolmin Hospital and Varesh University closed.",
        "Meanwhile the Red Crescent came.",
        "",
    ],
)
def test_organisations_places_and_days_are_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Dr. Anton Dravich", "Anton Dravich", "Dr."),
        ("Lieutenant Colonel Ramiro Vega", "Ramiro Vega", "Lieutenant Colonel"),
        ("then Sheikh Salem came", "Salem", "Sheikh"),
        ("then Ms. Dravich came", "Dravich", "Ms."),
        ("Father Ignacio Lozan", "Ignacio Lozan", "Father"),
    ],
)
def test_a_title_is_kept_apart_from_the_name(text: str, name: str, title: str) -> None:
    [found] = find_names(text)
    assert found.value == PersonName(name, title)
    assert found.text == name


def test_the_same_name_in_arabic_stands_beside_it() -> None:
    [found] = find_names("Kareem Halqi (كريم حلقي) was killed")
    assert found.value.beside == "كريم حلقي"


def test_a_name_in_arabic_script_is_a_name_in_english_text() -> None:
    assert names("Also خالد محمود التبي was killed") == ["خالد محمود التبي"]


def test_a_name_broken_over_two_lines_is_one_name() -> None:
    [found] = find_names("they killed Anton\n   Dravich there")
    assert found.value.name == "Anton Dravich"
    assert found.text == "Anton\n   Dravich"


def test_a_hint_of_another_reader_makes_a_doubtful_word_a_name() -> None:
    text = "when Torvic was shot"
    assert names(text) == []
    assert [f.text for f in find_names(text, hints=[(5, 11)])] == ["Torvic"]


def test_a_given_name_after_in_is_a_place_and_no_person() -> None:
    assert names("shells fell in Salem") == []


def test_a_numbered_list_is_one_list_of_names() -> None:
    text = "The dead:\n1. Anton Dravich (34)\n2. Dr Mira Halqi, 7\n3. Abu Tamo Tibi\n"
    [listed] = name_lists(text)
    assert [f.text for f in listed] == ["Anton Dravich", "Mira Halqi", "Abu Tamo Tibi"]
    assert listed[1].value.title == "Dr"
    assert names(text) == [f.text for f in listed]


def test_bare_lines_of_names_are_a_list_when_there_are_three() -> None:
    assert len(name_lists("Anton Dravich\nMira Halqi\nLis Torvic")) == 1
    assert name_lists("Anton Dravich\nMira Halqi") == []


def test_names_in_arabic_script_one_a_line_are_a_list() -> None:
    [listed] = name_lists("- كريم حلقي\n- خالد محمود التبي")
    assert len(listed) == 2


def test_lines_of_prose_are_no_list_of_names() -> None:
    assert name_lists("They fled Varesh.\nNobody came.\nIt was over.") == []


def test_another_spelling_in_brackets_is_the_same_person() -> None:
    found = find_names("Omar (Selim) Halqi and Jana Halqi (Umm Tamo) fled")
    assert [f.value.name for f in found] == ["Omar Halqi", "Jana Halqi"]
    assert [f.value.also for f in found] == ["Selim", "Umm Tamo"]


def test_a_full_stop_ends_a_name() -> None:
    assert names("They shot Mira Halqi. Two others fled.") == ["Mira Halqi"]


def test_an_initial_does_not_end_a_name() -> None:
    assert names("They shot Mira S. Halqi there.") == ["Mira S. Halqi"]


def test_an_age_before_a_run_of_capitals_makes_it_a_name() -> None:
    assert names("an 8-year-old Grace Summer fled") == ["Grace Summer"]


def test_a_family_name_that_is_a_word_follows_a_given_name_in_capitals() -> None:
    assert names("GERARDO BARRIOS WAS SHOT") == ["GERARDO BARRIOS"]
