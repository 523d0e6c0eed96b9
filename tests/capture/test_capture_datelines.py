"""What the first lines of a report say, and what they do not."""

import pytest

from tasjil.capture.firstlines import read_first_lines

MORE = "\nSecond paragraph of the report.\n"

WITH_DATE = [
    (
        "PORT AVA, 7 MAY 91 (ACAN-EFE) -- [TEXT] AN",
        "PORT AVA",
        "ACAN-EFE",
        "1991-05-07",
    ),
    ("PORT AVA (PERU), 5 MAY 89 (AFP) -- X", "PORT AVA (PERU)", "AFP", "1989-05-05"),
    ("LONDON (UK), 15 FEB 90 (AP) -- X", "LONDON (UK)", "AP", "1990-02-15"),
    ("PORT AVA, March 14, 2025 (AFP) - Two", "PORT AVA", "AFP", "2025-03-14"),
    ("AVA CITY, 9th March, 2025 (WAM) -- The", "AVA CITY", "WAM", "2025-03-09"),
    ("GENEVA (14 March 2025) – Experts today", "GENEVA", None, "2025-03-14"),
    ("(Geneva, March 10, 2025) – Forces shot", "Geneva", None, "2025-03-10"),
    ("Geneva/Ava, 12 March 2025 – The", "Geneva/Ava", None, "2025-03-12"),
    ("Geneva, 11 March 2025", "Geneva", None, "2025-03-11"),
    (
        "PORT\nAVA, 7 MAY 91 (RADIO\nAVA) -- [TEXT] X",
        "PORT AVA",
        "RADIO AVA",
        "1991-05-07",
    ),
    ("دمشق - 14 آذار/مارس 2025 - قتل", "دمشق", None, "2025-03-14"),
    ("دمشق، ١٤ مارس ٢٠٢٥ (سانا) - قتل", "دمشق", "سانا", "2025-03-14"),
    ("الرباط 9 غشت 2024 - قتل", "الرباط", None, "2024-08-09"),
    ("تونس، 3 جويلية 2024 (رويترز) - قتل", "تونس", "رويترز", "2024-07-03"),
    ("بغداد، 3 كانون الثاني 2024 (رويترز) - قتل", "بغداد", "رويترز", "2024-01-03"),
    ("القاهرة، 3 يوليو 2024 (أ ش أ) - قتل", "القاهرة", "أ ش أ", "2024-07-03"),
    ("date 2025-03-14 ANA SILVA BBC News, Ava", "Ava", "BBC News", "2025-03-14"),
    ("date 2025-03-14 Ana Silva Reuters", None, "Reuters", "2025-03-14"),
    ("date 2025-03-14 ANA SILVA The Shore, Ava", "Ava", "The Shore", "2025-03-14"),
    ("date 2025-03-14 ANA SILVA Shore, Ava, Home", "Ava, Home", "Shore", "2025-03-14"),
    ("Date: 14 March 2025 / Source: Ava Voice", None, "Ava Voice", "2025-03-14"),
    ("By Ana Silva, Lumenia Daily, 14 March 2025", None, "Lumenia Daily", "2025-03-14"),
    ("BBC News\n14 March 2025, 10:32 GMT\nAna Silva", None, "BBC News", "2025-03-14"),
    ("March 14, 2025 Friday", None, None, "2025-03-14"),
    ("Published: 14 March 2025", None, None, "2025-03-14"),
    ("Published on Friday, March 14, 2025 10:32 AM", None, None, "2025-03-14"),
    (
        "By Ana Silva, Lumenia Daily | 14 March 2025",
        None,
        "Lumenia Daily",
        "2025-03-14",
    ),
    ("By Ana Silva | BBC News | March 14, 2025", None, "BBC News", "2025-03-14"),
    ("Date: 14 March 2025\nSource: Lumenia Daily", None, "Lumenia Daily", "2025-03-14"),
    ("نُشر في: 14 مارس 2025", None, None, "2025-03-14"),
    ("تاريخ النشر: الجمعة 14 آذار 2025", None, None, "2025-03-14"),
    ("NO CITY, NO DATE (RADIO AVA) -- [TEXT] X", None, "RADIO AVA", None),
    ("CLANDESTINE, 7 MAY 91 (RADIO AVA) -- X", None, "RADIO AVA", "1991-05-07"),
]


