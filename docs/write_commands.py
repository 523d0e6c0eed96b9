"""Writes docs/commands.md from the help of the command line itself."""

from pathlib import Path

from typer.testing import CliRunner

from tasjil.cli import VERBS, application, loaded

PAGE = Path(__file__).parent / "commands.md"
WIDTH = {"COLUMNS": "88", "TERMINAL_WIDTH": "88", "NO_COLOR": "1"}


def page() -> str:
    """Give the text of the page: the whole first, then each verb."""
    parts = [
        "# Commands",
        "Made by `python docs/write_commands.py`; a test holds it to the help.",
        block([]),
    ]
    for verb in VERBS:
        parts += [f"## tasjil {verb}", block([verb])]
        for sub in beneath(verb):
            parts += [f"### tasjil {verb} {sub}", block([verb, sub])]
    return "\n\n".join(parts) + "\n"


def beneath(verb: str) -> list[str]:
    """Name the verbs that are typed after this one, if any are."""
    found = loaded(verb)
    return list(found) if isinstance(found, dict) else []


def block(args: list[str]) -> str:
    """Set one help as a block that keeps its columns."""
    run = CliRunner(env=WIDTH).invoke(
        application(VERBS), [*args, "--help"], prog_name="tasjil"
    )
    return "```text\n" + run.output.strip() + "\n```"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
