"""Hostile or unlucky files: each gets one clear line, and the batch goes on."""

import os
import socket

import pytest

from tasjil.capture import limits as limits_module
from tasjil.capture.door import Captured, Failed, Known, capture_all, capture_file
from tasjil.capture.kinds import Kind
from tasjil.capture.walking import walk
from tasjil.errors import CannotCapture

ENGLISH = "Thirteen people were killed in an ambush near the village on Thursday.\n"


def refusal(path):
    with pytest.raises(CannotCapture) as caught:
        capture_file(path)
    line = str(caught.value)
    assert "\n" not in line
    assert ";" in line, "a refusal says what to do after the reason"
    return line


def test_a_text_of_200_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    assert "200 MB" in refusal(path)


def test_the_limit_is_a_number_anyone_can_find():
    assert limits_module.MOST_BYTES.keys() == set(Kind)


def test_a_folder_named_like_a_text_is_named_as_a_folder(tmp_path):
    path = tmp_path / "a.txt"
    path.mkdir()
    assert "folder" in refusal(path)


def test_a_pipe_cannot_hold_the_batch_up(tmp_path):
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    assert "pipe" in refusal(path)


def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.txt")
        assert "cannot be opened" in refusal(tmp_path / "a.txt")


def test_a_file_that_vanished_is_said_to_be_gone(tmp_path):
    assert "no such file" in refusal(tmp_path / "a.txt")


def test_a_file_closed_to_us_is_said_to_be_closed(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH)
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything: let the system say no
        monkeypatch.setattr(os, "open", _closed)
    assert "may not read" in refusal(path)


def _closed(*_args, **_more):
    raise PermissionError(13, "Permission denied")


def test_names_that_could_mislead_are_spelled_out(tmp_path):
    for name in ("a\u202etxt.jpg", "a\nb.jpg", os.fsdecode(b"a\xff.jpg")):
        path = tmp_path / name
        path.write_bytes(b"x")
        line = refusal(path)
        assert "\u202e" not in line
        assert "\\u" in line
        line.encode("utf-8")


def test_a_name_that_is_not_unicode_still_makes_a_report(tmp_path):
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    path.write_text(ENGLISH)
    assert capture_file(path).name == "a\\udcff.txt"


def test_the_name_of_a_report_is_told_from_its_root(tmp_path):
    path = tmp_path / "reports" / "a.txt"
    path.parent.mkdir()
    path.write_text(ENGLISH)
    assert capture_file(path, tmp_path).name == "reports/a.txt"
    assert capture_file(path).name == "a.txt"


@pytest.fixture
def folder(tmp_path):
    top = tmp_path / "case"
    for name in ("b/2.txt", "b/10.md", "a.txt", "c.html", ".hidden.txt", "photo.jpg"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ENGLISH)
    (top / "a.txt.meta.toml").write_text("title = 'A'")
    (top / "list.csv").write_text("name\nAna\n")
    (top / ".git").mkdir()
    (top / ".git" / "a.txt").write_text(ENGLISH)
    (top / "out").mkdir()
    (top / "out" / ".tasjil-output").touch()
    (top / "out" / "index.html").write_text(ENGLISH)
    return top


def names(paths, top):
    return [path.relative_to(top).as_posix() for path in paths]


def test_walking_finds_reports_in_the_same_order_each_time(folder):
    expected = ["a.txt", "c.html", "b/10.md", "b/2.txt"]
    assert names(walk([folder]), folder) == expected
    assert names(walk([folder, folder / "a.txt"]), folder) == expected


def test_walking_stays_inside_the_folder(folder, tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "s.txt").write_text(ENGLISH)
    (folder / "link").symlink_to(secret)
    (folder / "link.txt").symlink_to(secret / "s.txt")
    (folder / "b" / "loop").symlink_to(folder)
    assert names(walk([folder]), folder) == ["a.txt", "c.html", "b/10.md", "b/2.txt"]


def test_a_file_named_directly_is_always_tried(folder):
    assert list(walk([folder / "photo.jpg"])) == [folder / "photo.jpg"]


def test_a_failure_never_stops_the_batch(folder):
    (folder / "0.txt").write_bytes(b"")
    (folder / "b" / "3.pdf").write_bytes(b"not a pdf")
    results = list(capture_all([folder]))
    failed = [each for each in results if isinstance(each, Failed)]
    captured = [each for each in results if isinstance(each, Captured)]
    assert [each.name for each in failed] == ["0.txt", "b/3.pdf"]
    assert all(each.reason and each.name not in each.reason for each in failed)
    assert [each.report.name for each in captured] == [
        *("a.txt", "c.html", "b/10.md", "b/2.txt")
    ]


def test_a_report_the_caller_has_is_not_opened_again(folder):
    id = capture_file(folder / "a.txt").id
    results = list(capture_all([folder], known={id}))
    assert all(
        isinstance(each, Known) for each in results if each.path.suffix == ".txt"
    )


def test_same_bytes_twice_are_one_report_and_the_second_says_so(folder):
    captured = [each for each in capture_all([folder]) if isinstance(each, Captured)]
    same = {each.report.name: each.same_as for each in captured}
    assert same["a.txt"] is None
    assert same["b/2.txt"] == "a.txt"


def test_a_file_that_vanishes_meanwhile_is_one_failure(folder):
    results = capture_all([folder])
    next(results)
    (folder / "c.html").unlink()
    later = list(results)
    assert [type(each).__name__ for each in later] == ["Failed", "Captured", "Captured"]
