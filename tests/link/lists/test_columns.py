"""What columns mean: by their headers, unless the cells under them say otherwise."""

import random

import pytest

from tasjil.errors import BadColumns, BadValue
from tasjil.link.lists.cells.dates import DateOrder
from tasjil.link.lists.cleaning import Cleaner, clean
from tasjil.link.lists.columns.columns import Columns
from tasjil.link.lists.columns.guessing import guess_columns
from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.link.lists.columns.saved import fit, read_columns, write_columns
from tasjil.link.lists.numbering import own_numbers
from tasjil.link.lists.totals import not_persons
from tasjil.link.names import parse
from tasjil.model.particulars import IdKind, Kin, Particulars
from tasjil.model.persons import Sex
from tasjil.model.record import ListRecord

M = ColumnMeaning
Rows = list[dict[str, str]]

GIVEN = ("دارن", "إلفا", "ميرل", "سوري", "أنا", "تال")


def rows_of(count: int, **columns: object) -> Rows:
    """Make rows whose cells are made from the number of the row."""
    return [
        {header: made(n) for header, made in columns.items()}  # type: ignore[operator]
        for n in range(1, count + 1)
    ]


def meanings(headers: list[str], rows: Rows | None = None) -> list[str]:
    return [each.meaning.value for each in guess_columns(headers, rows or [])]


def cleaned(row: dict[str, str], columns: Columns | None = None) -> Particulars:
    record = ListRecord.of("a", 2, row, number="1")
    return clean(record, columns or guess_columns([*row], [row]))


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (
            ["م", "الاسم", "رقم الهوية", "العمر", "الجنس", "تاريخ الميلاد"],
            ["record number", "name", "national id", "age", "sex", "born"],
        ),
        (
            [
                "Full_Name:",
                "AGE (years)",
                "Date of Death",
                "Place of birth",
                "Mother's name",
            ],
            ["name", "age", "died", "home", "mother"],
        ),
        (
            ["الاسم", "الكنية", "اسم الأب", "المحافظة", "تاريخ الوفاة", "سبب الوفاة"],
            ["name", "family", "father", "governorate", "died", "cause"],
        ),
        (
            ["Nom", "Prénom", "Sexe", "Date de décès"],
            ["family", "given", "sex", "died"],
        ),
        (["Nav", "Temen", "Zayend", "Gund"], ["name", "age", "sex", "village"]),
        (["name", "en_name", "dob"], ["name", "other name", "born"]),
        (["Victim / Name", "Death / Date"], ["name", "died"]),
        (["\u200fالاسم\u200f", "\ufeffالعمر "], ["name", "age"]),
    ],
)
def test_headers_are_known_in_any_language_case_and_punctuation(
    headers: list[str], expected: list[str]
) -> None:
    assert meanings(headers) == expected


def test_an_id_of_nine_digits_is_of_the_state_and_one_that_counts_is_the_rows() -> None:
    chance = random.Random(1)
    nine = rows_of(60, id=lambda n: str(chance.randrange(4 * 10**8, 10**9)))
    count = rows_of(60, id=str)
    assert meanings(["id"], nine) == ["national id"]
    assert meanings(["id"], count) == ["record number"]


def test_cells_are_believed_where_headers_say_nothing_or_lie() -> None:
    rows = rows_of(
        30,
        a=lambda n: f"{GIVEN[n % 6]} فيل {GIVEN[n % 5]} {n // 6 * 'ا'}",
        b=lambda n: "mf"[n % 2],
        c=lambda n: f"{n % 28 + 1}/5/2031",
        age=lambda n: f"2031-05-{n % 28 + 1:02}",
    )
    assert meanings(["a", "b", "c"], rows) == ["name", "sex", "died"]
    assert meanings(["age"], rows) == ["died"]


def test_the_first_of_two_equal_columns_is_taken_and_a_second_name_is_kept() -> None:
    assert meanings(["Name", "Name (2)"]) == ["name", "other name"]
    assert meanings(["Age", "age (2)"]) == ["age", "ignored"]


def test_a_name_in_several_columns_is_put_together_in_its_right_order() -> None:
    row = {"الكنية": "فيل", "اسم الأب": "تال", "الاسم": "دارن", "اسم الجد": "ميرل"}
    told = cleaned(row)
    assert told.name == "دارن تال ميرل فيل"
    assert told.kin == ((Kin.FATHER, "تال"), (Kin.GRANDFATHER, "ميرل"))


def test_a_whole_name_beside_its_family_is_not_made_longer() -> None:
    told = cleaned({"Name": "Daren Tal Vell", "Family": "Vell", "Mother": "Ilva Osk"})
    assert told.name == "Daren Tal Vell"
    assert told.kin == ((Kin.MOTHER, "Ilva Osk"),)


def test_somebody_without_a_name_of_their_own_is_told_by_the_father() -> None:
    told = cleaned({"First name": "", "Father": "Tal", "Family": "Vell"})
    assert (told.name, told.kin) == ("", ((Kin.FATHER, "Tal Vell"),))


