"""A gazetteer comes into a case: GeoNames dumps, p-codes, beside what people wrote."""

import csv
import os
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from gazetteers import (  # noqa: E402
    LUMENIA,
    P_CODES,
    PLACES,
    dump,
    dump_row,
    other_names,
    workbook,
)

from tasjil.errors import BadPlaceList, CaseError  # noqa: E402
from tasjil.journey.case import open_case  # noqa: E402
from tasjil.journey.places import bring_places  # noqa: E402
from tasjil.journey.read import context_of  # noqa: E402
from tasjil.model.places import Place, PlaceLevel  # noqa: E402
from tasjil.read.places.loading.columns import columns_of  # noqa: E402
from tasjil.read.places.loading.limits import Limits  # noqa: E402

ALL = Limits()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    return folder


def listed(case: Path) -> dict[str, Place]:
    return {place.name: place for place in open_case(case).places}


def test_a_dump_brings_places_with_their_areas_whatever_the_order(
    case: Path, tmp_path: Path
) -> None:
    done = bring_places(case, [dump(tmp_path / "LX.txt")], ALL)

    found = listed(case)
    chain = ["Kesarun", "Narth", "Karst", "Lumenia"]
    for inner, outer in zip(chain, chain[1:], strict=False):
        assert found[inner].parent == found[outer].id
    assert found["Kesarun"].level is PlaceLevel.VILLAGE
    assert found["Varesh"].level is PlaceLevel.CITY
    assert found["Tolmin"].level is PlaceLevel.TOWN
    assert found["Narth"].level is PlaceLevel.DISTRICT
    assert (done.added, done.changed, done.left, done.written) == (7, 0, 0, True)


def test_an_area_has_no_point_and_a_village_has_its_own(
    case: Path, tmp_path: Path
) -> None:
    bring_places(case, [dump(tmp_path / "LX.txt")], ALL)

    found = listed(case)
    assert (found["Karst"].lat, found["Lumenia"].lon) == (None, None)
    assert (found["Varesh"].lat, found["Varesh"].lon) == (11, 21)


def test_names_in_arabic_and_latin_come_and_codes_do_not(
    case: Path, tmp_path: Path
) -> None:
    bring_places(case, [dump(tmp_path / "LX.txt")], ALL)

    kesarun = listed(case)["Kesarun"]
    assert kesarun.name_ar == "كيسرون"
    assert kesarun.variants == ("Qesaroun",)


def test_a_file_of_other_names_gives_the_arabic_name_it_prefers(
    case: Path, tmp_path: Path
) -> None:
    names = other_names(
        tmp_path / "alternateNamesV2.txt",
        [
            (105, "ar", "فارش القديمة", ""),
            (105, "ar", "فارش", "1"),
            (105, "wkdt", "Q105", ""),
            (105, "fr", "Varèche", ""),
            (999, "ar", "بعيد", "1"),
        ],
    )

    bring_places(case, [dump(tmp_path / "LX.txt"), names], ALL)

    varesh = listed(case)["Varesh"]
    assert varesh.name_ar == "فارش"
    assert set(varesh.variants) == {"فارش القديمة", "Varèche"}


def test_a_zip_as_geonames_gives_it_need_not_be_unpacked(
    case: Path, tmp_path: Path
) -> None:
    path = tmp_path / "LX.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(dump(tmp_path / "LX.txt"), "LX.txt")
        packed.writestr("readme.txt", "about the file")

    assert bring_places(case, [path], ALL).added == 7


@pytest.mark.parametrize(
    ("limits", "names"),
    [
        (Limits.of(["lx"], levels=[PlaceLevel.CITY]), {"Lumenia", "Karst", "Varesh"}),
        (Limits.of(inside=["NARTH"]), {"Lumenia", "Karst", "Narth", "Kesarun"}),
        (Limits.of(["QX"]), {"Elsewhere"}),
        (Limits.of(["LX"], levels=[PlaceLevel.SITE]), {"Lumenia", "Tolmin Hospital"}),
    ],
)
def test_limits_take_what_is_asked_for_and_the_areas_around_it(
    case: Path, tmp_path: Path, limits: Limits, names: set[str]
) -> None:
    bring_places(case, [dump(tmp_path / "LX.txt")], limits)

    assert set(listed(case)) == names


def test_a_dump_of_the_world_does_not_flood_a_case(case: Path, tmp_path: Path) -> None:
    rows = [dump_row(n, f"Place {n}", "PPL") for n in range(1, 30)]
    with pytest.raises(BadPlaceList, match="at most 10 places.*--country"):
        bring_places(case, [dump(tmp_path / "a.txt", rows)], Limits.of(most=10))

    assert not (case / "places.csv").exists()


def test_p_codes_bring_every_level_and_say_which_columns_they_stood_in(
    case: Path, tmp_path: Path
) -> None:
    book = workbook(tmp_path / "lx.xlsx", notes=[["about"]], admin2=P_CODES)

    done = bring_places(case, [book], ALL)

    found = listed(case)
    assert found["Narth"].id == "LX0102"
    assert found["Narth"].parent == "LX01"
    assert found["Karst"].name_ar == "كارست"
    assert found["Karst"].level is PlaceLevel.GOVERNORATE
    assert found["Lumenia"].level is PlaceLevel.COUNTRY
    [account] = done.accounts
    assert "level 1, name ar = admin1Name_ar" in account.columns
    assert "level 2, code = admin2Pcode" in account.columns