@pytest.mark.parametrize(("line", "place", "publisher", "published"), WITH_DATE)
def test_a_dateline_is_read_as_agencies_write_it(line, place, publisher, published):
    found = read_first_lines(line + MORE)
    assert found.dateline_place == place
    assert found.publisher == publisher
    assert found.published == published


WITHOUT_YEAR = [
    ("PORT AVA, March 14 (Reuters) - Gunmen", "PORT AVA", "Reuters"),
    ("March 14 (Reuters) - Gunmen", None, "Reuters"),
    ("MOSCOW, March 14. /TASS/. The", "MOSCOW", "TASS"),
    ("KYIV. March 14 (Interfax) - The", "KYIV", "Interfax"),
    ("Tehran, March 14, IRNA – The", "Tehran", "IRNA"),
    ("PORT-AU-PRINCE, Haiti, March 14 (UPI) -- x", "PORT-AU-PRINCE, Haiti", "UPI"),
    ("بيروت في 14 مارس /أ ش أ/ قتل", "بيروت", "أ ش أ"),
]


@pytest.mark.parametrize(("line", "place", "publisher"), WITHOUT_YEAR)
def test_a_dateline_without_a_year_gets_none(line, place, publisher):
    found = read_first_lines(line + MORE).settled()
    assert (found.dateline_place, found.publisher) == (place, publisher)
    assert found.published is None
    assert any("14 March without a year" in note for note in found.notes)


def test_another_header_may_give_the_year():
    text = "Date: 2025\nPORT AVA, March 14 (Reuters) - Gunmen" + MORE
    assert read_first_lines(text).settled().published == "2025-03-14"


WITHOUT_DATE = [
    ("PORT AVA (AP) — Gunmen", "PORT AVA", "AP"),
    ("PORT AVA, Lebanon (AP) — Gunmen", "PORT AVA, Lebanon", "AP"),
    ("Ava (AFP) – Gunmen", "Ava", "AFP"),
    ("Damascus, SANA- The", "Damascus", "SANA"),
    ("PORT AVA, Lumenia — Gunmen", "PORT AVA, Lumenia", None),
    ("(Beirut) – Forces", "Beirut", None),
    ("دمشق-سانا قتل", "دمشق", "سانا"),
    ("دمشق (رويترز) - قتل", "دمشق", "رويترز"),
    ("دمشق - (أ ف ب) - قتل", "دمشق", "أ ف ب"),
]


@pytest.mark.parametrize(("line", "place", "publisher"), WITHOUT_DATE)
def test_a_dateline_without_a_date_gives_the_place_alone(line, place, publisher):
    found = read_first_lines(line + MORE).settled()
    assert (found.dateline_place, found.publisher) == (place, publisher)
    assert found.published is None


NOTHING_THERE = [
    "Homs, 14 March 2025 was a dark day for the town.",
    "Gunmen killed 13 people in Jableh - a town on the coast.",
    "Three people were killed on 14 March 2025.",
    "The Ministry of Health (MOH) — said today that two were killed.",
    "Updated 15 March 2025",
    "The dead of the coast, 14 March 2025, and who they were",
    "It happened on 3/4/2025",
    "Published: 3/4/2025",
    "Published: 30 February 2025",
    "قتل ثلاثة أشخاص في 14 آذار 2025 في القرية.",
]


@pytest.mark.parametrize("line", NOTHING_THERE)
def test_a_sentence_is_not_a_dateline(line):
    found = read_first_lines(line + MORE).settled()
    assert found.published is None
    assert found.dateline_place is None
    assert found.publisher is None


def test_a_date_that_could_be_two_days_stays_unread_and_is_noted():
    found = read_first_lines("Date: 3/4/2025" + MORE)
    assert found.published is None
    assert any("3/4/2025" in note for note in found.notes)


def test_a_century_that_was_not_written_is_marked_as_guessed():
    assert read_first_lines("AVA, 7 MAY 91 (EFE) -- X").guessed == ("published",)


def test_a_relayed_agency_is_noted_beside_the_publisher():
    text = "Source: Lumenia Daily\nPORT AVA, March 14, 2025 (Reuters) - Gunmen" + MORE
    found = read_first_lines(text)
    assert found.publisher == "Lumenia Daily"
    assert "the dateline names Reuters" in found.notes
