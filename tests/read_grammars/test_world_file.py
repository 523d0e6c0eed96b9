"""The world file and the script that makes it."""

import json
import pickle
from pathlib import Path

import pytest

from tasjil.errors import CaseError
from tasjil.model.places import PlaceLevel
from tasjil.read.places import extract
from tasjil.read.places.folding import folded, without_article
from tasjil.read.places.nationalities import nationalities
from tasjil.read.places.world import World, world

TOWN = {
    "geonameid": 11,
    "name": "Al-Varesh",
    "latitude": 10.0,
    "longitude": 20.0,
    "countrycode": "SY",
    "population": 9000,
    "admin1code": "07",
    "alternatenames": ["الفارش", "VRS", "varsh", "Wareesh", "Вареш"],
}
VILLAGE = {**TOWN, "geonameid": 12, "name": "Reading", "population": 600}
VILLAGE["alternatenames"] = []
COUNTRY = {"geonameid": 1, "name": "Syria", "iso": "SY", "population": 5}
DIVISIONS = [
    ["Karst Governorate", "Karst Governorate", "SY", 20.0, 10.0, "5", "admin1", 0],
    ["Syria", "Syria", "SY", 20.0, 10.0, "1", "country", 5],
    ["Old Town", "Old Town", "SY", 20.0, 10.0, "0", "admin1", 0],
]


@pytest.fixture
def made(tmp_path: Path) -> World:
    """A world file made by the script from a few invented rows."""
    for size in ("500", "1000", "5000"):
        towns = {"11": TOWN, "12": VILLAGE}
        (tmp_path / f"cities{size}.json").write_text(json.dumps(towns), "utf-8")
    (tmp_path / "countries.json").write_text(json.dumps({"SY": COUNTRY}), "utf-8")
    (tmp_path / "divisions.pkl").write_bytes(pickle.dumps(DIVISIONS))
    (tmp_path / "named.csv").write_text(
        "lat,lon,name,admin1,admin2,cc\n10.0,20.0,Al-Varesh,Karst,,SY\n", "utf-8"
    )
    (tmp_path / "words.txt").write_text("reading\nwriting\n", "utf-8")
    out = tmp_path / "world.txt.z"
    paths = ["divisions.pkl", "named.csv", "words.txt", "world.txt.z"]
    extract.main([str(tmp_path), *(str(tmp_path / each) for each in paths)])
    return World(out.read_bytes())


def test_the_script_keeps_both_scripts_and_drops_codes(made: World) -> None:
    for key in ("al varesh", "varesh", "wareesh", folded("الفارش")):
        [found] = made.named(key)
        assert (found.name, found.level) == ("Al-Varesh", PlaceLevel.TOWN)
    for dropped in ("vrs", "varsh", "вареш"):
        assert dropped not in made


def test_a_town_lies_in_its_division_and_country(made: World) -> None:
    [town] = made.named("varesh")
    assert [p.name for p in made.within(town)] == ["Karst", "Syria"]


def test_a_village_spelt_like_an_english_word_needs_a_cue(made: World) -> None:
    assert made.needs_cue("reading")
    assert not made.needs_cue("varesh")


def test_a_pickle_that_would_run_something_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "divisions.pkl"
    path.write_bytes(pickle.dumps(Path("x")))
    with pytest.raises(CaseError, match="expected plain lists"):
        list(extract.countries(tmp_path / "countries.json", path))


def test_the_script_says_what_it_needs() -> None:
    with pytest.raises(CaseError, match="expected five paths, got 0"):
        extract.main([])


def test_every_key_of_the_package_file_leads_to_places_on_the_globe() -> None:
    for key in ("aleppo", "san salvador", "kyiv", "حلب", "mogadishu", "lima"):
        assert world().named(key), key


def test_a_place_is_found_again_by_its_id() -> None:
    [first, *_] = world().named("latakia")
    assert world().place(first.id) == first
    assert world().place(first.id.replace("geonames", "nowhere")) is None  # type: ignore[arg-type]


def test_every_nationality_is_of_a_country_the_file_has() -> None:
    countries = {
        place.country
        for code in set(nationalities().values())
        for place in [world()._countries.get(code)]
        if place is not None
    }
    assert set(nationalities().values()) <= countries | {"XK"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dayr az-Zawr", "DAYR AZ ZAWR"),
        ("Zākīyah", "zakiyah"),
        ("Dar'a", "Dar‘ā"),
        ("إدلب", "ادلب"),
        ("الرقة", "الرقه"),
        ("São Tomé", "Sao Tome"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_only_an_article_is_taken_for_one() -> None:
    assert without_article("al raqqa") == "raqqa"
    assert without_article("alep") is None
    assert without_article("الرقه") == "رقه"