def test_a_sheet_of_populated_places_has_points_and_its_faults_are_told_by_row(
    case: Path, tmp_path: Path
) -> None:
    book = workbook(tmp_path / "lx.xlsx", admin2=P_CODES, ppl=PLACES)

    done = bring_places(case, [book], ALL)

    found = listed(case)
    assert (found["Kesarun"].lat, found["Kesarun"].lon) == (10.5, 20.5)
    assert found["Kesarun"].parent == "LX0102"
    assert found["Kafr Zahlun"].lat is None
    [_, account] = done.accounts
    assert account.faulty == 1
    assert "lx.xlsx, sheet ppl, row 5" in account.faults[0]
    assert "expected degrees north and east, found 'north, 20.5'" in account.faults[0]


def test_p_codes_may_come_as_csv(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "lx.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(P_CODES)

    assert bring_places(case, [path], ALL).added == 4


@pytest.mark.parametrize(
    "header",
    [
        ["admin1Name_en", "admin1Pcode"],
        ["ADM1_EN", "ADM1_PCODE"],
        ["Admin1 Name (English)", "Admin 1 P-Code"],
        ["admin1RefName", "admin1Pcode"],
        ["adm1_name", "adm1_pcode"],
        ["ADM1NAME", "ADM1CODE"],
        ["admin1AltName1_ar", "admin1Pcode"],
    ],
)
def test_headers_are_known_however_they_are_spelt(header: list[str]) -> None:
    found = columns_of(header)
    assert found.enough
    assert found.levels[1].code == 1


def test_what_a_person_wrote_stays_and_only_gaps_are_filled(
    case: Path, tmp_path: Path
) -> None:
    mine = (
        "id,name,name_ar,level,parent,lat,lon,geonames,variants,note,seen by\n"
        "karst,Karst,,governorate,,,,,,ours,Halqi\n"
        "capital,Varesch,,city,karst,1.5,2.5,105,,,\n"
    )
    (case / "places.csv").write_text(mine, encoding="utf-8")

    done = bring_places(case, [dump(tmp_path / "LX.txt")], ALL)

    rows = (case / "places.csv").read_text("utf-8").splitlines()
    assert rows[0].startswith("id,name,name_ar,level,parent,lat,lon,geonames,variants")
    assert rows[1] == "karst,Karst,,governorate,,,,102,,ours,Halqi,LX"
    assert rows[2] == "capital,Varesch,,city,karst,1.5,2.5,105,,,,LX"
    assert listed(case)["Narth"].parent == "karst"
    assert (done.added, done.changed, done.left) == (5, 2, 0)


def test_the_same_file_again_changes_nothing(case: Path, tmp_path: Path) -> None:
    file = dump(tmp_path / "LX.txt")
    bring_places(case, [file], ALL)
    before = (case / "places.csv").read_bytes()

    done = bring_places(case, [file], ALL)

    assert (done.added, done.changed, done.left, done.written) == (0, 0, 7, False)
    assert (case / "places.csv").read_bytes() == before


def test_a_trial_writes_nothing(case: Path, tmp_path: Path) -> None:
    done = bring_places(case, [dump(tmp_path / "LX.txt")], ALL, trial=True)

    assert (done.added, done.written) == (7, False)
    assert os.listdir(case) == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.txt", "one\ttwo\n", "row 1: expected a GeoNames dump.*found 2 columns"),
        ("a.xlsx", "no workbook", "expected an Excel workbook"),
        ("a.zip", "no archive", "expected a .zip archive"),
        ("a.csv", "name,age\nx,3\n", "expected columns such as admin1Name_en"),
    ],
)
def test_a_file_in_no_known_form_is_refused_with_what_was_expected(
    case: Path, tmp_path: Path, name: str, text: str, words: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(BadPlaceList, match=words):
        bring_places(case, [tmp_path / name], ALL)


def test_a_file_that_is_not_there_is_named(case: Path, tmp_path: Path) -> None:
    with pytest.raises(BadPlaceList, match="found no file"):
        bring_places(case, [tmp_path / "gone.txt"], ALL)


def test_a_row_at_fault_is_left_out_and_told(case: Path, tmp_path: Path) -> None:
    rows = [*LUMENIA, "110\ttoo short", dump_row(111, "Off", "PPL", lat="95")]

    done = bring_places(case, [dump(tmp_path / "LX.txt", rows)], ALL)

    [account] = done.accounts
    assert account.faulty == 2
    assert "row 10, column all: expected 19 cells between tabs" in account.faults[0]
    assert "row 11, column latitude, longitude" in account.faults[1]
    assert "Off" not in listed(case)


def test_a_table_that_is_wrong_already_is_not_touched(
    case: Path, tmp_path: Path
) -> None:
    (case / "places.csv").write_text("id,name,level\na,A,hamlet\n", encoding="utf-8")

    with pytest.raises(CaseError, match=r"places.csv, line 2"):
        bring_places(case, [dump(tmp_path / "LX.txt")], ALL)


def test_limits_that_take_nothing_are_an_error(case: Path, tmp_path: Path) -> None:
    with pytest.raises(BadPlaceList, match="found none within the limits"):
        bring_places(case, [dump(tmp_path / "LX.txt")], Limits.of(["ZZ"]))


def test_a_report_is_read_with_what_was_brought(case: Path, tmp_path: Path) -> None:
    bring_places(case, [dump(tmp_path / "LX.txt")], ALL)
    gazetteer = context_of(open_case(case)).gazetteer

    [english] = gazetteer.find("Two died in Kesarun.")
    [arabic] = gazetteer.find("قتل رجلان في كيسرون")

    assert english.value.place == arabic.value.place == "geonames:104"
    assert english.value.within == ("geonames:103", "geonames:102", "geonames:101")
