"""`tasjil places`: a gazetteer comes into a case, and the person is told what came."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "journey"))

from gazetteers import P_CODES, dump, workbook  # noqa: E402

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_person_is_told_what_came_of_each_file(
    tasjil: Run, folder: Path, tmp_path: Path
) -> None:
    file = dump(tmp_path / "LX.txt")
    book = workbook(tmp_path / "lx.xlsx", admin2=P_CODES)

    trial = tasjil("places", folder, file, book, "--country", "lx", "--dry-run")
    before = (folder / "places.csv").read_bytes()
    done = tasjil("places", folder, file, "--country", "lx")

    assert trial.returncode == done.returncode == 0
    assert "LX.txt: a GeoNames dump; 9 rows, 6 places taken." in trial.stderr
    assert "level 1, name en = admin1Name_en" in trial.stderr
    assert "nothing was written" in trial.stderr
    assert "added" in done.stderr
    assert (folder / "places.csv").read_bytes().startswith(before.splitlines()[0][:20])
    assert b"geonames:104" in (folder / "places.csv").read_bytes()
    assert b"geonames:104" not in before


def test_a_file_in_no_known_form_ends_with_what_was_expected(
    tasjil: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("no\ttabs", encoding="utf-8")

    done = tasjil("places", folder, tmp_path / "a.txt")

    assert done.returncode != 0
    assert "expected a GeoNames dump" in done.stderr