def test_zero_is_an_age_unless_there_is_far_too_much_of_it() -> None:
    few = rows_of(100, age=lambda n: str(n % 50))
    many = rows_of(100, age=lambda n: "0" if n % 3 == 0 else str(20 + n % 40))
    for rows, filled in ((few, 100), (many, 67)):
        cleaner = Cleaner(guess_columns(["age"], rows))
        for n, row in enumerate(rows):
            cleaner.clean(ListRecord.of("a", n + 2, row))
        assert cleaner.account["age"].read == filled


def test_codes_of_sexes_are_known_by_the_names_beside_them() -> None:
    rows = rows_of(
        20,
        name=lambda n: ("محمد فيل", "فاطمة فيل")[n % 2],
        sex=lambda n: "21"[n % 2],
    )
    columns = guess_columns(["name", "sex"], rows)
    assert cleaned(rows[0], columns).sex is Sex.WOMAN
    assert cleaned(rows[1], columns).sex is Sex.MAN


def test_a_number_that_many_rows_share_is_nobodys() -> None:
    rows = rows_of(
        80,
        **{
            "national id": lambda n: (
                "401111112" if n % 4 == 0 else str(4 * 10**8 + 7919 * n)
            )
        },
    )
    columns = guess_columns(["national id"], rows)
    assert cleaned(rows[3], columns).ids == ()
    assert cleaned(rows[0], columns).ids == ((IdKind.NATIONAL, "400007919"),)


def test_dates_of_an_arabic_list_have_the_day_first() -> None:
    rows = [{"الاسم": "دارن فيل", "تاريخ الوفاة": "3/4/2031"}] * 3
    columns = guess_columns([*rows[0]], rows)
    assert columns.order is DateOrder.DAY_FIRST
    assert cleaned(rows[0], columns).died == "2031-04-03"


def test_year_month_and_day_in_columns_of_their_own_are_one_date() -> None:
    row = {"Name": "Daren Vell", "Year": "2031", "Month": "5", "Day": "4"}
    assert cleaned(row).died == "2031-05-04"
    assert cleaned({**row, "Month": "May"}).died == "2031-05-04"
    assert cleaned({**row, "Day": ""}).died == "2031-05"


def test_cells_that_cannot_be_read_are_counted_and_named_by_their_record() -> None:
    rows = [
        {"name": "Daren Vell", "died": "31/6/2031", "age": "40"},
        {"name": "Ilva Tornay", "died": "1/6/2031", "age": "many"},
    ]
    cleaner = Cleaner(guess_columns(["name", "died", "age"], rows))
    for n, row in enumerate(rows):
        cleaner.clean(ListRecord.of("a", n + 2, row, number=str(n + 1)))
    assert cleaner.account["died"].at_odds == ["a:1"]
    assert cleaner.account["age"].unreadable == ["a:2"]
    assert cleaner.account["age"].unread == 1


def test_what_is_saved_serves_next_months_file() -> None:
    saved = guess_columns(["Name", "Date_of_Death", "Ward"], []).set("Ward", M.PLACE)
    again = read_columns(write_columns(saved, "a"), "a.columns.toml")
    fitted = fit(again, guess_columns(["WARD:", "date of death", "name", "Age"], []))
    assert [c.meaning.value for c in fitted.columns] == ["place", "died", "name", "age"]
    assert fitted.notes == ("the header 'Age' is new; taken for 'age' (header)",)


def test_a_header_that_is_missing_is_said_and_the_rest_holds() -> None:
    saved = guess_columns(["Name", "Age"], [])
    fitted = fit(saved, guess_columns(["Name"], []))
    assert fitted.columns.of(M.NAME) == ("Name",)
    assert fitted.notes == (
        "the header 'Age' is not in the list any more; it was 'age'",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[columns\n", "expected TOML"),
        ('[columns]\n"Name" = "nmae"\n', "expected one of"),
        ("clean_list = 3\n", "clean_list"),
        ("colums = 3\n", "'colums'"),
        ('date_order = "day"\n', "date_order"),
        ('[columns]\n"a" = "name"\n"b" = "name"\n', "one column of name"),
    ],
)
def test_a_saved_file_that_is_wrong_says_where(text: str, told: str) -> None:
    with pytest.raises(BadColumns, match="a.columns.toml") as caught:
        read_columns(text, "a.columns.toml")
    assert told in str(caught.value)


def test_headers_of_any_signs_survive_being_saved() -> None:
    headers = ['a"b', "c\\d", "e\nf", "g = [h]", "\x7f", "# i", "", "الاسم"]
    saved = guess_columns(headers, [])
    again = read_columns(write_columns(saved, "l"), "l.columns.toml")
    assert [each.header for each in again] == headers


