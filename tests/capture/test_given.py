"""What is dropped on a desk becomes what its file would, and nothing is written."""

import os
import sys
import zipfile
from io import BytesIO

import pytest

from tasjil.capture.door import Captured, Failed, Known, capture_file
from tasjil.capture.given import GivenFile, capture_given, plain_name, refusal
from tasjil.capture.kinds import kind_of
from tasjil.capture.limits import MOST_BYTES
from tasjil.capture.lists import CapturedList, read_list

REPORTS = (*("a.txt", "b.txt", "c.md", "d.html", "e.eml"), "g.docx", "i.pdf")


@pytest.fixture
def file_of(real_files):
    return dict(real_files).__getitem__


@pytest.mark.parametrize("name", REPORTS)
def test_a_given_file_becomes_the_same_report_as_on_the_disk(name, file_of, tmp_path):
    (tmp_path / name).write_bytes(file_of(name))
    found = capture_given(GivenFile(name, file_of(name)))
    assert isinstance(found, Captured)
    assert found.report == capture_file(tmp_path / name)


@pytest.mark.parametrize("name", ["f.csv", "h.xlsx"])
def test_a_given_list_becomes_the_same_list(name, file_of, tmp_path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / name).write_bytes(file_of(name))
    found = capture_given(GivenFile(name, file_of(name)))
    assert isinstance(found, CapturedList)
    there = read_list(tmp_path / "lists" / name, tmp_path)
    assert (found.list.id, found.list.name) == (there.id, there.name)
    assert list(found.list.rows) == list(there.rows)


OPENED: list[str] = []
"""Files that Python opened to write, while the test below listened."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
listening = False


def heard(event, given):
    if listening and event == "open":
        path, mode, flags = given
        writes = set(mode) & set("wax+") if mode else flags & WRITING
        if writes:
            OPENED.append(str(path))


def test_nothing_is_written_while_a_file_is_captured(real_files):
    global listening
    sys.addaudithook(heard)
    for each in real_files:
        capture_given(GivenFile(*each))
    OPENED.clear()
    listening = True
    try:
        for each in real_files:
            capture_given(GivenFile(*each))
    finally:
        listening = False
    assert OPENED == []


def test_bytes_that_are_there_already_are_not_opened_up_again(file_of):
    given = GivenFile("i.pdf", file_of("i.pdf"))
    id = capture_given(given).report.id
    assert isinstance(capture_given(given, {id}), Known)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"no PDF", "first bytes"),
        ("a.docx", b"PK\x03\x04 cut off", "damaged"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"  \n ", "no words"),
        ("a.exe", b"MZ", "we cannot read files ending in .exe"),
        ("nothing", b"words", "nothing"),
        ("a.csv", b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_captured_says_why(name, data, why):
    found = capture_given(GivenFile(name, data))
    assert isinstance(found, Failed)
    assert why in found.reason
    assert found.name == name


def test_a_bomb_is_refused_before_it_is_unpacked():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b"\0" * 60_000_000)
    assert isinstance(capture_given(GivenFile("a.docx", packed.getvalue())), Failed)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.csv"])
def test_a_file_over_the_limit_is_refused_by_its_size_alone(name, tmp_path):
    most = MOST_BYTES[kind_of(tmp_path / name)]
    assert refusal(name, most) is None
    assert "limit" in refusal(name, most + 1)


@pytest.mark.parametrize(
    "name", ["../../secret/a.txt", r"..\..\a.txt", "/a.txt", "x/\0/a.txt", "a\0.txt"]
)
def test_no_folder_of_a_name_is_followed(name):
    assert plain_name(name) == "a.txt"


def test_a_long_name_keeps_its_ending():
    assert plain_name("a" * 4_000 + ".txt").endswith("aaa.txt")
    assert len(plain_name("a" * 4_000 + ".txt")) == 200


def test_a_file_beside_ours_says_nothing_about_what_was_given(
    file_of, tmp_path, monkeypatch
):
    (tmp_path / "a.txt.meta.toml").write_text('publisher = "Somebody else"')
    monkeypatch.chdir(tmp_path)
    found = capture_given(GivenFile("a.txt", file_of("a.txt")))
    assert found.report.publisher != "Somebody else"
