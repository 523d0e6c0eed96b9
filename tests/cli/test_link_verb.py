"""`tasjil link`, as a person types it, with lists alone and with a case."""

import csv
import json
from datetime import date
from shutil import copytree

import openpyxl
import pytest
from lumenia import lumenia

HEADER = "no,name,sex,age,died,place"
HOSPITAL = """\
1,Daren Ilo Vell,male,34,2031-05-03,Ostrel
2,Ilva Mara Tornay,female,29,2031-05-03,Ostrel
3,Oren Bas Saal,male,51,2031-05-11,Varesh
4,Neva Dor Lind,female,44,2031-05-19,Varesh
5,Sanna Tun Marrow,female,61,2031-05-02,Varesh
6,Joren Kip Ostun,male,23,2031-05-06,Ostrel
7,Pela Sorn Brade,female,8,2031-05-07,Varesh
8,Kesta Lisk Galdor,female,72,2031-05-13,Varesh
"""
CIVIL = """\
1,Ilva Mara Tornay,female,29,2031-05-03,Ostrel
2,Tamo Rel Keth,male,19,2031-05-04,Varesh
3,Oren Bas Saal,male,51,2031-05-11,Varesh
4,Sanna Tun Marrow,female,61,2031-05-02,Varesh
5,Bastin Jask Orley,male,28,2031-05-08,Varesh
6,Pela Sorn Brade,female,8,2031-05-07,Varesh
7,Kesta Lisk Galdor,female,72,2031-05-13,Varesh
"""
REPORT = (
    "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
    "Daren Ilo Vell, 34, a farmer, was shot dead by soldiers in Ostrel on Saturday, "
    "his brother said.\n"
)


def write_lists(folder):
    folder.mkdir(exist_ok=True)
    paths = [folder / "hospital.csv", folder / "civil.csv"]
    for path, rows in zip(paths, (HOSPITAL, CIVIL), strict=True):
        path.write_text(f"{HEADER}\n{rows}", encoding="utf-8")
    return paths


@pytest.fixture
def lists(tmp_path):
    return write_lists(tmp_path / "alone")


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    return {"folder": tmp_path_factory.mktemp("once") / "varesh"}


@pytest.fixture
def case(tasjil, once, tmp_path):
    """A case that was built once; each test gets a copy."""
    made = once["folder"]
    if not made.exists():
        lumenia(made, {"herald.txt": REPORT})
        write_lists(made / "lists")
        assert tasjil("build", made, "--machine-key").returncode == 0
    return copytree(made, tmp_path / "varesh")


def told(done):
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def persons(done):
    return {each["record"]: each["person"] for each in told(done)}


def test_every_record_is_a_line_with_its_person_and_how_certain_that_is(tasjil, lists):
    lines = told(tasjil("link", *lists, "--json"))
    assert len(lines) == 15
    assert all(line.keys() >= {"record", "person"} for line in lines)
    assert all(0 <= line["certainty"] <= 1 for line in lines)
    found = {line["record"]: line["person"] for line in lines}
    assert found["hospital:2"] == found["civil:1"]
    assert found["hospital:4"] not in {found[f"civil:{n}"] for n in range(1, 8)}


def test_a_person_reads_how_many_stand_on_which_lists(tasjil, lists):
    done = tasjil("link", *lists)
    words = " ".join((done.stdout + done.stderr).split())
    assert "15 records, 10 persons" in words
    assert "hospital: 8 records; nobody stands on it twice." in words
    assert "Every record was compared" in words
    assert "a guess" in words
    assert "Splink" not in words
    assert "Predict" not in words


def test_one_list_alone_is_asked_who_stands_on_it_twice(tasjil, lists):
    done = tasjil("link", lists[0])
    assert done.returncode == 0
    assert "hospital alone: nobody was found on it twice" in done.stderr
    twice = HOSPITAL + HOSPITAL.splitlines()[0].replace("1,", "99,", 1) + "\n"
    lists[0].write_text(f"{HEADER}\n{twice}", encoding="utf-8")
    again = tasjil("link", lists[0])
    assert "1 record tells of somebody who stands on it already" in again.stderr


def test_the_table_of_overlaps_is_what_estimates_read(tasjil, lists, tmp_path):
    table, drawn = tmp_path / "table.csv", tmp_path / "drawn.csv"
    tasjil("link", *lists, "--overlaps", table)
    with table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert {each["count"] for each in rows} == {"3", "2", "5"}
    assert rows[0].keys() == {"civil", "hospital", "count"}
    tasjil("link", *lists, "--overlaps", drawn, "--draws", "4")
    with drawn.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert {each["draw"] for each in rows} == {"1", "2", "3", "4"}
    persons_by_draw = {
        n: sum(int(each["count"]) for each in rows if each["draw"] == n) for n in "1234"
    }
    assert all(8 <= persons <= 15 for persons in persons_by_draw.values())


def test_a_saved_model_weighs_the_next_lists_alike(tasjil, lists, tmp_path):
    model = tmp_path / "model.json"
    first = tasjil("link", *lists, "--model", model, "--json")
    assert "Vell" not in model.read_text(encoding="utf-8")
    again = tasjil("link", *lists, "--model", model, "--json")
    assert persons(first) == persons(again)
    model.write_text("{}", encoding="utf-8")
    wrong = tasjil("link", *lists, "--model", model)
    assert wrong.returncode == 2


