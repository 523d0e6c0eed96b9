"""A passphrase comes from a person at a terminal, or from a file they named."""

import os
import pty
import sys
from pathlib import Path

import pytest

WORDS, OTHERS = "salt winter ladder olive", "granite pencil harbour nine"


def typed(dialogue: list[tuple[str, str]], *args: object) -> tuple[int, str]:
    """Run `tasjil` on a terminal; answer each question as it comes.

    Args:
        dialogue: What is asked, and what the person types.
        args: The command's arguments.

    Returns:
        Its status, and all that stood on the terminal.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.environ.pop("TASJIL_PASSPHRASE_FILE", None)
        command = [sys.executable, "-m", "tasjil", *map(str, args)]
        os.execv(sys.executable, command)
    shown, answered = "", 0
    for asked, answer in [*dialogue, ("", "")]:
        while not asked or asked not in shown[answered:]:
            try:
                shown += os.read(terminal, 65_536).decode()
            except OSError:  # it has finished
                break
        answered = len(shown)
        if asked and answer:
            os.write(terminal, f"{answer}\n".encode())
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(f"{WORDS}\n")
    return path


def test_the_first_build_asks_twice_and_the_next_command_once(folder: Path) -> None:
    new, again = "New passphrase: ", "The same again: "
    status, shown = typed(
        [(new, WORDS), (again, OTHERS), (new, WORDS), (again, WORDS)], "build", folder
    )
    assert status == 0, shown
    assert "not the same; once more" in shown
    assert WORDS not in shown
    assert typed([("Passphrase: ", WORDS)], "verify", folder)[0] == 0
    status, shown = typed([("Passphrase: ", OTHERS)], "verify", folder)
    assert status == 2
    assert "does not open this register" in shown


def test_a_file_that_holds_the_passphrase_opens_without_a_person(
    folder: Path, passphrase_file: Path, tasjil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TASJIL_PASSPHRASE_FILE", str(passphrase_file))
    assert tasjil("build", folder).returncode == 0
    new = passphrase_file.with_name("new")
    new.write_text(OTHERS)
    assert tasjil("passphrase", folder, "--new-file", new).returncode == 0
    locked = tasjil("verify", folder)
    assert locked.returncode == 2
    assert "does not open this register" in locked.stderr
    monkeypatch.delenv("TASJIL_PASSPHRASE_FILE")
    nobody = tasjil("verify", folder)
    assert nobody.returncode == 2
    assert "TASJIL_PASSPHRASE_FILE" in nobody.stderr


def test_without_a_terminal_or_a_file_the_machine_keeps_a_key_and_says_so(
    folder: Path, tasjil
) -> None:
    built = tasjil("build", folder)
    assert built.returncode == 0
    assert "a key that this machine keeps" in built.stderr
    assert tasjil("verify", folder).returncode == 0
