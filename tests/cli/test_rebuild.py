"""The tables made again, by a person at the command line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_tables_made_again_have_the_digests_they_had(folder: Path, tasjil: Run) -> None:
    tasjil("build", folder)

    first = tasjil("rebuild", folder, "--json")
    second = tasjil("rebuild", folder)

    tables = json.loads(first.stdout)["tables"]
    assert {"ReportRow", "ClaimRow", "CaseRow"} <= set(tables)
    assert second.stdout.splitlines() == [f"{d}  {name}" for name, d in tables.items()]
    assert tasjil("verify", folder).returncode == 0


def test_an_unbuilt_case_has_no_tables_to_make_again(folder: Path, tasjil: Run) -> None:
    done = tasjil("rebuild", folder)

    assert done.returncode == 2
    assert "tasjil build" in done.stderr
