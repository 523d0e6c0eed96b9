"""One file a verb: what a person types."""

import sys

import click
import typer

from tasjil import __version__
from tasjil.cli.build import build
from tasjil.cli.count import count
from tasjil.cli.judge import judge
from tasjil.cli.manual import manual
from tasjil.cli.new import new
from tasjil.cli.read import read
from tasjil.cli.serve import serve
from tasjil.cli.terminal import CANNOT_START, guarded
from tasjil.cli.trace import trace
from tasjil.cli.verify import verify

app = typer.Typer(
    name="tasjil",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="""Casualty recording: from what was said to a count that can be defended.

A case is a folder: reports/ (.txt .md .html .pdf .docx .eml), case.toml (what it
counts), sources.csv (who tells, and whom they relay), places.csv (what lies in what).

Start with `tasjil new CASE`, put reports into CASE/reports, then `tasjil build CASE`.
Everything is kept in CASE/register; nothing is sent anywhere.

Exit status: 0 done; 1 done, but some files failed or the log is not whole;
2 cannot start, the message says why; 70 a fault of the program.
""",
)
for verb in (new, build, read, count, trace, judge, verify, serve):
    app.command()(verb)
app.command(hidden=True)(manual)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"tasjil {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say the version."
    ),
) -> None:
    pass


def main() -> None:
    """Run the command line and leave with its status."""
    sys.exit(run())


def run(args: list[str] | None = None) -> int:
    """Run the command line on `args` and return its exit status."""
    status = 0

    def command() -> None:
        nonlocal status
        try:
            status = app(args, standalone_mode=False) or 0
        except click.exceptions.Exit as leaving:
            status = leaving.exit_code
        except click.ClickException as misuse:
            misuse.show()
            status = CANNOT_START

    return guarded(command) or status
