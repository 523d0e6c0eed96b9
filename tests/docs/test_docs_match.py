"""The docs say what is now true."""

import doctest
import re
import runpy
from pathlib import Path

import pytest

from tasjil import __version__
from tasjil.cli import VERBS, file_of

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("cases/*/*.md")]


def test_the_manual_is_what_the_help_says() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "write_commands.py"))["page"]()

    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert written == made, "run .venv/bin/python docs/write_commands.py"


def test_every_verb_has_a_file_of_its_own() -> None:
    files = {path.stem for path in (ROOT / "src/tasjil/cli").glob("*.py")}

    assert files >= {file_of(verb) for verb in VERBS}


def test_the_changelog_opens_with_the_version_of_the_code() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(r"^## (\S+)", text, re.MULTILINE).group(1) == __version__


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_and_link_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    named = re.findall(r"`((?:src|docs|cases|tests|benchmarks)/[\w./-]+)`", text)

    missing = [each for each in linked if not (page.parent / each).exists()]
    made = "/site/"  # written by a build
    missing += [
        each for each in named if made not in each and not (ROOT / each).exists()
    ]

    assert not missing


def test_every_decision_is_dated() -> None:
    for page in (ROOT / "docs" / "decisions").glob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", lines[2]), page.name


def test_the_table_of_roles_is_the_programs() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "write_roles.py"))["page"]()

    written = (ROOT / "docs" / "decisions" / "roles.md").read_text(encoding="utf-8")

    assert "capture a report" in made
    assert written == made, "run .venv/bin/python docs/write_roles.py"


@pytest.mark.parametrize(
    ("page", "least"),
    [("counting.md", 40), ("linking.md", 15), ("estimating.md", 20)],
)
def test_every_example_of_the_rules_runs(page: str, least: int) -> None:
    """A rule that the program no longer follows is a rule that misleads."""
    path = ROOT / "docs" / page
    found = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert found.attempted > least
    assert found.failed == 0
