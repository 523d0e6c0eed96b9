"""Whoever may not say which records are one person is told so, and nothing is kept."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tasjil.cli import VERBS, application


@pytest.mark.parametrize("role", ["publisher", "guest"])
def test_who_may_not_link_is_refused_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    verbs = application(VERBS)

    def tasjil(*args: object) -> tuple[int, str]:
        done = CliRunner().invoke(verbs, [str(each) for each in args])
        return done.exit_code, done.stderr

    assert tasjil("build", folder)[0] == 0
    typed = folder.parent / "passphrase.txt"
    typed.write_text("wren lantern orchard slate\n", encoding="utf-8")
    add = ("user", "add", folder, "reader-3", "--role", role, "--because", "joined")
    assert tasjil(*add, "--passphrase-file", typed)[0] == 0
    monkeypatch.setenv("TASJIL_PASSPHRASE_FILE", str(typed))
    status, told = tasjil("link", folder, "--as", "reader-3")
    assert status == 2
    assert "to keep which records are held to be one person" in told
    assert "Traceback" not in told
