"""What no folder and no text may do: stop a build, or go missing from it in silence."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tasjil.errors import PublishError
from tasjil.journey import capture as capturing
from tasjil.journey.build import Built
from tasjil.journey.case import open_case
from tasjil.journey.new import new_case
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.journey.read_files import read_files
from tasjil.journey.verify import verify_case
from tasjil.publish import site
from tasjil.read.english import reader
from tasjil.register.register import Register

Build = Callable[[Path], Built]
LIST = "name,age\nIlva Tornay,25\nOren Pask,40\n"


@pytest.fixture
def breaking_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that breaks on one report, and quotes it."""
    sound = reader.assemble

    def broken(report, *rest):  # type: ignore[no-untyped-def]
        if "tally" in report.name:
            raise ValueError(report.text)
        return sound(report, *rest)

    monkeypatch.setattr(reader, "assemble", broken)


@pytest.mark.usefixtures("breaking_reader")
def test_a_report_that_breaks_its_reader_is_named_and_the_rest_is_counted(
    folder: Path, build: Build
) -> None:
    built = build(folder)

    [failure] = built.failures
    assert failure.name == "reports/tally.txt"
    assert "ValueError" in failure.reason
    assert "civilians" not in failure.reason
    assert any(figure.floor == 4 for figure in built.counted.tally.figures)
    assert verify_case(open_case(folder), Key(), Silence()).entries > 4


@pytest.mark.usefixtures("breaking_reader")
def test_reading_files_goes_on_after_one_that_breaks_the_reader(folder: Path) -> None:
    read = list(read_files([folder / "reports"], None, Silence()))

    assert [each.failure is None for each in read] == [True, False]
    assert len(read[0].claims) > 0


def test_lists_are_kept_in_the_register_once_and_count_nobody(
    folder: Path, build: Build
) -> None:
    (folder / "lists").mkdir()
    (folder / "lists" / "hospital.csv").write_text(LIST)
    (folder / "reports" / "same.csv").write_text(LIST)
    (folder / "reports" / "open.csv").write_text('name,age\n"Ilva Tornay,25\n')
    before = build(folder).counted.tally

    again = build(folder)

    assert (again.lists, again.new_lists) == (1, 0)
    assert [each.name for each in again.failures] == ["reports/open.csv"]
    assert again.counted.tally == before
    with Register.open(open_case(folder).register_folder, Key()) as register:
        [entry] = [e for e in register.entries() if e.kind == "list.imported"]
    assert (entry.told["rows"], entry.told["headers"]) == (2, 2)
    assert "hospital" not in entry.body
    assert verify_case(open_case(folder), Key(), Silence()).entries > 4


def test_lists_beside_reports_without_folders_are_lists_and_hidden_files_are_not_read(
    tmp_path: Path, build: Build
) -> None:
    (tmp_path / "a.txt").write_text("Two men were shot dead in Paris on 3 May 2031.")
    (tmp_path / "b.csv").write_text(LIST)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text("Nine men were shot dead in Paris.")

    built = build(tmp_path)

    assert (built.reports, built.lists, built.failures) == (1, 1, ())


@pytest.mark.file
def test_a_case_that_is_made_is_for_its_owner_alone(
    tmp_path: Path, build: Build
) -> None:
    before = os.umask(0o002)
    try:
        new_case(tmp_path / "mine")
        build(tmp_path / "mine")
    finally:
        os.umask(before)

    register = open_case(tmp_path / "mine").register_folder
    made = (tmp_path / "mine", register, *sorted(register.iterdir()))
    modes = [stat.S_IMODE(path.stat().st_mode) for path in made]
    assert modes == [0o700, 0o700, 0o600, 0o600]


def test_large_reports_are_kept_before_they_fill_the_memory(
    folder: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capturing, "TOGETHER_BYTES", 10)
    together: list[int] = []
    keep = Register.capture_all

    def listen(self, reports, **named):  # type: ignore[no-untyped-def]
        together.append(len(reports))
        return keep(self, reports, **named)

    monkeypatch.setattr(Register, "capture_all", listen)

    assert build(folder).captured == 2
    assert together == [1, 1]


def test_two_builds_that_begin_together_share_one_register(
    folder: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = Register.create

    def a_moment_late(*place: Any, **named: Any) -> Register:
        create(*place, **named).close()
        return create(*place, **named)

    monkeypatch.setattr(Register, "create", a_moment_late)

    assert build(folder).reports == 2


def test_a_full_disk_under_the_pages_is_said_and_the_register_is_whole(
    folder: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, html: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(site, "_write", full)

    with pytest.raises(PublishError, match="No space left on device.*unchanged"):
        build(folder)

    assert not open_case(folder).site_folder.exists()
    assert verify_case(open_case(folder), Key(), Silence()).entries > 4