def test_words_on_lists_alone_are_kept_in_a_file_of_ids(tasjil, lists, tmp_path):
    said = tmp_path / "said.csv"
    said.write_text(
        "one,other,verdict,by,at,because\n"
        "civil:3,hospital:3,different,salma,2031-06-01T09:00:00Z,two cousins\n",
        encoding="utf-8",
    )
    found = persons(tasjil("link", *lists, "--judgements", said, "--json"))
    assert found["civil:3"] != found["hospital:3"]


def test_a_programs_questions_are_lines_of_json(tasjil, lists, tmp_path):
    said = tmp_path / "said.csv"
    asked = told(tasjil("link", *lists, "--questions", "2", "--judgements", said))
    assert all(len(each["pair"]) == 2 for each in asked)


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (["nowhere.csv"], "nothing there"),
        (["CASE", "LIST"], "a folder among others"),
        (["LIST", "--judge", "a:1", "b:1", "same"], "a case folder"),
        (["LIST", "--draws", "3"], "--overlaps"),
        (["LIST", "--review"], "--judgements"),
        (["CASE", "--undo", "--history", "v-1"], "one after the other"),
        (["CASE", "--judgements", "said.csv"], "its register keeps"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(tasjil, lists, tmp_path, args, why):
    case = lumenia(tmp_path / "varesh", {})
    there = {"CASE": case, "LIST": lists[0], "nowhere.csv": tmp_path / "nowhere.csv"}
    done = tasjil("link", *(there.get(each, each) for each in args))
    assert done.returncode == 2
    assert why in " ".join(done.stderr.split())


def test_a_list_that_cannot_be_read_is_named_and_the_rest_goes_on(tasjil, lists):
    broken = lists[0].with_name("broken.xlsx")
    broken.write_bytes(b"no workbook")
    done = tasjil("link", *lists, broken, "--json")
    assert done.returncode == 1
    assert "broken" in done.stderr
    assert len(done.stdout.splitlines()) == 15


def test_a_word_on_a_case_is_kept_and_taken_back(tasjil, case):
    before = persons(tasjil("link", case, "--json"))
    assert before["hospital:2"] == before["civil:1"]
    word = ("--judge", "civil:1", "hospital:2", "different")
    assert tasjil("link", case, *word).returncode == 2
    said = tasjil("link", case, *word, "--because", "two cousins")
    assert said.returncode == 0, said.stderr
    assert "--undo" in said.stderr
    after = persons(tasjil("link", case, "--json"))
    assert after["hospital:2"] != after["civil:1"]
    assert tasjil("link", case, "--undo").returncode == 0
    assert persons(tasjil("link", case, "--json")) == before


def test_a_case_tells_why_and_since_when(tasjil, case):
    tasjil("link", case, "--judge", "civil:2", "hospital:4", "same", "--because", "so")
    (why,) = told(tasjil("link", case, "--explain", "hospital:2", "civil:1", "--json"))
    assert why["together"]
    assert why["probability"] > 0.5
    assert why["reasons"]
    shown = tasjil("link", case, "--explain", "hospital:2", "civil:1")
    assert "held to be one person" in shown.stdout
    (past,) = told(tasjil("link", case, "--history", "civil:2", "--json"))
    assert past["records"] == ["civil:2", "hospital:4"]
    assert len(past["moves"]) == 1
    unknown = tasjil("link", case, "--history", "v-nobody")
    assert unknown.returncode == 2


def test_the_pages_show_the_lists_and_name_nobody(tasjil, case):
    page = (case / "site" / "en" / "lists.html").read_text(encoding="utf-8")
    assert "hospital" in page
    assert "fewer than 10" in page
    assert "Tornay" not in page


def test_a_case_with_nothing_to_link_says_so(tasjil, tmp_path):
    folder = lumenia(tmp_path / "alone", {"herald.txt": REPORT})
    tasjil("build", folder, "--machine-key")
    done = tasjil("link", folder)
    assert done.returncode == 0
    assert "nothing to link" in done.stderr


def test_a_workbook_as_offices_make_them_is_linked(tasjil, tmp_path):
    """Two rows of headers, merged cells, serials for dates, one sheet a town."""
    book = openpyxl.Workbook()
    for town in ("Ostrel", "Varesh"):
        sheet = book.create_sheet(town)
        sheet.append(["", "Person", None, None, "Death", None])
        sheet.append(["no", "name", "sex", "age", "date", "place"])
        sheet.merge_cells("B1:D1")
        sheet.merge_cells("E1:F1")
        rows = csv.reader(HOSPITAL.splitlines())
        for no, name, sex, age, died, place in (r for r in rows if r[5] == town):
            serial = (date.fromisoformat(died) - date(1899, 12, 30)).days
            sheet.append([int(no), name, sex, int(age), serial, place])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "hospital.xlsx")
    civil = tmp_path / "civil.csv"
    civil.write_text(f"{HEADER}\n{CIVIL}", encoding="utf-8")
    done = tasjil("link", tmp_path / "hospital.xlsx", civil, "--json")
    assert done.returncode == 0, done.stderr
    held = {}
    for row in map(json.loads, done.stdout.splitlines()):
        held.setdefault(row["person"], []).append(row["record"])
    assert len(done.stdout.splitlines()) == 15
    assert sum(len(each) == 2 for each in held.values()) == 5