def test_a_person_can_say_what_one_column_means_and_the_guess_gives_way() -> None:
    guessed = guess_columns(["Name", "Called"], [])
    said = guessed.set("called", M.NAME)
    assert said.of(M.NAME, M.OTHER_NAME) == ("Name", "Called")
    assert said.of(M.NAME) == ("Called",)
    with pytest.raises(BadValue, match="header of one column"):
        guessed.set("Age", M.AGE)


def test_own_numbers_will_do_only_if_each_record_has_one_of_its_own() -> None:
    assert own_numbers(["12", "A-7", "٩"]) == ("12", "A-7", "9")
    assert own_numbers(["12", "12"]) is None
    assert own_numbers(["12", ""]) is None
    assert own_numbers(["658534805", "559492504", "621325167"]) is None
    assert own_numbers(["20310001", "20310002", "20310003"]) is not None


@pytest.mark.parametrize(
    "word", ["Total", "المجموع", "الإجمالي", "TOTAL: 2", "Grand total"]
)
def test_a_total_at_the_bottom_is_nobody(word: str) -> None:
    rows = [["Daren Vell", "40", "m"], ["Ilva Tornay", "25", "f"], [word, "", "2"]]
    assert not_persons(["name", "age", "sex"], rows) == {2}


def test_a_person_named_after_a_sum_is_a_person() -> None:
    rows = [
        ["Total Vell", "40", "m", "Kesarun", "2031"],
        ["Sum Osk", "2", "f", "Ava", ""],
    ]
    assert not_persons(["name", "age", "sex", "place", "died"], rows) == frozenset()


def test_two_names_of_one_word_are_the_first_and_the_family() -> None:
    rows = [{"Name": "Daren", "Name (2)": "Vell"}, {"Name": "Ilva", "Name (2)": "Osk"}]
    assert cleaned(rows[0], guess_columns([*rows[0]], rows)).name == "Daren Vell"


def test_a_year_of_two_digits_is_no_later_than_the_list() -> None:
    row = {"Name": "Daren Vell", "Born": "13/5/45", "Died": "13/6/31"}
    rows = [row, {**row, "Died": "2031-05-04"}, row]
    told = cleaned(row, guess_columns([*row], rows))
    assert (told.born, told.died) == ("1945-05-13", "2031-06-13")


def test_a_french_list_has_the_day_first_and_an_english_one_says_nothing() -> None:
    for header, order in (("décès", DateOrder.DAY_FIRST), ("death", DateOrder.UNKNOWN)):
        row = {"Nom": "Vell", "Prénom": "Daren", f"Date {header}": "3/4/2031"}
        if header == "death":
            row = {"Name": "Daren Vell", "Date of death": "3/4/2031"}
        assert guess_columns([*row], [row] * 3).order is order


def test_a_cell_of_several_places_gives_them_the_finest_first() -> None:
    told = cleaned({"Name": "Daren Vell", "المكان": "كيسارون، قضاء هودونت"})
    assert [each.text for each in told.where] == ["كيسارون", "هودونت"]
    row = {"Village": "Kesarun (Hodunt)", "Governorate": "Sorin governorate"}
    assert [w.text for w in cleaned(row).where] == ["Kesarun", "Hodunt", "Sorin"]


def test_a_list_that_writes_the_wider_place_first_is_turned_round() -> None:
    rows = rows_of(
        40, Name=lambda n: "Daren Vell", Place=lambda n: f"Hodunt - Mill {n}"
    )
    told = cleaned(rows[4], guess_columns(["Name", "Place"], rows))
    assert [each.text for each in told.where] == ["Mill 5", "Hodunt"]


def test_a_date_of_birth_may_have_three_columns() -> None:
    headers = ["fname_c1", "fname_c2", "lname_c1", "lname_c2", "by", "bm", "bd"]
    cells = ("DAREN", "", "VELL", "", "1949", "7", "22")
    rows = [dict(zip(headers, cells, strict=True))] * 5
    columns = guess_columns(headers, rows)
    told = cleaned(rows[0] | {"lname_c2": "OSK"}, columns)
    assert (told.name, told.born) == ("DAREN VELL OSK", "1949-07-22")
    assert cleaned({"Name": "A Vell", "année de naissance": "1962"}).born == "1962"
    assert cleaned({"Name": "A Vell", "Year of death": "2031"}).died == "2031"


def test_who_has_a_family_and_no_given_name_keeps_the_family() -> None:
    told = cleaned({"given_name": "", "surname": "Vell"})
    assert told.name == "Vell, ?"
    assert parse(told.name).family is not None


def test_an_address_in_pieces_is_where_somebody_lived() -> None:
    headers = ["surname", "street_number", "address_1", "suburb", "postcode", "state"]
    cells = ("Vell", "8", "mill lane", "Kesarun", "4223", "hod")
    told = cleaned(dict(zip(headers, cells, strict=True)))
    assert [w.text for w in told.home] == ["8 mill lane", "Kesarun", "4223", "hod"]
    assert told.where == ()
