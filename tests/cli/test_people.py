"""Several people at one case, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tasjil.cli import VERBS, application

Run = Callable[..., Result]
JOINED = ("--because", "joined us")


@pytest.fixture(scope="module")
def tasjil() -> Run:
    """Run `tasjil` with these arguments, here: many runs make one story."""
    verbs = application(VERBS)
    return lambda *args: CliRunner().invoke(verbs, [str(each) for each in args])


@pytest.fixture
def built(folder: Path, tasjil: Run) -> Path:
    done = tasjil("build", folder)
    assert done.exit_code == 0, done.stderr
    return folder


def passphrase(folder: Path, words: str) -> Path:
    kept = folder.parent / "passphrase.txt"
    kept.write_text(words + "\n")
    return kept


def listed(done: Result) -> list[dict[str, object]]:
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_somebody_is_let_in_changed_and_let_go(
    built: Path, tasjil: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = passphrase(built, "wren lantern orchard slate")
    add = ("user", "add", built, "reader-3", "--role", "documenter", *JOINED)
    assert tasjil(*add, "--passphrase-file", typed).exit_code == 0
    [lead, reader] = listed(tasjil("users", built, "--json"))
    assert (lead["id"], lead["role"], lead["box"]) == ("lead", "lead", True)
    assert (reader["id"], reader["role"], reader["box"]) == (
        *("reader-3", "documenter"),
        False,
    )

    monkeypatch.setenv("TASJIL_PASSPHRASE_FILE", str(typed))
    scope = (built / "case.toml").read_text()
    refused = tasjil(*add, "--as", "reader-3")
    assert refused.exit_code == 2
    assert "expected a lead, to add or change a user" in refused.stderr
    assert "documenter" in tasjil("users", built, "--as", "reader-3").stdout
    monkeypatch.delenv("TASJIL_PASSPHRASE_FILE")
    assert (built / "case.toml").read_text() == scope

    why = ("--because", "other work")
    changed = tasjil("user", "change", built, "reader-3", "--own-records", *why)
    assert "their own records alone" in changed.stderr
    monkeypatch.setenv("TASJIL_PASSPHRASE_FILE", str(typed))
    counted = tasjil("count", built, "--as", "reader-3")
    assert "no figures of the case" in counted.stderr
    [tally] = listed(tasjil("count", built, "--as", "reader-3", "--json"))
    assert tally["own_records"] is True
    pages = (built / "site" / "index.html").read_bytes()
    again = tasjil("build", built, "--as", "reader-3")
    assert again.exit_code == 0, again.stderr
    assert "No pages were written" in again.stderr
    assert (built / "site" / "index.html").read_bytes() == pages
    monkeypatch.delenv("TASJIL_PASSPHRASE_FILE")

    gone = tasjil("user", "remove", built, "reader-3", "--because", "left us")
    assert gone.exit_code == 0, gone.stderr
    assert "tasjil rekey" in gone.stderr
    assert "does not undo" in gone.stderr
    monkeypatch.setenv("TASJIL_PASSPHRASE_FILE", str(typed))
    assert tasjil("count", built, "--as", "reader-3").exit_code == 2
    monkeypatch.delenv("TASJIL_PASSPHRASE_FILE")
    assert "has left" in tasjil("users", built).stdout

    back = tasjil(*add, "--passphrase-file", typed)
    assert back.exit_code == 0, back.stderr
    assert listed(tasjil("users", built, "--json"))[1]["active"] is True
    assert tasjil("verify", built).exit_code == 0


def test_a_guest_counts_and_sees_no_claims(built: Path, tasjil: Run) -> None:
    tasjil("user", "add", built, "visitor", "--role", "guest", *JOINED)
    assert "killed" in tasjil("count", built, "--as", "visitor").stdout
    traced = tasjil("trace", built, "killed", "--as", "visitor")
    assert (traced.exit_code, traced.stdout) == (2, "")
    assert "found a guest" in traced.stderr
    built_by_guest = tasjil("build", built, "--as", "visitor")
    assert built_by_guest.exit_code == 2


def test_one_asks_and_another_approves(built: Path, tasjil: Run) -> None:
    desk = ("--as", "desk-1")
    tasjil("user", "add", built, "desk-1", "--role", "publisher", *JOINED)
    why = ("--because", "the third month is done")
    assert "Nobody waits" in tasjil("requests", built).stderr
    asked = tasjil("ask", built, "publish", "sha256:77", *why, *desk)
    assert asked.exit_code == 0, asked.stderr
    [waiting] = listed(tasjil("requests", built, "--json"))
    assert (waiting["deed"], waiting["by"]) == ("publish", "desk-1")
    assert f"number {waiting['seq']}" in asked.stderr
    approve = ("approve", built, waiting["seq"], "--because", "read it all")
    alone = tasjil(*approve, *desk)
    assert alone.exit_code == 2
    assert "found the one who asked" in alone.stderr
    assert tasjil(*approve).exit_code == 0
    assert "Nobody waits" in tasjil("requests", built).stderr
    assert "(approved, lead said yes)" in tasjil("requests", built, "--all").stdout


def test_what_nobody_does_alone_is_all_that_can_be_asked_for(
    built: Path, tasjil: Run
) -> None:
    done = tasjil("ask", built, "capture", "x", "--because", "so")
    assert done.exit_code == 2
    assert "publish" in done.stderr
